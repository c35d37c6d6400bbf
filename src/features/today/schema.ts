import { z } from 'zod';

/** `hasRead`: what has happened is read, so that only what comes after is news. */
export const lookBody = z.object({ hasRead: z.boolean().default(false) });
