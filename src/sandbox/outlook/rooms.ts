import { answerTo, schedule } from '../far-side.ts';
import type { FarSide } from '../far-side.ts';
import type { Happening, StoredEvent } from '../rows.ts';
import type { RoomPolicy } from '../world.ts';
import { giveAnswer } from './answers.ts';
import { eventIn, organiserEvent } from './copies.ts';
import { occurrencesOf } from './series.ts';

type Asked = Extract<Happening, { kind: 'roomAnswers' | 'delegateAnswers' }>;

const dayMs = 86_400_000;

/** A room's mailbox processes an invitation by its policy. The reason stands in the mail to the organiser alone. */
export function roomAnswers(far: FarSide, what: Extract<Asked, { kind: 'roomAnswers' }>): void {
  const event = standing(far, what);
  const policy = far.directory.roomPolicy(what.mailbox);
  if (event === undefined || policy === undefined) return;
  const reason = declineReason(far, event, what.mailbox, policy);
  if (reason !== null) {
    giveAnswer(far, what, 'decline', answerTo(far, 'roomReason') === 'told' ? reason : '');
  } else if (policy.delegate !== null) {
    giveAnswer(far, what, 'tentative', 'Bokningen väntar på godkännande av lokalens ansvarige.');
    schedule(far, policy.delegate.afterSeconds * 1000, { ...what, kind: 'delegateAnswers' });
  } else {
    giveAnswer(far, what, 'accept', 'Bokningen är accepterad.');
  }
}

export function delegateAnswers(far: FarSide, what: Extract<Asked, { kind: 'delegateAnswers' }>): void {
  const answer = far.directory.roomPolicy(what.mailbox)?.delegate?.answer ?? 'none';
  if (standing(far, what) === undefined || answer === 'none') return;
  const comment = answer === 'accept' ? 'Lokalens ansvarige har godkänt.' : 'Lokalens ansvarige har sagt nej.';
  giveAnswer(far, what, answer, comment);
}

/** The meeting as the room was asked about it; a later change asked anew. */
function standing(far: FarSide, what: Asked): StoredEvent | undefined {
  const copy = eventIn(far, what.mailbox, what.iCalUId);
  if (copy === undefined || copy.isCancelled || copy.sequence !== what.sequence) return undefined;
  return organiserEvent(far, what.iCalUId);
}

/** Exchange's rules of calendar processing, in the order in which Exchange names a reason. Null accepts. */
function declineReason(far: FarSide, event: StoredEvent, mailbox: string, policy: RoomPolicy): string | null {
  const heads = 1 + event.attendees.filter((attendee) => attendee.type !== 'resource').length;
  const capacity = far.directory.room(mailbox)?.capacity ?? Infinity;
  if (policy.bookingType === 'reserved') return 'Lokalen är reserverad och går inte att boka.';
  if (event.endMs - event.startMs > policy.maximumDurationInMinutes * 60_000)
    return `Mötet är längre än ${policy.maximumDurationInMinutes} minuter, som är det längsta för lokalen.`;
  // Exchange declines a whole series when a day of it lies beyond the window or is taken.
  const last = occurrencesOf(event).at(-1) ?? event;
  if (last.startMs - far.clock.nowMs() > policy.bookingWindowInDays * dayMs)
    return `Mötet ligger mer än ${policy.bookingWindowInDays} dagar framåt. Lokalen går inte att boka så tidigt.`;
  if (policy.acceptsUntil !== null && last.endMs > Date.parse(policy.acceptsUntil))
    return `Lokalen går bara att boka till och med ${policy.acceptsUntil.slice(0, 10)}.`;
  if (policy.enforceCapacity && heads > capacity) return `Mötet har ${heads} deltagare men lokalen rymmer ${capacity}.`;
  if (!policy.allowConflicts && isTaken(far, event, mailbox)) return 'Lokalen är redan bokad den tiden.';
  return null;
}

/** Only what the room has said yes (or perhaps) to is in the way; two who wait for an answer are served in order. */
function isTaken(far: FarSide, event: StoredEvent, mailbox: string): boolean {
  const asked = occurrencesOf(event);
  return far.tables
    .eventsOf(mailbox)
    .filter(
      (other) =>
        other.iCalUId !== event.iCalUId &&
        other.removedAt === null &&
        other.showAs !== 'free' &&
        other.response !== 'notResponded',
    )
    .flatMap(occurrencesOf)
    .some((other) => asked.some((one) => other.startMs < one.endMs && other.endMs > one.startMs));
}
