import { z } from 'zod';

/** What Graph posts to us: several subscriptions in one, changes and life-cycle events alike. */
export const notificationsBody = z.object({
  value: z.array(
    z.object({
      subscriptionId: z.string(),
      clientState: z.string().optional(),
      lifecycleEvent: z.string().optional(),
      changeType: z.string().optional(),
      resourceData: z.object({ id: z.string(), '@odata.etag': z.string().optional() }).optional(),
    }),
  ),
});
