import { z } from 'zod';
import type { TogetherWish } from './types.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');

export const togetherWish: z.ZodType<TogetherWish> = z.strictObject({
  from: day,
  until: day,
  weeksApart: z.int().min(1).max(26),
  weekdays: z.array(z.int().min(1).max(5)).min(1).max(5),
  startTime: clock,
  endTime: clock,
  projects: z.array(z.string().trim().min(1).max(80)).min(2).max(20),
});
