import { z } from 'zod';
import { longestText, type Tick } from './types.ts';

export const tickBody: z.ZodType<Tick> = z.strictObject({
  on: z.string().max(20).optional(),
  url: z.string().max(2000).nullable().optional(),
});

/** An empty text goes back to the project's own. */
export const textBody = z.strictObject({ text: z.string().trim().max(longestText) });
