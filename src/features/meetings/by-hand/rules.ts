import { folded } from '../places/rules.ts';
import { isVenueSettled } from '../rules.ts';
import type { Desired, DesiredMeeting, MeetingFacts, Mirror } from '../types.ts';
import type { HandBooking, HandStep, HandTold } from './types.ts';

/** Without Outlook nobody makes a link or a copy in a shared calendar: the session's own meeting is what remains. */
export function byHandFacts(facts: MeetingFacts): MeetingFacts {
  return {
    ...facts,
    sharedCalendarMailbox: null,
    sessions: facts.sessions.map((session) => ({ ...session, format: 'onsite', remote: null })),
  };
}

/** What the plan would say if every venue had said yes: whom a no, or a long wait for an answer, leaves as they are. */
export function ifVenuesSaidYes(facts: MeetingFacts): MeetingFacts {
  return {
    ...facts,
    sessions: facts.sessions.map((session) =>
      isVenueSettled(session) ? session : { ...session, roomStatus: 'confirmedByHand' },
    ),
  };
}

/** `session address` of everybody on the sessions' meetings. */
export function invitedIn({ meetings }: Desired): ReadonlySet<string> {
  const own = meetings.filter(({ part }) => part === 'session');
  return new Set(
    own.flatMap(({ sessionId, attendees }) =>
      attendees.map(({ address }) => nameOf({ sessionId, address: folded(address) })),
    ),
  );
}

export function toldOf({
  subject,
  start,
  end,
  location,
}: Pick<DesiredMeeting, 'subject' | 'start' | 'end' | 'location'>): HandTold {
  const place = [location.displayName, location.address ?? ''].filter((part) => part !== '').join(', ');
  return { subject, start, end, place };
}

function isSame(one: HandTold, other: HandTold): boolean {
  return one.start === other.start && one.end === other.end && one.place === other.place;
}

export interface HandKnown {
  readonly held: readonly HandBooking[];
  /** `session address` of those whom a file has reached. */
  readonly reached: ReadonlySet<string>;
  /** The same of those who keep what they have while a venue has not said yes. */
  readonly stays: ReadonlySet<string>;
  /** Rises with the plan; the file on one's own page has the same number, and the same event. */
  readonly revision: number;
  uidOf(sessionId: string): string;
}

export const nameOf = ({ sessionId, address }: Pick<HandBooking, 'sessionId' | 'address'>): string =>
  `${sessionId} ${address}`;

/** CAL-01, X-09: the smallest list of files between what people hold and what the plan says. A second time it is empty. */
export function handSteps(
  { meetings, leave }: Desired,
  { held, reached, stays, revision, uidOf }: HandKnown,
): readonly HandStep[] {
  const steps: HandStep[] = [];
  const wanted = new Set<string>();
  for (const meeting of meetings.filter(({ part }) => part === 'session')) {
    const told = toldOf(meeting);
    for (const person of meeting.attendees.filter(({ type }) => type !== 'resource')) {
      const key = { sessionId: meeting.sessionId, address: folded(person.address) };
      wanted.add(nameOf(key));
      const before = held.find((one) => nameOf(one) === nameOf(key));
      if (before?.state === 'live' && isSame(before.told, told)) continue;
      const booking: HandBooking = {
        ...key,
        uid: before?.uid ?? uidOf(meeting.sessionId),
        sequence: Math.max((before?.sequence ?? -1) + 1, revision),
        told,
        state: 'live',
        fromOutlook: before?.fromOutlook ?? false,
      };
      steps.push({ kind: 'invite', booking, name: person.name, isNew: before?.state !== 'live' });
    }
  }
  for (const booking of held) {
    const name = nameOf(booking);
    if (booking.state === 'cancelled' || wanted.has(name) || stays.has(name) || leave.has(booking.sessionId)) continue;
    const isReached = reached.has(name) || booking.fromOutlook;
    const sequence = Math.max(booking.sequence + 1, revision);
    steps.push({ kind: 'cancel', isReached, booking: { ...booking, sequence, state: 'cancelled' } });
  }
  return steps;
}

/** What people hold of Outlook's own meetings, as the start of what is changed by hand from now on: the same events, told by file. */
export function heldInOutlook(
  mirrors: readonly (Mirror & { readonly iCalUId: string | null })[],
  revision: number,
): readonly HandBooking[] {
  return mirrors
    .filter(
      ({ part, state, iCalUId, drift }) =>
        part === 'session' && state === 'live' && iCalUId !== null && drift?.removed === undefined,
    )
    .flatMap(({ sessionId, written, iCalUId }) =>
      written.attendees
        .filter(({ type }) => type !== 'resource')
        .map(({ address }) => ({
          sessionId,
          address: folded(address),
          uid: iCalUId ?? '',
          sequence: revision,
          told: toldOf(written),
          state: 'live' as const,
          fromOutlook: true,
        })),
    );
}

/** Files that reached people, of events that are not Outlook's own: taken back when Outlook takes over, so that nobody has both. */
export function takenBack({ held, reached }: Pick<HandKnown, 'held' | 'reached'>): readonly HandBooking[] {
  return held
    .filter((one) => one.state === 'live' && !one.fromOutlook && reached.has(nameOf(one)))
    .map((one) => ({ ...one, sequence: one.sequence + 1, state: 'cancelled' as const }));
}
