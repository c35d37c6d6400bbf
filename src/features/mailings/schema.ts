import { z } from 'zod';
import { longestWords } from './types.ts';

/** Left out means everybody who lacks the letter; an empty list is nobody. */
const selection = z.array(z.string().max(200)).max(1000).optional();

export const selectionBody = z.object({ selection });

/** The yes carries what was seen. */
export const sendBody = z.object({
  textVersion: z.string().max(64),
  recipientCount: z.int().nonnegative(),
  selection,
});

export const wordsBody = z.object({
  slot: z.string().max(40),
  sv: z.string().trim().max(longestWords),
  en: z.string().trim().max(longestWords),
});

/** The right address of a mail that came back. */
export const resendBody = z.object({ address: z.string().trim().max(200) });
