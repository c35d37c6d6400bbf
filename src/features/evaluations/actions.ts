import { Temporal } from 'temporal-polyfill';
import type { PersonId } from '../../domain/ids.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools, Work } from '../../tools.ts';
import { issueLink } from '../links/actions.ts';
import { queueMail, recordConfirmation, supersede } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { samePreview } from '../notices/rules.ts';
import type { Preview } from '../notices/types.ts';
import { linkLetter } from './letters/letters.ts';
import {
  actOf,
  offerOf,
  plannedEvaluation,
  previewEvaluation,
  seatByAddress,
  senderOf,
  standingConfirmation,
} from './queries.ts';
import { questionsFor, readAnswers } from './questions/rules.ts';
import { isTaken } from './rules.ts';
import { seatOf, type SeatPerson } from './seats/queries.ts';
import * as store from './store.ts';
import { shakeUrn } from './urn/actions.ts';
import { insertMark } from './urn/store.ts';
import type { AnswerRefusal, CloseRefusal, ConfirmRefusal, EvaluationKey, Question } from './types.ts';

/**
 * The standing yes "with the agenda": at its minute the evaluation opens for exactly these people with these words.
 * Nothing is sent now. A later yes takes the place of an earlier one.
 */
export async function confirmEvaluation(
  tools: Tools,
  actor: Actor,
  sessionId: string,
  seen: Preview,
): Promise<Outcome<{ readonly opensAt: string; readonly recipientCount: number }, ConfirmRefusal>> {
  const key = { tenantId: actor.tenantId, projectId: actor.projectId, sessionId };
  const preview = await previewEvaluation(tools, key);
  if (!preview.ok) return preview;
  if (!samePreview(seen, preview.value)) return refused('previewChanged');
  const plan = await plannedEvaluation(tools, key);
  if (plan?.times === undefined) return refused('noDate');
  const { times, isLast } = plan;
  const { opensAt, recipientCount, textVersion } = preview.value;
  const earlier = await standingConfirmation(tools, key);
  if (earlier?.textVersion === textVersion && earlier.recipientCount === recipientCount)
    return done({ opensAt, recipientCount });
  await tools.tx(async (work) => {
    await supersede(work, tools, key, actOf(sessionId));
    await recordConfirmation(work, tools, {
      ...key,
      act: actOf(sessionId),
      preview: { textVersion, recipientCount },
      by: actor,
      dueAt: times.opensAt,
    });
    await store.planEvaluation(work.db, { ...key, questions: questionsFor(isLast), ...times });
    await recordAct(work, tools, key, { by: actor, act: 'evaluation.confirmed', subject: sessionId });
  });
  return done({ opensAt, recipientCount });
}

