import type { ProjectKey } from '../../../domain/ids.ts';
import { localDate, localDateOf } from '../../../domain/local-date.ts';
import { sessionNumber } from '../../../domain/session-day.ts';
import { dayMonth } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { conversationFor } from '../../conversations/queries.ts';
import { queueMail, queuePost } from '../../notices/actions.ts';
import type { Venue } from '../../planning/types.ts';
import { leadPeopleOf } from '../../registration/facts/queries.ts';
import { roomDeclinedLetter, declinedText, type DeclinedRoom } from '../letters/declined.ts';
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

/**
 * Tells the planning chat that a venue has said no, why, and which would do instead; by mail to those who lead where there
 * is no such chat. Told once per question.
 */
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
  const declined: DeclinedRoom = {
    number: sessionNumber(one.session, language),
    venueName: venue?.name ?? '',
    when: language === 'sv' ? `den ${day}` : day,
    note,
    guess: event === null ? null : guessWhy(booking.askedFor, localDateOf(tools.clock.now(), rooms.project.timeZone)),
    stands: event?.stands == null ? null : dayMonth(localDate(event.stands.slice(0, 10)), language),
    alternatives: alternatives(one.options, booking.venueId),
    nearly: nearlyAlternatives(one.options, booking.venueId),
  };
  const order = {
    ...key,
    kind: 'room.declined',
    sessionId: booking.sessionId,
    version: `${booking.venueId} ${booking.askedAt ?? ''}`,
    grace: 'none',
    confirmationId: null,
  } as const;
  const tabUrl = `${tools.settings.publicUrl}/tab/planering/lokaler?projekt=${encodeURIComponent(projectId)}`;
  const mails = (await leadPeopleOf(tools, rooms.project)).map((lead) => ({
    personId: lead.id,
    to: { address: lead.email, name: lead.displayName },
    letter: roomDeclinedLetter(
      declined,
      { givenName: lead.givenName, projectTitle: rooms.project.title, tabUrl },
      language,
    ),
  }));
  const hasChat = (await conversationFor(tools, key, 'planning')) !== undefined;
  await tools.tx(async (work) => {
    const now = note === booking.note ? null : await bookingRow(work, key, booking.sessionId);
    if (now?.status === booking.status && now.askedAt === booking.askedAt)
      await saveBooking(work, key, { ...now, note });
    if (!hasChat) {
      for (const mail of mails) await queueMail(work, tools, { ...order, ...mail });
      return;
    }
    const [first] = mails;
    await queuePost(work, tools, {
      ...order,
      place: 'planningChat',
      post: { text: declinedText(declined, language) },
      // The bot may be taken out of the chat before the post goes.
      ...(first === undefined ? {} : { orMail: { to: first.to, letter: first.letter } }),
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
