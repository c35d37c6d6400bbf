import { z } from 'zod';

/** Missing, or sent twice: read as empty. */
const text = z.string().catch('');

/** What a browser posts from the form; a field sent twice or not at all is read as empty. */
export const postedForm = z.object({
  givenName: text,
  familyName: text,
  title: text,
  organisationId: text,
  organisationText: text,
  organisationChoice: text,
  email: text,
  phone: text,
  dietaryText: text,
  commitment: text,
  /** The trap: people do not see it, and machines fill it in. */
  webbplats: text,
});

export const postedAddress = z.object({ email: text, webbplats: text });
