import { Temporal } from 'temporal-polyfill';
import { hasPeople } from '../places/rules.ts';
import type { Operation } from '../types.ts';

/** Changes of the plan that people may take back, or that are seldom made alone. */
const heldActs: ReadonlySet<string> = new Set([
  'session.move',
  'session.moveUndone',
  'session.change',
  'session.cancel',
  'agenda.changed',
  'rooms.booked',
  'venue.register',
]);
/** Exchange lets a mailbox reach 10 000 recipients in a day, invitations and letters together; some are kept for letters. */
export const mostRecipientsADay = 9_000;

export const sendNowAct = 'meetings.sendNow';

/**
 * When a change may go out: a short while after the last thing that somebody changed about the session, so that a burst of
 * changes is one mail and an "ångra" is none. Undefined when nothing is to be waited for.
 */
export function heldUntil(
  sessionId: string,
  log: readonly { readonly at: string; readonly act: string; readonly subject: string | null }[],
  { now, graceSeconds }: { readonly now: Temporal.Instant; readonly graceSeconds: number },
): Temporal.Instant | undefined {
  const ofSession = log.filter(({ act, subject }) => !isOfOne(act) || subject === sessionId);
  const last = latestAt(ofSession.filter(({ act }) => heldActs.has(act)));
  const sent = latestAt(ofSession.filter(({ act }) => act === sendNowAct));
  if (last === undefined || (sent !== undefined && sent >= last)) return undefined;
  const until = Temporal.Instant.from(last).add({ seconds: graceSeconds });
  return Temporal.Instant.compare(until, now) > 0 ? until : undefined;
}

function latestAt(acts: readonly { readonly at: string }[]): string | undefined {
  return acts
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
}

/** The others are about a venue or many sessions at once. */
function isOfOne(act: string): boolean {
  return act.startsWith('session.') || act === 'agenda.changed' || act === sendNowAct;
}

/** Updates and cancellations that reach people; who comes and goes by a registration of their own is not kept waiting. */
export function canWait(operation: Operation): boolean {
  if (operation.kind === 'create') return false;
  const { part, written } = operation.mirror;
  if (part !== 'session' && part !== 'remoteSpeakers' && part !== 'sharedCalendar') return false;
  const isUpdate = operation.kind === 'cancel' || operation.fields.some((field) => field !== 'attendees');
  return isUpdate && (part === 'sharedCalendar' || hasPeople(written));
}
