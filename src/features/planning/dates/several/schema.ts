import { z } from 'zod';
import type { Confirm } from '../../types.ts';
import type { NewDate } from './types.ts';

const id = z.string().trim().min(1).max(80);
const date = z.strictObject({
  sessionId: id,
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD'),
  startTime: z.string().regex(/^\d{2}:\d{2}$/, 'HH:mm'),
  endTime: z.string().regex(/^\d{2}:\d{2}$/, 'HH:mm'),
  venueId: id.nullish(),
});
const dates = z.array(date).min(1).max(30);

export const newDates: z.ZodType<{ readonly dates: readonly NewDate[] }> = z.strictObject({ dates });
export const confirmedDates: z.ZodType<{ readonly dates: readonly NewDate[]; readonly confirm: Confirm }> =
  z.strictObject({
    dates,
    confirm: z.strictObject({ textVersion: z.string().min(1), recipientCount: z.int().min(0) }),
  });
