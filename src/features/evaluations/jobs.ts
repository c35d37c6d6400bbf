import { Temporal } from 'temporal-polyfill';
import { listDateTime } from '../../domain/swedish-text.ts';
import { languageOf } from '../../domain/words.ts';
import type { JobPayloads, JobResult } from '../../ports/jobs.ts';
import type { Tools } from '../../tools.ts';
import { conversationFor } from '../conversations/queries.ts';
import { queueMail, queuePost } from '../notices/actions.ts';
import { markConfirmed } from '../notices/confirmations/actions.ts';
import type { ConfirmationEntry } from '../notices/types.ts';
import { personalUrl } from './actions.ts';
import { openEvaluation } from './opening/actions.ts';
import { announcement, remindLetter } from './letters/letters.ts';
import { offerOf, plannedEvaluation, senderOf, standingConfirmation, type PlannedEvaluation } from './queries.ts';
import { step, type EvaluationTimes } from './rules.ts';
import { takenSeats } from './seats/queries.ts';
import { moveStanding } from './standing/store.ts';
import * as store from './store.ts';
import type { EvaluationCard, EvaluationKey } from './types.ts';
import { shuffleAnswers } from './urn/actions.ts';
import { closedWithSlips, markedPersons, waitingInUrn } from './urn/store.ts';

const instant = (at: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at.getTime());
const isDue = (at: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) <= 0;
/** Told in the planning chat this long before it opens. */
const announcedHours = 24;

/** The two jobs. The card's builder comes from outside: what a card looks like is the bot's affair. */
export function evaluationJobs(card: EvaluationCard): {
  readonly 'evaluations.open': (tools: Tools, payload: JobPayloads['evaluations.open']) => Promise<JobResult>;
  readonly 'evaluations.shuffle': (tools: Tools, payload: JobPayloads['evaluations.shuffle']) => Promise<JobResult>;
} {
  return {
    'evaluations.open': (tools, payload) => openEvaluation(tools, payload, card),
    'evaluations.shuffle': shuffleAnswers,
  };
}

/** Opens, reminds, closes and moves answers, for every project that is awake, as far as the clock has come. */
export async function runDue(tools: Tools): Promise<void> {
  for (const row of await store.unfinishedEvaluations(tools.db)) {
    const key = keyOf(row);
    await (row.opened_at === null ? beforeOpening(tools, key, row) : whileOpen(tools, key, row));
  }
  for (const key of await closedWithSlips(tools.db))
    await tools.tx(({ enqueue }) => enqueue('evaluations.shuffle', key));
}

/** The next moment at which `runDue` has something to do. */
export async function nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined> {
  const now = tools.clock.now();
  const moments: Temporal.Instant[] = [];
  for (const row of await store.unfinishedEvaluations(tools.db)) {
    if (row.opened_at !== null) moments.push(instant(row.closes_at));
    if (row.opened_at !== null && (await isReminded(tools, keyOf(row)))) continue;
    const plan = await plannedEvaluation(tools, keyOf(row));
    if (plan?.times === undefined) continue;
    const { opensAt, remindsAt } = plan.times;
    if (row.opened_at === null) moments.push(opensAt.subtract({ hours: announcedHours }), opensAt);
    else moments.push(remindsAt);
  }
  return moments.filter((at) => !isDue(at, now)).sort(Temporal.Instant.compare)[0];
}

const keyOf = (row: store.EvaluationRow): EvaluationKey => ({
  tenantId: row.tenant_id,
  projectId: row.project_id,
  sessionId: row.session_id,
});

async function beforeOpening(tools: Tools, key: EvaluationKey, row: store.EvaluationRow): Promise<void> {
  const plan = await plannedEvaluation(tools, key);
  const confirmation = await standingConfirmation(tools, key);
  if (plan?.times === undefined || confirmation === undefined) return;
  await followPlan(tools, key, { row, times: plan.times, confirmation });
  const now = tools.clock.now();
  if (isDue(plan.times.closesAt, now)) return;
  if (isDue(plan.times.opensAt, now)) return await tools.tx(({ enqueue }) => enqueue('evaluations.open', key));
  if (confirmation.announcedAt === null && isDue(plan.times.opensAt.subtract({ hours: announcedHours }), now))
    await announce(tools, key, { plan, opensAt: plan.times.opensAt, confirmation });
}

