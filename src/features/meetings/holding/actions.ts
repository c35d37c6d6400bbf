import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { recordStandingRoom } from '../../rooms/outlook/actions.ts';
import { folded } from '../places/rules.ts';
import { mirrorsOf } from '../store.ts';
import type { MeetingFacts } from '../types.ts';
import { answersForRoom } from './rules.ts';

/**
 * VEN-02: a session that has been moved back to a time which its room still keeps asks nobody; what the room has answered
 * there counts again. True when a booking has changed, so that what should be has to be worked out anew.
 */
export async function takeBackRooms(
  tools: Pick<Tools, 'meetings' | 'tx' | 'db'>,
  key: ProjectKey,
  facts: MeetingFacts,
): Promise<boolean> {
  const moved = facts.sessions.filter(
    ({ isRoomCurrent, isCancelled, venue }) => !isRoomCurrent && !isCancelled && (venue?.mailbox ?? null) !== null,
  );
  if (moved.length === 0) return false;
  const mirrors = await mirrorsOf(tools, key);
  let hasChanged = false;
  for (const session of moved) {
    const mirror = answersForRoom(session, mirrors);
    const room = session.venue?.mailbox ?? null;
    if (mirror === undefined || mirror.eventId === null || room === null) continue;
    const actual = await tools.meetings.read(mirror.mailbox, mirror.eventId);
    const attendee = actual?.attendees.find(({ address }) => folded(address) === folded(room));
    if (attendee === undefined) continue;
    const { response, respondedAt } = attendee;
    const askedAt = mirror.written.roomAskedAt ?? null;
    const said = { sessionId: session.id, response, respondedAt, askedAt, time: session };
    hasChanged = (await tools.tx((work) => recordStandingRoom(work, key, said))) || hasChanged;
  }
  return hasChanged;
}
