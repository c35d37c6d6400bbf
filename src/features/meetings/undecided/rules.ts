import { Temporal } from 'temporal-polyfill';
import { isOver, isVenueSettled } from '../rules.ts';
import type { MeetingFacts, MeetingSession, Mirror } from '../types.ts';

interface Awaiting extends Pick<MeetingSession, 'id' | 'isCancelled' | 'start' | 'end' | 'format' | 'roomStatus'> {
  readonly venue: { readonly mailbox: string | null } | null;
}

/**
 * VEN-02: the registration has closed, and the participants of these sessions are kept waiting for a room that has said no or
 * nothing. Those who were let in before a move stay in, so they are not among them.
 */
export function keptWaiting<Session extends Awaiting>(
  facts: Pick<MeetingFacts, 'isActive' | 'registrationClosed' | 'timeZone'> & { readonly sessions: readonly Session[] },
  mirrors: readonly Mirror[],
  now: Temporal.Instant,
): readonly Session[] {
  if (!facts.isActive || !facts.registrationClosed) return [];
  return facts.sessions.filter(
    (session) =>
      !session.isCancelled &&
      session.start !== null &&
      !isOver(session, facts.timeZone, now) &&
      !isVenueSettled(session) &&
      !mirrors.some(
        ({ sessionId, part, state, written }) =>
          sessionId === session.id && part === 'session' && state !== 'cancelled' && written.invitesParticipants,
      ),
  );
}

/** Already so when the registration closed; a venue chosen after it has its own time to answer. */
export function wasAskedBefore(askedAt: string | null, closedAt: string): boolean {
  return (
    askedAt !== null && Temporal.Instant.compare(Temporal.Instant.from(askedAt), Temporal.Instant.from(closedAt)) <= 0
  );
}
