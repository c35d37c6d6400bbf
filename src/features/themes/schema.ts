import { z } from 'zod';
import { readLocalDate } from '../../domain/local-date.ts';
import type { ConsultationTexts, DecisionOrder, ProposalTexts } from './types.ts';

const line = z.string().trim().min(1).max(200);
const words = z.string().trim().max(2000);
const ids = z.array(z.string().max(100)).max(200);
const day = z
  .string()
  .max(10)
  .refine((text) => readLocalDate(text) !== undefined, 'Välj en dag. / Choose a day.');

export const proposalBody: z.ZodType<ProposalTexts> = z.strictObject({
  title: line,
  why: words,
  proposedBy: z.string().trim().max(200),
  statedSupport: z.int().min(0).max(500).nullable(),
  supporters: ids,
});

export const pasteBody = z.strictObject({ text: z.string().max(20_000) });

export const consultationBody: z.ZodType<ConsultationTexts> = z.strictObject({
  forum: line,
  date: day,
  summary: words,
  heard: ids,
});

/** The yes carries what was seen. */
export const seenBody = z.strictObject({ textVersion: z.string().max(64), recipientCount: z.int().nonnegative() });

export const decisionBody: z.ZodType<DecisionOrder> = z.strictObject({
  proposalId: z.string().min(1).max(100),
  date: day.nullish(),
  paragraph: z.string().trim().max(60).nullish(),
  note: words.nullish(),
  deferred: ids.optional(),
});