interface Standing {
  readonly row: store.EvaluationRow;
  readonly times: EvaluationTimes;
  readonly confirmation: ConfirmationEntry;
}

/** A moved session or evaluation item moves the opening with it; the yes was given "with the agenda". */
async function followPlan(tools: Tools, key: EvaluationKey, { row, times, confirmation }: Standing): Promise<void> {
  if (times.opensAt.epochMilliseconds === row.opens_at.getTime()) return;
  await tools.tx(async ({ db }) => {
    await store.setEvaluation(db, key, {
      opens_at: store.moment(times.opensAt),
      closes_at: store.moment(times.closesAt),
    });
    await moveStanding(db, { ...key, id: confirmation.id }, times.opensAt);
  });
}

async function announce(
  tools: Tools,
  key: EvaluationKey,
  what: {
    readonly plan: PlannedEvaluation;
    readonly opensAt: Temporal.Instant;
    readonly confirmation: ConfirmationEntry;
  },
): Promise<void> {
  const { project, session } = what.plan;
  const language = languageOf(project.language);
  const seats = await takenSeats(tools, key);
  await tools.tx(async (work) => {
    const first = await markConfirmed(work, { ...key, id: what.confirmation.id }, 'announced_at', tools.clock.now());
    if (!first || (await conversationFor({ db: work.db }, key, 'planning')) === undefined) return;
    const text = announcement({
      sessionNumber: session.number,
      opens: listDateTime(what.opensAt, project.timeZone, language),
      people: seats.length,
      confirmedBy: what.confirmation.confirmedBy,
      language,
    });
    await queuePost(work, tools, {
      ...key,
      kind: 'evaluation.announced',
      version: what.confirmation.id,
      place: 'planningChat',
      post: { text },
      grace: 'none',
      confirmationId: what.confirmation.id,
    });
  });
}

async function whileOpen(tools: Tools, key: EvaluationKey, row: store.EvaluationRow): Promise<void> {
  const now = tools.clock.now();
  if (isDue(instant(row.closes_at), now)) return await close(tools, key);
  if (!(await isReminded(tools, key))) {
    const plan = await plannedEvaluation(tools, key);
    if (plan?.times !== undefined && isDue(plan.times.remindsAt, now)) await remind(tools, key, { row, plan });
  }
  if ((await waitingInUrn(tools.db, key)) >= step) await tools.tx(({ enqueue }) => enqueue('evaluations.shuffle', key));
}

async function close(tools: Tools, key: EvaluationKey): Promise<void> {
  await tools.tx(async ({ db, enqueue }) => {
    await store.lockEvaluation(db, key);
    await store.setEvaluation(db, key, { closed_at: store.moment(tools.clock.now()) });
    await enqueue('evaluations.shuffle', key);
  });
}

const remindedMark = ({ sessionId }: EvaluationKey): string => `evaluationReminded:${sessionId}`;

async function isReminded(tools: Pick<Tools, 'db'>, key: EvaluationKey): Promise<boolean> {
  return await store.hasMilestone(tools.db, key, remindedMark(key));
}

/** Once, to those without a mark: the milestone is written with the letters, so a second tick finds it. */
async function remind(
  tools: Tools,
  key: EvaluationKey,
  { row, plan }: { readonly row: store.EvaluationRow; readonly plan: PlannedEvaluation },
): Promise<void> {
  const confirmation = await standingConfirmation(tools, key);
  const sender = await senderOf(tools, plan.project);
  const offer = offerOf(plan, row.questions, instant(row.closes_at));
  await tools.tx(async (work) => {
    if (!(await store.setMilestone(work.db, key, remindedMark(key), tools.clock.now()))) return;
    const marked = new Set(await markedPersons(work.db, key));
    const silent = (await takenSeats(work, key)).filter(({ personId }) => !marked.has(personId));
    for (const seat of silent) {
      const url = await personalUrl(work, tools, { key, seat, closes: row.closes_at });
      await queueMail(work, tools, {
        ...key,
        kind: 'evaluation.reminder',
        personId: seat.personId,
        version: '1',
        to: { address: seat.address, name: seat.name },
        letter: remindLetter({ offer, givenName: seat.givenName, url, sender }),
        grace: 'none',
        confirmationId: confirmation?.id ?? null,
      });
    }
  });
}
