import { z } from 'zod';

const text = (longest: number) => z.string().max(longest).nullable().default(null);

/** What is said of a file beside its bytes. */
export const documentBody = z.object({
  kind: z.enum(['slides', 'notes', 'photo', 'other']),
  speakerId: text(100),
  photographer: text(200),
  altText: text(1000),
  rightsConfirmed: z.boolean().default(false),
});

/** The same as the fields of a multipart form, where everything is text. */
export const documentFields = z
  .object({
    kind: z.enum(['slides', 'notes', 'photo', 'other']).default('other'),
    speakerId: z.string().optional(),
    photographer: z.string().optional(),
    altText: z.string().optional(),
    rightsConfirmed: z.enum(['true', 'false', 'on', '']).optional(),
  })
  .transform((fields) =>
    documentBody.parse({
      kind: fields.kind,
      speakerId: fields.speakerId || null,
      photographer: fields.photographer || null,
      altText: fields.altText || null,
      rightsConfirmed: fields.rightsConfirmed === 'true' || fields.rightsConfirmed === 'on',
    }),
  );

/** The yes carries what was seen. */
export const shareBody = z.object({ textVersion: z.string().max(64), recipientCount: z.int().nonnegative() });
