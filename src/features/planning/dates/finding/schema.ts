import { z } from 'zod';
import type { DateWish } from './types.ts';

const id = z.string().trim().min(1).max(80);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');

export const dateWish: z.ZodType<DateWish> = z.strictObject({
  from: day,
  until: day,
  sessions: z.array(id).min(1).max(30),
  weeksApart: z.int().min(1).max(26),
  weekdays: z.array(z.int().min(1).max(5)).min(1).max(5),
  startTime: clock,
  endTime: clock,
  venues: z.array(id).max(200),
  people: z.record(z.string().max(80), z.enum(['must', 'should', 'no'])),
  objective: z.enum(['leastCost', 'mostPresent']),
});
