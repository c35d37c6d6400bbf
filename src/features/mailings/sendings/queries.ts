import { Temporal } from 'temporal-polyfill';
import type { ConfirmationEntry, NoticeEntry } from '../../notices/types.ts';
import { actOf, mailingId } from '../rules.ts';
import type { Sources } from '../sources/types.ts';
import type { MailingRef, Sending } from '../types.ts';

type Read = Pick<Sources, 'confirmations' | 'notices'>;

/** Every time that a letter has had a yes, the latest first, with what became of it per recipient. */
export function sendingsOf(read: Read, ref: MailingRef, graceSeconds: number): readonly Sending[] {
  const act = actOf(ref);
  return read.confirmations
    .filter((one) => one.act === act && one.dueAt === null)
    .map((one) => sendingOf(one, read.notices, graceSeconds));
}

export function sendingOf(yes: ConfirmationEntry, notices: readonly NoticeEntry[], graceSeconds: number): Sending {
  const entries = notices.filter(({ confirmationId, channel }) => confirmationId === yes.id && channel === 'mail');
  const counts = { waiting: 0, sending: 0, sent: 0, stopped: 0, failed: 0, bounced: 0, byHand: 0 };
  for (const { state } of entries) counts[state] += 1;
  const grace = Temporal.Instant.from(yes.confirmedAt).add({ seconds: graceSeconds }).toString();
  return {
    confirmationId: yes.id,
    by: yes.confirmedBy,
    confirmedAt: yes.confirmedAt,
    goesAt: entries[0]?.notBefore ?? grace,
    state: stateOf(yes, counts, entries.length),
    counts,
    recipientCount: entries.length === 0 ? yes.recipientCount : entries.length,
    entries,
    correction: mailingId({ template: 'correction', subject: yes.id }),
  };
}

/** Files go out in the channel first, so their mails are not written until the grace is over. */
function stateOf(yes: ConfirmationEntry, counts: Sending['counts'], written: number): Sending['state'] {
  if (counts.waiting + counts.sending > 0) return 'onItsWay';
  if (counts.sent + counts.bounced + counts.failed + counts.byHand > 0) return 'goneOut';
  if (yes.stoppedAt !== null || counts.stopped > 0) return 'stopped';
  return written === 0 && yes.executedAt === null ? 'onItsWay' : 'goneOut';
}

/** ISO instant of the latest mail that went out; null when none has. */
export function lastSent(sendings: readonly Sending[]): string | null {
  const moments = sendings.flatMap(({ entries }) => entries.flatMap(({ sentAt }) => sentAt ?? []));
  return moments.toSorted().at(-1) ?? null;
}
