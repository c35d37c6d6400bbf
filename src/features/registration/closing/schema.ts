import { z } from 'zod';

/** What was shown: refused when it is no longer what would go out. */
export const shownPreview = z.object({
  textVersion: z.string().min(1),
  recipientCount: z.number().int().nonnegative(),
});
