import { z } from 'zod';
import type { Switched } from './types.ts';

export const switched: z.ZodType<Switched> = z.strictObject({
  name: z.enum(['reminders', 'weekly']),
  isOn: z.boolean(),
});
