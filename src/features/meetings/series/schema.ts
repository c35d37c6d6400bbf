import { z } from 'zod';
import type { SeriesOrder } from './types.ts';

const day = z.iso.date();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');
const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('teams') }),
  z.strictObject({ kind: z.literal('room'), venueId: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('other'), text: z.string().trim().min(1).max(200) }),
]);
const shape = {
  rhythm: z.enum(['week', 'fortnight', 'month']),
  weekday: z.int().min(1).max(5),
  from: day,
  until: day,
  startTime: clock,
  endTime: clock,
  place,
  agenda: z.enum(['dayBefore', 'twoHours', 'none']),
};

export const seriesOrder: z.ZodType<SeriesOrder> = z.strictObject(shape);
const confirm = z.strictObject({ textVersion: z.string().min(1).max(64), recipientCount: z.int().min(0) });
export const confirmedSeries = z.strictObject({ ...shape, confirm });
export const confirmedEnd = confirm;
