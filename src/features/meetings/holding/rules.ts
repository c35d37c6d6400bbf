import type { MeetingAttendee } from '../../../ports/meetings.ts';
import { isStanding } from '../../rooms/rules.ts';
import { mustAskAgain } from '../asking/rules.ts';
import { hasPeople, hasRoom, locationOf } from '../places/rules.ts';
import type { DesiredMeeting, HoldPart, MeetingFacts, MeetingSession, Mirror, WrittenMeeting } from '../types.ts';

/** Two, so that the old time is kept while the new one is asked for. */
export const holdParts: readonly HoldPart[] = ['roomHoldA', 'roomHoldB'];

export function isHold(part: string): part is HoldPart {
  return holdParts.some((one) => one === part);
}

/** How the room of a session is kept, beside the meeting that people have. */
export interface RoomFirst {
  /** What people keep in their calendars until the room has said yes to another time or place; null when the plan holds. */
  readonly stays: WrittenMeeting | null;
  /** The room stands on an event of its own, so the meeting has none. */
  readonly isApart: boolean;
  /** Events with nobody but a room. */
  readonly holds: readonly DesiredMeeting[];
}

type Slot = Mirror & { readonly part: HoldPart };

function isSlot(mirror: Mirror): mirror is Slot {
  return isHold(mirror.part);
}

const onTheMeeting: RoomFirst = { stays: null, isApart: false, holds: [] };

/**
 * VEN-02: once people have a meeting, its room is asked for another time or place by an event of its own. When it has said
 * yes, one change moves the meeting, which from then on is without room; when it says no, nobody has been mailed. What holds
 * the time that people still have is let go last.
 */
export function roomFirst(facts: MeetingFacts, session: MeetingSession, mirrors: readonly Mirror[]): RoomFirst {
  const live = mirrors.filter(({ sessionId, state }) => sessionId === session.id && state !== 'cancelled');
  const event = live.find(({ part }) => part === 'session');
  const slots = live.filter(isSlot);
  const place = placeOf(session);
  if (event === undefined || place === null) return onTheMeeting;
  const { written } = event;
  const isHere = isAt(written, place);
  const keeper = slots.find((slot) => isAt(slot.written, written));
  const kept = keeper === undefined || isHere ? [] : [asItStands(facts, session, keeper)];
  const room = roomOf(session);
  if (room === null) return { ...onTheMeeting, holds: kept };
  if (isHere) return standing(facts, session, { event, room, slots });
  if (!hasPeople(written) && slots.length === 0) return onTheMeeting;
  // An event of its own would collide with ours: the room is asked by moving what it stands on already.
  if (hasRoom(written, room.address) && overlaps(written, place)) return { ...onTheMeeting, holds: kept };
  if (keeper !== undefined && hasRoom(keeper.written, room.address) && overlaps(keeper.written, place))
    return { stays: null, isApart: true, holds: [holdOf(facts, session, { ...place, part: keeper.part, room })] };
  const asked = slots.find((slot) => isAt(slot.written, place));
  const free = asked?.part ?? holdParts.find((part) => part !== keeper?.part) ?? 'roomHoldB';
  const wantsAsking = isStanding(session.roomStatus) && (asked === undefined || !mustAskAgain(session, asked));
  return {
    stays: hasSaidYes(session) ? null : written,
    isApart: true,
    holds: [...kept, ...(wantsAsking ? [holdOf(facts, session, { ...place, part: free, room })] : [])],
  };
}

function standing(
  facts: MeetingFacts,
  session: MeetingSession,
  { event, room, slots }: { readonly event: Mirror; readonly room: MeetingAttendee; readonly slots: readonly Mirror[] },
): RoomFirst {
  if (hasRoom(event.written, room.address)) return onTheMeeting;
  const holder = slots.find((slot) => isAt(slot.written, event.written));
  if (holder === undefined || mustAskAgain(session, holder) || !isStanding(session.roomStatus)) return onTheMeeting;
  return { stays: null, isApart: true, holds: [asItStands(facts, session, holder)] };
}

/** The mirror of the event on which the room answers for the time and place of the plan. */
export function answersForRoom(session: MeetingSession, mirrors: readonly Mirror[]): Mirror | undefined {
  const place = placeOf(session);
  const room = roomOf(session);
  if (place === null || room === null) return undefined;
  return mirrors.find(
    ({ sessionId, part, state, written }) =>
      sessionId === session.id &&
      state === 'live' &&
      (part === 'session' || isHold(part)) &&
      hasRoom(written, room.address) &&
      isAt(written, place),
  );
}

interface Place extends Pick<WrittenMeeting, 'start' | 'end'> {
  readonly location: Pick<WrittenMeeting['location'], 'displayName'>;
}

function placeOf(session: MeetingSession): (Place & Pick<WrittenMeeting, 'location'>) | null {
  const { start, end } = session;
  return start === null || end === null ? null : { start, end, location: locationOf(session) };
}

function isAt(one: Place, other: Place): boolean {
  return one.start === other.start && one.end === other.end && one.location.displayName === other.location.displayName;
}

/** In the same place, and in part at the same time. Local times of one zone as text, which sort as they come. */
function overlaps(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end && one.location.displayName === other.location.displayName;
}

function roomOf({ venue, roomStatus }: MeetingSession): MeetingAttendee | null {
  if (venue === null || venue.mailbox === null || roomStatus === 'none') return null;
  return { address: venue.mailbox, name: venue.name, type: 'resource' };
}

/** To this very time: an answer for another is none. */
function hasSaidYes({ roomStatus, isRoomCurrent }: MeetingSession): boolean {
  return isRoomCurrent && (roomStatus === 'accepted' || roomStatus === 'confirmedByHand');
}

function holdOf(
  facts: MeetingFacts,
  session: MeetingSession,
  where: Pick<DesiredMeeting, 'start' | 'end' | 'location'> & {
    readonly part: HoldPart;
    readonly room: MeetingAttendee;
  },
): DesiredMeeting {
  const { part, start, end, location, room } = where;
  return {
    sessionId: session.id,
    part,
    mailbox: facts.organiserMailbox,
    subject: session.roomSubject,
    html: '',
    start,
    end,
    timeZone: facts.timeZone,
    location,
    isOnline: false,
    invitesParticipants: false,
    attendees: [room],
  };
}

/** Left exactly as it is. */
function asItStands(
  { timeZone }: MeetingFacts,
  { id }: MeetingSession,
  { part, mailbox, written }: Mirror,
): DesiredMeeting {
  const { subject, html, start, end, location, attendees } = written;
  const meeting = { subject, html, start, end, location, attendees };
  return { ...meeting, sessionId: id, part, mailbox, timeZone, isOnline: false, invitesParticipants: false };
}
