import { Temporal } from 'temporal-polyfill';
import { hasRoom } from '../places/rules.ts';
import type { MeetingSession, Mirror, Operation, WrittenMeeting } from '../types.ts';

/**
 * VEN-02: a room that stands on the event with a no is asked again by being taken off and put on anew, which tells nobody but
 * the room, whoever else is invited. A room whose time changes is asked by the move itself.
 */
export function mustAskAgain(session: MeetingSession, before: Mirror | undefined): boolean {
  const { venue, roomStatus, roomAskedAt, start, end } = session;
  if (before === undefined || venue === null || venue.mailbox === null) return false;
  if (roomStatus !== 'asked' || roomAskedAt === null || !hasRoom(before.written, venue.mailbox)) return false;
  if (before.written.start !== start || before.written.end !== end) return false;
  const { roomAskedAt: asked } = before.written;
  if (asked === undefined || asked === null) return true;
  return Temporal.Instant.compare(Temporal.Instant.from(roomAskedAt), Temporal.Instant.from(asked)) > 0;
}

/** When the room on the event was last asked: by being put on it, or by a new time. Null when there is none. */
export function roomAskedBy(
  { fields, mirror }: Extract<Operation, { kind: 'change' }>,
  written: WrittenMeeting,
  now: Temporal.Instant,
): string | null {
  const room = written.attendees.find(({ type }) => type === 'resource');
  if (room === undefined) return null;
  const isAsked = fields.includes('time') || !hasRoom(mirror.written, room.address);
  return isAsked ? now.toString() : (mirror.written.roomAskedAt ?? null);
}
