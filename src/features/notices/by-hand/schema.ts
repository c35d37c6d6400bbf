import { z } from 'zod';

export const tickBody = z.object({ ids: z.array(z.string()).min(1).max(1000), isSent: z.boolean() });
