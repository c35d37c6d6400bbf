import type { ProjectKey } from '../../../domain/ids.ts';
import { localDate, localDateOf } from '../../../domain/local-date.ts';
import { sessionNumber } from '../../../domain/session-day.ts';
import { dayMonth } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { queuePost } from '../../notices/actions.ts';
import type { Venue } from '../../planning/types.ts';
import { declinedText } from '../letters/declined.ts';
import { projectRooms } from '../queries.ts';
import { alternatives, guessWhy, nearlyAlternatives, reasonIn } from '../rules.ts';
import { bookingRow, saveBooking } from '../store.ts';
import type { Booking } from '../types.ts';

/** A room's no, as the calendar has it. */
interface InCalendar {
  /** The local start that people still have in their calendars, when the session was to move. */
  readonly stands: string | null;
  /** Where the room's answer came, and what it is about. */
  readonly mailbox: string;
  readonly subject: string;
}

/** Tells the planning chat that a venue has said no, why, and which would do instead. Told once per question. */
export async function tellDeclined(
  tools: Tools,
  { tenantId, projectId }: ProjectKey,
  booking: Booking,
  event: InCalendar | null = null,
): Promise<void> {
  const key = { tenantId, projectId };
  const rooms = await projectRooms(tools, key);
  const one = rooms?.sessions.find(({ session }) => session.id === booking.sessionId);
  if (rooms === null || one === undefined) return;
  const language: Language = rooms.project.language === 'en' ? 'en' : 'sv';
  const day = one.session.date === null ? '' : dayMonth(localDate(one.session.date), language);
  const venue = rooms.venues.find(({ id }) => id === booking.venueId);
  const note = booking.note ?? (event === null ? null : await reasonOf(tools, booking, venue, event));
  const text = declinedText(
    {
      number: sessionNumber(one.session, language),
      venueName: venue?.name ?? '',
      when: language === 'sv' ? `den ${day}` : day,
      note,
      guess: event === null ? null : guessWhy(booking.askedFor, localDateOf(tools.clock.now(), rooms.project.timeZone)),
      stands: event?.stands == null ? null : dayMonth(localDate(event.stands.slice(0, 10)), language),
      alternatives: alternatives(one.options, booking.venueId),
      nearly: nearlyAlternatives(one.options, booking.venueId),
    },
    language,
  );
  await tools.tx(async (work) => {
    const now = note === booking.note ? null : await bookingRow(work, key, booking.sessionId);
    if (now?.status === booking.status && now.askedAt === booking.askedAt)
      await saveBooking(work, key, { ...now, note });
    await queuePost(work, tools, {
      ...key,
      kind: 'room.declined',
      sessionId: booking.sessionId,
      version: `${booking.venueId} ${booking.askedAt ?? ''}`,
      place: 'planningChat',
      post: { text },
      grace: 'none',
      confirmationId: null,
    });
  });
}

/** VEN-02: why stands in the room's letter alone. A mailbox that cannot be read now keeps nobody from learning of the no. */
async function reasonOf(
  tools: Tools,
  { askedAt }: Booking,
  venue: Venue | undefined,
  { mailbox, subject }: InCalendar,
): Promise<string | null> {
  const room = venue?.roomMailbox ?? null;
  if (room === null || askedAt === null) return null;
  try {
    const said = await tools.mailbox.roomWords(mailbox, { room, subject, since: askedAt });
    return said === null ? null : reasonIn(said) || null;
  } catch (cause) {
    tools.log.warn({ err: cause }, 'what a room says cannot be read');
    return null;
  }
}
