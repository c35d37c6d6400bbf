import { z } from 'zod';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD')
  .nullable();
const status = z.enum(['idea', 'asked', 'tentative', 'confirmed', 'declined']);

/** With its days it puts back exactly what was; without, they follow from the status. */
export const stateBody = z.strictObject({ status, askedOn: day.optional(), answeredOn: day.optional() });

/** The yes carries what was seen. */
export const seenBody = z.strictObject({ textVersion: z.string().max(64), recipientCount: z.int().nonnegative() });

export const takeBackBody = z.strictObject({ confirmationId: z.string().min(1).max(80), before: stateBody });

/** The form of the page behind the link. */
export const answerForm = z.object({
  svar: z.enum(['ja', 'kanske', 'nej']),
  dela: z.enum(['ja', 'nej']).optional(),
});

export type AnswerForm = z.output<typeof answerForm>;
