import { z } from 'zod';

const choice = z.object({
  sessionId: z.string().min(1),
  venueId: z.string().min(1),
  overrideReason: z.string().trim().max(500).optional(),
});

/** Without choices the proposals are taken: "boka lokaler" for all sessions in one act. */
export const previewBody = z.object({ choices: z.array(choice).max(50).optional() });

export const confirmBody = z.object({
  choices: z.array(choice).min(1).max(50),
  textVersion: z.string(),
  recipientCount: z.number().int().min(0),
});

export const answerBody = z.object({
  answer: z.enum(['confirmed', 'declined']),
  note: z.string().trim().max(300).optional(),
});

/** The form behind the host's link. */
export const hostForm = z.object({
  answer: z.enum(['yes', 'no']),
  note: z.string().trim().max(300).default(''),
  /** The time that stood on the page. */
  asked: z.string().max(60).optional(),
});
