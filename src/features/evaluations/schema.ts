import { z } from 'zod';

/** The yes carries what was seen. */
export const confirmBody = z.object({ textVersion: z.string().max(64), recipientCount: z.int().nonnegative() });
