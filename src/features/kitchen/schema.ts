import { z } from 'zod';
import { readLocalDate } from '../../domain/local-date.ts';

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((one) => one || null);

export const agreementBody = z.object({
  reference: text(100),
  contactName: text(100),
  contactPhone: text(40),
  orderAddress: z
    .union([z.literal(''), z.email('Skriv en e-postadress. / Write an e-mail address.')])
    .nullable()
    .transform((one) => one || null),
  extraHeads: z.int().min(0).max(200),
  finalOn: text(10).refine((day) => day === null || readLocalDate(day) !== undefined, 'Välj en dag. / Choose a day.'),
});

/** The yes carries what was seen. */
export const orderBody = z.object({ textVersion: z.string().max(64), recipientCount: z.int().nonnegative() });

/** Ordered in another way, or not after all. */
export const orderedBody = z.object({ isOrdered: z.boolean() });
