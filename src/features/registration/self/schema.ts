import { z } from 'zod';

/** Missing, or sent twice: read as empty. */
const text = z.string().catch('');

/** Everything the personal page posts, form by form; what is missing is read as empty. */
export const ownDetails = z.object({ givenName: text, familyName: text, title: text, phone: text, sharesPhone: text });
export const ownCommitment = z.object({ commitment: text });
export const ownDietary = z.object({ dietaryText: text });
export const ownAnswer = z.object({ answer: z.enum(['accepted', 'declined']) });
export const guestDetails = z.object({ givenName: text, familyName: text, email: text, organisationId: text });
