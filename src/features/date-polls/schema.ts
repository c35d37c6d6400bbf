import { z } from 'zod';
import type { PollAnswer, PollOrder } from './types.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
const clock = z.string().regex(/^\d{2}:\d{2}$/, 'HH:mm');
const orderShape = {
  days: z
    .array(z.strictObject({ date: day, startTime: clock, endTime: clock }))
    .min(1)
    .max(40),
  closesOn: day,
};
const confirmShape = { textVersion: z.string().min(1).max(64), recipientCount: z.int().min(0) };

export const pollOrder: z.ZodType<PollOrder> = z.strictObject(orderShape);
export const confirmedPoll = z.strictObject({ ...orderShape, confirm: z.strictObject(confirmShape) });
export const confirmedReminder = z.strictObject(confirmShape);

const answer: z.ZodType<PollAnswer> = z.enum(['yes', 'ifNeeded', 'no']);
/** A field per day, by its date; what else the form holds is left out. */
export const pollForm = z.record(z.string().max(10), z.unknown()).transform((fields) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([date, said]) => {
      const read = answer.safeParse(said);
      return day.safeParse(date).success && read.success ? [[date, read.data] as const] : [];
    }),
  ),
);
