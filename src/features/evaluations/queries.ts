import type { Temporal } from 'temporal-polyfill';
import type { ProjectKey, SessionId } from '../../domain/ids.ts';
import { refused, done, type Outcome } from '../../domain/outcome.ts';
import { listDateTime } from '../../domain/swedish-text.ts';
import { languageOf } from '../../domain/words.ts';
import type { Tools } from '../../tools.ts';
import { linksOf } from '../conversations/queries.ts';
import { confirmationsOf } from '../notices/queries.ts';
import { previewOf } from '../notices/rules.ts';
import type { ConfirmationEntry } from '../notices/types.ts';
import { personOf, projectOf, sessionsOf } from '../planning/queries.ts';
import type { Project, Session } from '../planning/types.ts';
import { askLetter } from './letters/letters.ts';
import { questionsFor } from './questions/rules.ts';
import { evaluationTimes, type EvaluationTimes, isEarlierDay, isTaken, shownAnswers, stateOf, tally } from './rules.ts';
import { seatsOf, takenSeats, type SeatPerson } from './seats/queries.ts';
import * as store from './store.ts';
import { markedPersons, storedAnswers } from './urn/store.ts';
import type { ConfirmRefusal, EvaluationKey, EvaluationOffer, EvaluationPreview, EvaluationView } from './types.ts';

type Reader = Pick<Tools, 'db'>;

/** Everything that the plan says about one session's evaluation. */
export interface PlannedEvaluation {
  readonly project: Project;
  readonly session: Session;
  readonly isLast: boolean;
  readonly times: EvaluationTimes | undefined;
}

export const actOf = (sessionId: SessionId): string => `evaluation:${sessionId}`;

export async function plannedEvaluation(reader: Reader, key: EvaluationKey): Promise<PlannedEvaluation | undefined> {
  const project = await projectOf(reader, key);
  if (project === null) return undefined;
  const sessions = (await sessionsOf(reader, key)).filter(({ cancelled }) => !cancelled);
  const session = sessions.find(({ id }) => id === key.sessionId);
  return session === undefined ? undefined : planned(project, session, sessions);
}

function planned(project: Project, session: Session, sessions: readonly Session[]): PlannedEvaluation {
  const { date, endTime: end, agenda, day } = session;
  const times = evaluationTimes({ date, end, agenda, day }, project.timeZone);
  return { project, session, isLast: sessions.at(-1)?.id === session.id, times };
}

/** The standing yes that would open it: the latest one, unless it was stopped. */
export async function standingConfirmation(reader: Reader, key: EvaluationKey): Promise<ConfirmationEntry | undefined> {
  const [latest] = await confirmationsOf(reader, key, actOf(key.sessionId));
  return latest === undefined || latest.stoppedAt !== null ? undefined : latest;
}

export function offerOf(
  { project, session }: PlannedEvaluation,
  questions: EvaluationOffer['questions'],
  closesAt: Temporal.Instant,
): EvaluationOffer {
  const language = languageOf(project.language);
  return {
    projectId: project.projectId,
    projectTitle: project.title,
    sessionId: session.id,
    sessionNumber: session.number,
    theme: session.theme ?? '',
    questions,
    closes: listDateTime(closesAt, project.timeZone, language),
    language,
  };
}

/** Who signs the letters: the content lead by name, else Dalalab. */
export async function senderOf(reader: Reader, project: Project): Promise<string> {
  const contact = project.contactPersonId === null ? null : await personOf(reader, project, project.contactPersonId);
  return contact?.displayName ?? 'Dalalab';
}

/** Who gets what when the evaluation opens, to read before the yes. */
export async function previewEvaluation(
  tools: Reader,
  key: EvaluationKey,
): Promise<Outcome<EvaluationPreview, ConfirmRefusal>> {
  const plan = await plannedEvaluation(tools, key);
  if (plan === undefined) return refused('sessionUnknown');
  if (plan.times === undefined) return refused('noDate');
  if (plan.project.state === 'dormant') return refused('dormant');
  const row = await store.evaluationRow(tools.db, key);
  if (row?.opened_at) return refused('alreadyOpen');
  const questions = questionsFor(plan.isLast);
  const offer = offerOf(plan, questions, plan.times.closesAt);
  const letter = askLetter({ offer, givenName: '…', url: '…', sender: await senderOf(tools, plan.project) });
  const recipients = (await seatsOf(tools, key))
    .filter(isTaken)
    .map(({ personId, address }) => `${personId} ${address}`);
  const moments = [plan.times.opensAt, plan.times.closesAt].map(String);
  const links = await linksOf(tools, key);
  return done({
    ...previewOf({ texts: [letter.subject, letter.text, JSON.stringify(questions), ...moments], recipients }),
    opensAt: plan.times.opensAt.toString(),
    closesAt: plan.times.closesAt.toString(),
    remindsAt: plan.times.remindsAt.toString(),
    channelLinked: links.some(({ audience, installed }) => audience === 'participants' && installed),
    questions,
    subject: letter.subject,
    text: letter.text,
  });
}

