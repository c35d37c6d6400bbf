import { z } from 'zod';

export const decisionBody = z.object({
  textVersion: z.string().min(1),
  recipientCount: z.number().int().nonnegative(),
});

const line = z.string().trim().min(1).max(150);

export const correctionBody = z.object({
  givenName: line.optional(),
  familyName: line.optional(),
  title: line.optional(),
  phone: z.string().trim().max(40).nullable().optional(),
  email: z.string().trim().max(254).optional(),
  organisationId: z.string().nullable().optional(),
});

/** null: as Outlook says. */
export const answerBody = z.object({ sessionId: z.string(), answer: z.enum(['accepted', 'declined']).nullable() });

const tick = z.object({ personId: z.string(), sessionId: z.string(), attended: z.boolean().nullable() });

/** One tick, or the whole room at once. */
export const attendanceBody = z.union([tick.transform((one) => [one]), z.array(tick).max(1000)]);
