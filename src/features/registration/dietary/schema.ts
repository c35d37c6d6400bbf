import { z } from 'zod';
import { dietaryTags } from '../../../domain/dietary.ts';

/** What the content lead says that a text means. The text itself tells which, as nothing else may stand for it. */
export const reviewBody = z.object({
  text: z.string().min(1).max(4000),
  tags: z
    .array(z.enum(dietaryTags))
    .max(dietaryTags.length)
    .transform((tags) => [...new Set(tags)]),
  severe: z.boolean(),
  wording: z
    .string()
    .trim()
    .max(200)
    .nullable()
    .transform((text) => text || null),
});
