import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import { foldEmail } from '../../../domain/swedish-text.ts';
import type { Tools, Work } from '../../../tools.ts';
import { sessionsOf, venuesOf } from '../../planning/queries.ts';
import type { Venue } from '../../planning/types.ts';
import { roomAnswer, timeText } from '../rules.ts';
import { bookingRow, saveBooking } from '../store.ts';
import type { Booking } from '../types.ts';

/**
 * A room's mailbox has answered the invitation. Answers the booking when that changed it: an accept lets the people in,
 * a decline is told with `tellDeclined` after the transaction.
 */
export async function recordRoomAnswer(
  work: Work,
  tools: Pick<Tools, 'clock'>,
  key: ProjectKey,
  said: RoomAnswer,
): Promise<Booking | null> {
  const before = await bookingRow(work, key, said.sessionId);
  const status = before === null ? undefined : roomAnswer(before, said);
  if (before === null || status === undefined || !(await isAbout(work, key, before, said))) return null;
  const booking = { ...before, status, answeredAt: said.respondedAt ?? tools.clock.now().toString(), note: null };
  await saveBooking(work, key, booking);
  await work.enqueue('meetings.reconcile', { tenantId: key.tenantId, projectId: key.projectId });
  return booking;
}

export interface RoomAnswer {
  readonly sessionId: SessionId;
  readonly response: string;
  readonly respondedAt: string | null;
  /** Whose calendar it is. */
  readonly room: string;
  /** Local, what the event that it answers says. */
  readonly start: string;
  readonly end: string;
}

/** While a session moves, its former time has an answer too, and another room may have the former place. */
async function isAbout(work: Work, key: ProjectKey, booking: Booking, { room, ...time }: RoomAnswer): Promise<boolean> {
  if (booking.askedFor !== null && booking.askedFor !== askedFor(time)) return false;
  const venue = (await venuesOf(work, key)).find(({ id }) => id === booking.venueId);
  return venue?.roomMailbox != null && foldEmail(venue.roomMailbox).address === foldEmail(room).address;
}

/** The event has moved, so Outlook asks the room anew; an earlier answer no longer counts. */
export async function recordAskedAgain(
  work: Work,
  tools: Pick<Tools, 'clock'>,
  key: ProjectKey,
  session: { readonly id: SessionId; readonly localStart: string | null; readonly localEnd: string | null },
): Promise<void> {
  const before = await bookingRow(work, key, session.id);
  if (before === null) return;
  await saveBooking(work, key, {
    ...before,
    status: 'asked',
    askedAt: tools.clock.now().toString(),
    answeredAt: null,
    note: null,
    askedFor: timeText(session),
  });
}

/** The session is back at a time that the room has been asked for before, and the question still stands. */
export async function recordStandingRoom(
  work: Work,
  key: ProjectKey,
  said: {
    readonly sessionId: SessionId;
    readonly response: string;
    readonly respondedAt: string | null;
    readonly askedAt: string | null;
    /** Local, with or without seconds. */
    readonly time: { readonly start: string | null; readonly end: string | null };
  },
): Promise<boolean> {
  const before = await bookingRow(work, key, said.sessionId);
  if (before === null) return false;
  const { time, askedAt, respondedAt } = said;
  const asked: Booking = {
    ...before,
    status: 'asked',
    askedAt,
    answeredAt: null,
    note: null,
    askedFor: askedFor(time),
  };
  const status = roomAnswer(asked, said);
  await saveBooking(work, key, status === undefined ? asked : { ...asked, status, answeredAt: respondedAt });
  return true;
}

/** As a booking keeps it, whether the seconds are told or not. */
function askedFor({ start, end }: { readonly start: string | null; readonly end: string | null }): string {
  return timeText({ localStart: minutes(start), localEnd: minutes(end) });
}

function minutes(local: string | null): string | null {
  return local === null ? null : local.slice(0, 16);
}

/**
 * A session is held where somebody has put it in Outlook. A room with a calendar is asked for the day; anywhere else somebody
 * has settled by doing so.
 */
export async function recordPlaceFromOutlook(
  work: Work,
  tools: Pick<Tools, 'clock'>,
  key: ProjectKey,
  { sessionId, venue }: { readonly sessionId: SessionId; readonly venue: Pick<Venue, 'id' | 'roomMailbox'> | null },
): Promise<void> {
  const session = (await sessionsOf(work, key)).find(({ id }) => id === sessionId);
  if (venue === null || session === undefined) return;
  const before = await bookingRow(work, key, sessionId);
  const now = tools.clock.now().toString();
  const hasCalendar = venue.roomMailbox !== null;
  await saveBooking(work, key, {
    sessionId,
    venueId: venue.id,
    status: hasCalendar ? 'asked' : 'confirmedByHand',
    askedAt: now,
    answeredAt: hasCalendar ? null : now,
    note: null,
    headCount: before?.headCount ?? 0,
    headCountSource: before?.headCountSource ?? 'unknown',
    overrideReason: null,
    askedFor: timeText(session),
  });
}

/** Somebody has taken the room off the meeting, and that is right: nothing is booked. */
export async function recordRoomGone(work: Work, key: ProjectKey, sessionId: SessionId): Promise<void> {
  const before = await bookingRow(work, key, sessionId);
  if (before === null) return;
  await saveBooking(work, key, {
    ...before,
    status: 'none',
    askedAt: null,
    answeredAt: null,
    note: null,
    askedFor: null,
  });
}
