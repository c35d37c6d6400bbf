import { z } from 'zod';

export const deliveryBody = z.object({
  to: z.enum(['manual', 'graph']),
  textVersion: z.string().min(1),
  recipientCount: z.number().int().nonnegative(),
});
