import { z } from 'zod';

const text = z.string().catch('');

export const postedReport = z.object({ text, email: text });