/** One session's evaluation: its state and, in steps of five or when it has closed, what was answered. */
export async function evaluationOf(
  tools: Pick<Tools, 'db' | 'settings'>,
  key: EvaluationKey,
): Promise<EvaluationView | undefined> {
  const plan = await plannedEvaluation(tools, key);
  return plan === undefined ? undefined : await viewOf(tools, key, plan);
}

/** Those of all sessions that are not cancelled, in order of number. */
export async function evaluationsOf(
  tools: Pick<Tools, 'db' | 'settings'>,
  key: ProjectKey,
): Promise<readonly EvaluationView[]> {
  const project = await projectOf(tools, key);
  if (project === null) return [];
  const sessions = (await sessionsOf(tools, key)).filter(({ cancelled }) => !cancelled);
  const views = await Promise.all(
    sessions.map((session) =>
      viewOf(
        tools,
        { tenantId: key.tenantId, projectId: key.projectId, sessionId: session.id },
        planned(project, session, sessions),
      ),
    ),
  );
  const earlier = new Set(sessions.filter(({ day }) => isEarlierDay(day)).map(({ id }) => id));
  // One that was opened before the session got another day keeps its answers.
  return views.filter(({ sessionId, state }) => state !== 'undated' || !earlier.has(sessionId));
}

async function viewOf(
  tools: Pick<Tools, 'db' | 'settings'>,
  key: EvaluationKey,
  { session, times, isLast }: PlannedEvaluation,
): Promise<EvaluationView> {
  const row = await store.evaluationRow(tools.db, key);
  const confirmation = await standingConfirmation(tools, key);
  const stored = await storedAnswers(tools.db, key);
  const seats = await takenSeats(tools, key);
  const evaluation = row && { openedAt: row.opened_at, closedAt: row.closed_at };
  const state = stateOf({ times, evaluation, confirmed: confirmation !== undefined });
  const shown = shownAnswers(stored.length, state === 'closed');
  const counted = row?.compiled ?? {
    answered: await answeredCount(tools, key),
    invited: seats.length,
    shown,
    results: tally(row?.questions ?? questionsFor(isLast), stored.slice(0, shown)),
  };
  return {
    sessionId: session.id,
    sessionNumber: session.number,
    sessionTitle: session.title,
    date: session.date,
    state,
    opensAt: row?.opened_at?.toISOString() ?? times?.opensAt.toString() ?? null,
    closesAt: row?.opened_at ? row.closes_at.toISOString() : (times?.closesAt.toString() ?? null),
    confirmedBy: confirmation?.confirmedBy ?? null,
    confirmationId: confirmation?.id ?? null,
    ...counted,
    isDisposed: row?.compiled != null,
    qrUrl: `${tools.settings.publicUrl}/utvardering/qr/${key.projectId}/${session.id}`,
  };
}

/** When it opened and closes, for those who are about to answer. */
export async function evaluationRowOf(
  reader: Reader,
  key: EvaluationKey,
): Promise<{ readonly opened_at: Date | null; readonly closed_at: Date | null; readonly closes_at: Date } | undefined> {
  return await store.evaluationRow(reader.db, key);
}

/** How many have answered: the marks, which say who but not what. */
export async function answeredCount(tools: Reader, key: EvaluationKey): Promise<number> {
  return (await markedPersons(tools.db, key)).length;
}

/** "27 av 31 har svarat": for the thank-you and the page to project. */
export async function turnout(
  tools: Reader,
  key: EvaluationKey,
): Promise<{ readonly answered: number; readonly invited: number }> {
  const [answered, seats] = [await answeredCount(tools, key), await takenSeats(tools, key)];
  return { answered, invited: seats.length };
}

export async function hasAnswered(tools: Reader, key: EvaluationKey, personId: string): Promise<boolean> {
  return (await markedPersons(tools.db, key)).includes(personId);
}

/** The seat that an address belongs to, substitutes included. */
export async function seatByAddress(
  tools: Reader,
  key: EvaluationKey,
  address: string,
): Promise<SeatPerson | undefined> {
  const folded = address.trim().normalize('NFC').toLowerCase();
  return (await seatsOf(tools, key)).find((seat) => seat.address.trim().toLowerCase() === folded);
}
