import { z } from 'zod';

const side = z.enum(['plan', 'outlook']);

export const driftAsked = z.object({ side });

export const driftBody = z.object({
  side,
  confirm: z.object({ textVersion: z.string().min(1), recipientCount: z.number().int().nonnegative() }),
});
