import { z } from 'zod';

export const strangerBody = z.object({
  address: z.string().min(1).max(320),
  decision: z.discriminatedUnion('as', [
    z.object({ as: z.enum(['substitute', 'colleague']), hostPersonId: z.string().min(1) }),
    z.object({ as: z.enum(['remove', 'stays']) }),
  ]),
});