export interface GivenAnswers extends EvaluationKey {
  /** The seat's own person, from a verified sign-in or a personal link; null for somebody we do not know. */
  readonly personId: PersonId | null;
  /** As a form or card sent them. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/**
 * EVA-01: takes one person's answers, whichever route they came by. A refusal stores nothing.
 *
 * Anonymous by construction. One transaction writes two things that share no column: the mark (who, without what and
 * when) and a slip in the urn (what, without who and when). Writing the slip shakes the urn: all slips that wait in
 * it are written anew in random order under new random numbers, so that neither place, number nor PostgreSQL's own
 * transaction number (xmin) tells which of them came with the latest mark. Later `shuffleAnswers` moves slips in
 * whole steps of five, drawn at random, to the results. No log line, audit row, job or notice is written here.
 * What remains: while a single slip waits, whoever can read the live database knows whose it is.
 */
export async function answerEvaluation(
  tools: Pick<Tools, 'db' | 'tx' | 'clock' | 'ids'>,
  given: GivenAnswers,
): Promise<Outcome<null, AnswerRefusal>> {
  const key = { tenantId: given.tenantId, projectId: given.projectId, sessionId: given.sessionId };
  return await tools.tx(async (work) => {
    const evaluation = await store.lockEvaluation(work.db, key);
    const questions = evaluation?.questions ?? [];
    const ready = await mayAnswer(work, { ...given, evaluation, now: tools.clock.now().epochMilliseconds });
    if (!ready.ok) return ready;
    const answers = readAnswers(questions, given.answers);
    if (!answers.ok) return answers;
    if (!(await insertMark(work.db, key, ready.value))) return refused('alreadyAnswered');
    await shakeUrn(work, tools, key, answers.value);
    return done(null);
  });
}

/** Why somebody cannot answer now, before they have written anything; or the seat that they answer for. */
export async function mayAnswer(
  reader: Pick<Tools, 'db'>,
  asked: Omit<GivenAnswers, 'answers'> & {
    readonly evaluation:
      { readonly opened_at: Date | null; readonly closed_at: Date | null; readonly closes_at: Date } | undefined;
    /** Milliseconds since 1970. */
    readonly now: number;
  },
): Promise<Outcome<PersonId, Exclude<AnswerRefusal, 'invalidAnswers' | 'alreadyAnswered'>>> {
  const { evaluation, personId, now } = asked;
  const key = { tenantId: asked.tenantId, projectId: asked.projectId, sessionId: asked.sessionId };
  const seat = await seatOf(reader, key, personId);
  if (seat === undefined) return refused('notParticipant');
  if (!isTaken(seat)) return refused('markedAbsent');
  if (!evaluation?.opened_at) return refused('notOpen');
  if (evaluation.closed_at !== null || now >= evaluation.closes_at.getTime()) return refused('closed');
  return done(seat.personId);
}

/** The questions as they stand, for a card or form that is about to be shown. */
export async function questionsOf(reader: Pick<Tools, 'db'>, key: EvaluationKey): Promise<readonly Question[]> {
  return (await store.evaluationRow(reader.db, key))?.questions ?? [];
}

/** Ends it by hand before its seven days are over. */
export async function closeEvaluation(
  tools: Tools,
  actor: Actor,
  sessionId: string,
): Promise<Outcome<null, CloseRefusal>> {
  const key = { tenantId: actor.tenantId, projectId: actor.projectId, sessionId };
  return await tools.tx(async (work) => {
    const evaluation = await store.lockEvaluation(work.db, key);
    if (evaluation === undefined) return refused('sessionUnknown');
    if (evaluation.opened_at === null) return refused('notOpen');
    if (evaluation.closed_at !== null) return refused('closed');
    await store.setEvaluation(work.db, key, { closed_at: store.moment(tools.clock.now()) });
    await work.enqueue('evaluations.shuffle', key);
    await recordAct(work, tools, key, { by: actor, act: 'evaluation.closed', subject: sessionId });
    return done(null);
  });
}

const instant = (at: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at.getTime());

/** Whole minutes that one address has to wait between two links, so that nobody can fill somebody's inbox. */
const minutesBetweenLinks = 5;

/**
 * The QR page's answer: mails the personal link when the address has a seat and the evaluation is open, and does
 * nothing otherwise. It tells the caller neither, so the page cannot be used to learn who is registered.
 */
export async function mailOwnLink(tools: Tools, key: EvaluationKey, address: string): Promise<void> {
  const plan = await plannedEvaluation(tools, key);
  const evaluation = await store.evaluationRow(tools.db, key);
  const seat = await seatByAddress(tools, key, address);
  if (plan === undefined || evaluation === undefined || seat === undefined) return;
  const now = tools.clock.now();
  const ready = await mayAnswer(tools, { ...key, personId: seat.personId, evaluation, now: now.epochMilliseconds });
  if (!ready.ok) return;
  const sender = await senderOf(tools, plan.project);
  await tools.tx(async (work) => {
    const url = await personalUrl(work, tools, { key, seat, closes: evaluation.closes_at });
    const offer = offerOf(plan, evaluation.questions, instant(evaluation.closes_at));
    await queueMail(work, tools, {
      ...key,
      kind: 'evaluation.link',
      personId: seat.personId,
      version: String(Math.floor(now.epochMilliseconds / (minutesBetweenLinks * 60_000))),
      to: { address: seat.address, name: seat.name },
      letter: linkLetter({ offer, givenName: seat.givenName, url, sender }),
      grace: 'none',
      confirmationId: null,
    });
  });
}

/** Days after closing in which the link still opens, to say that it is too late. */
const daysAfterClosing = 30;

/** a new personal link to this evaluation and nothing else. */
export async function personalUrl(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock' | 'settings'>,
  { key, seat, closes }: { readonly key: EvaluationKey; readonly seat: SeatPerson; readonly closes: Date },
): Promise<string> {
  const secret = await issueLink(work, tools, {
    tenantId: key.tenantId,
    projectId: key.projectId,
    purpose: `evaluation:${key.sessionId}`,
    personId: seat.personId,
    subjectId: seat.substitute?.id ?? null,
    expiresAt: instant(closes).add({ hours: 24 * daysAfterClosing }),
  });
  return `${tools.settings.publicUrl}/utvardering/${secret}`;
}
