import { z } from 'zod';
import { listFields } from './types.ts';

/** A workbook of a thousand rows is far below this; base64 is a third longer than what it carries. */
const mostCharacters = 4_000_000;

export const listBody = z.object({
  text: z.string().max(mostCharacters).optional(),
  file: z.object({ name: z.string().max(300), base64: z.base64().max(mostCharacters) }).optional(),
  mapping: z
    .array(z.enum([...listFields, 'none']))
    .max(200)
    .optional(),
  choices: z
    .record(
      z.string().regex(/^\d{1,6}$/),
      z.object({ organisationId: z.string().nullable().optional(), email: z.string().trim().max(254).optional() }),
    )
    .default({}),
  attested: z.boolean().default(false),
});

export const confirmedListBody = listBody.extend({
  textVersion: z.string().min(1),
  recipientCount: z.number().int().nonnegative(),
});
