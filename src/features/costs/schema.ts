import { z } from 'zod';
import type { Agreement, LineWish, Split } from './types.ts';

const day = z.iso.date().refine((text) => text >= '1900', 'YYYY-MM-DD');
const line = z.string().trim().max(200);
/** Whole öre, to ten million kronor. */
const ore = z.int().min(0).max(1_000_000_000);
/** Two decimals at most. */
const percent = z
  .number()
  .gt(0)
  .max(100)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, '0,01');

export const split: z.ZodType<Split> = z.strictObject({
  parties: z.array(z.strictObject({ organisationId: z.string().min(1).max(80), sharePercent: percent })).max(30),
  agreedOn: day.nullable(),
  agreedBy: line.nullable(),
  guidanceFrom: line.nullable(),
});

export const costLine: z.ZodType<LineWish> = z.strictObject({
  kind: z.enum(['lunch', 'fika', 'room', 'fee', 'travel', 'other']),
  text: line.min(1),
  sessionId: z.string().min(1).max(80).nullable(),
  budget: ore,
  perPortion: ore.nullable(),
  outcome: ore.nullable(),
});

export const agreement: z.ZodType<{ readonly agreement: Agreement | null }> = z.strictObject({
  agreement: z.strictObject({ on: day, by: line.min(1) }).nullable(),
});
