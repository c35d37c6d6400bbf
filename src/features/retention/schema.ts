import { z } from 'zod';
import type { RetentionRule } from './types.ts';

const day = z.iso.date().refine((text) => text >= '1900', 'YYYY-MM-DD');

/** Up to fifty years. */
export const ruleBody: z.ZodType<RetentionRule> = z.strictObject({
  way: z.enum(['keep', 'dispose']),
  days: z.int().min(0).max(18_262).nullable(),
  decision: z.string().trim().max(200).nullable(),
  decidedOn: day.nullable(),
});

/** What was seen; if it has changed, nothing goes. */
export const seenBody = z.strictObject({
  textVersion: z.string().max(64),
  recipientCount: z.int().min(0),
});
