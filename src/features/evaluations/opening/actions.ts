import { Temporal } from 'temporal-polyfill';
import { canReach } from '../../../domain/reach.ts';
import type { JobResult } from '../../../ports/jobs.ts';
import type { Tools, Work } from '../../../tools.ts';
import { openChats, wakeFollowUps } from '../../conversations/actions.ts';
import { conversationFor } from '../../conversations/queries.ts';
import { queueMail, queuePost } from '../../notices/actions.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { markConfirmed } from '../../notices/confirmations/actions.ts';
import type { ConfirmationEntry } from '../../notices/types.ts';
import { joinByAddress } from '../../planning/identity/actions.ts';
import { personalUrl } from '../actions.ts';
import { askLetter } from '../letters/letters.ts';
import { offerOf, plannedEvaluation, senderOf, standingConfirmation } from '../queries.ts';
import { takenSeats, type SeatPerson } from '../seats/queries.ts';
import * as store from '../store.ts';
import type { EvaluationCard, EvaluationKey, EvaluationOffer } from '../types.ts';

const instant = (at: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at.getTime());

/**
 * Opens a session's evaluation under its standing confirmation: the shared card in the participants' channel when one
 * is linked, and one personal route per seat. Everything is queued in the transaction that marks it open, so a crash
 * leaves either nothing or all of it, and a second run finds it open.
 */
export async function openEvaluation(tools: Tools, key: EvaluationKey, card: EvaluationCard): Promise<JobResult> {
  const plan = await plannedEvaluation(tools, key);
  const confirmation = await standingConfirmation(tools, key);
  const waiting = await store.evaluationRow(tools.db, key);
  if (plan === undefined || confirmation === undefined || waiting === undefined) return 'done';
  if (plan.project.state === 'dormant' || waiting.opened_at !== null) return 'done';
  const seats = await reachableSeats(tools, key);
  await openChats(tools, key, seats.filter(hasChat));
  const sender = await senderOf(tools, plan.project);
  await tools.tx(async (work) => {
    const row = await store.lockEvaluation(work.db, key);
    if (row === undefined || row.opened_at !== null) return;
    const now = tools.clock.now();
    if (!(await markConfirmed(work, { ...key, id: confirmation.id }, 'executed_at', now))) return;
    await store.setEvaluation(work.db, key, { opened_at: store.moment(now) });
    await store.setMilestone(work.db, key, `evaluationOpened:${key.sessionId}`, now);
    const offer = offerOf(plan, row.questions, instant(row.closes_at));
    const out = { work, tools, key, offer, card, sender, confirmation, closes: row.closes_at };
    await queueShared(out);
    for (const seat of seats) await queuePersonal(out, seat);
    await recordAct(work, tools, key, {
      by: { personId: null, name: confirmation.confirmedBy },
      act: 'evaluation.opened',
      subject: key.sessionId,
      details: { people: seats.length },
    });
    await wakeFollowUps(work, key);
  });
  return 'done';
}

/** The seats, after whoever has an account in the tenant has been found there. */
async function reachableSeats(tools: Tools, key: EvaluationKey): Promise<readonly SeatPerson[]> {
  const unknown = (await takenSeats(tools, key)).filter(({ oid }) => oid === null).map(({ address }) => address);
  await joinByAddress(tools, key.tenantId, unknown);
  return await takenSeats(tools, key);
}

interface Opening {
  readonly work: Work;
  readonly tools: Tools;
  readonly key: EvaluationKey;
  readonly offer: EvaluationOffer;
  readonly card: EvaluationCard;
  readonly sender: string;
  readonly confirmation: ConfirmationEntry;
  readonly closes: Date;
}

async function queueShared({ work, tools, key, offer, card, confirmation }: Opening): Promise<void> {
  if ((await conversationFor({ db: work.db }, key, 'participants')) === undefined) return;
  await queuePost(work, tools, {
    ...key,
    kind: 'evaluation.shared',
    version: '1',
    place: 'participantsChannel',
    post: card({ ...offer, audience: 'shared' }),
    grace: 'none',
    confirmationId: confirmation.id,
  });
}

/** A card where the person has a chat with the bot, and the mail wherever that does not work. */
async function queuePersonal(out: Opening, seat: SeatPerson): Promise<void> {
  const { work, tools, key, offer, card, sender, confirmation, closes } = out;
  const url = await personalUrl(work, tools, { key, seat, closes });
  const order = {
    ...key,
    kind: 'evaluation.personal',
    personId: seat.personId,
    version: '1',
    grace: 'none',
    confirmationId: confirmation.id,
  } as const;
  const to = { address: seat.address, name: seat.name };
  const letter = askLetter({ offer, givenName: seat.givenName, url, sender });
  if (!hasChat(seat)) return void (await queueMail(work, tools, { ...order, to, letter }));
  const post = card({ ...offer, audience: 'personal' });
  await queuePost(work, tools, { ...order, place: 'personalChat', post, orMail: { to, letter } });
}

type InChat = SeatPerson & { readonly oid: string };

/** known in the directory, with an account that a chat of one’s own reaches. */
function hasChat(seat: SeatPerson): seat is InChat {
  return seat.oid !== null && canReach(seat.accountType, 'personalChat');
}
