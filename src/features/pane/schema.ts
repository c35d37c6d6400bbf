import { z } from 'zod';

/** What the pane says of the appointment, as it comes in the address. What cannot be read is left out. */
export const appointmentQuery = z.object({
  start: z.iso.datetime().nullable().catch(null).default(null),
  number: z.coerce.number().int().positive().nullable().catch(null).default(null),
});
