import { Temporal } from 'temporal-polyfill';
import type { ProjectKey, SessionId } from '../../domain/ids.ts';
import { localDate } from '../../domain/local-date.ts';
import { listDate, timeRange } from '../../domain/swedish-text.ts';
import { say, type Language } from '../../domain/words.ts';
import type { ProjectFacts, SessionFacts } from '../../guideline/facts.ts';
import type { RoomBusy } from '../../ports/rooms.ts';
import type { Tools } from '../../tools.ts';
import { factsOf } from '../planning/facts/queries.ts';
import { projectOf, sessionsOf, venuesOf } from '../planning/queries.ts';
import type { Project, Session, Venue } from '../planning/types.ts';
import { alternatives, fitOf, isCurrent, needText, proposeVenue, seatNeed, venueOptions } from './rules.ts';
import { bookingRows } from './store.ts';
import { roomStatusWords, type Booking, type RoomSession, type RoomsView, type VenueOption } from './types.ts';

/** A session as rooms see it: plan, guideline's facts, booking and how every venue stands. */
export interface SessionRooms {
  readonly session: Session;
  readonly facts: SessionFacts;
  readonly booking: Booking | null;
  readonly isBookable: boolean;
  readonly options: readonly VenueOption[];
}

export interface ProjectRooms {
  readonly project: Project;
  readonly facts: ProjectFacts;
  readonly venues: readonly Venue[];
  readonly sessions: readonly SessionRooms[];
}

/** What is booked, per session. */
export async function bookingsOf(reader: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly Booking[]> {
  return await bookingRows(reader, key);
}

/** Reads the plan, the bookings and, unless told not to, the rooms' own calendars. Null when there is no such project. */
export async function projectRooms(
  tools: Tools,
  key: ProjectKey,
  look: { readonly atCalendars: boolean } = { atCalendars: true },
): Promise<ProjectRooms | null> {
  const [project, facts] = await Promise.all([projectOf(tools, key), factsOf(tools, key)]);
  if (project === null || facts === null) return null;
  const [sessions, allVenues, bookings] = await Promise.all([
    sessionsOf(tools, key),
    venuesOf(tools, key),
    bookingRows(tools, key),
  ]);
  const now = tools.clock.now();
  const bookable = sessions.filter((session) => isBookable(session, now));
  const venues = project.delivery === 'manual' ? allVenues.map(askedByPerson) : allVenues;
  const busy = look.atCalendars ? await busyRooms(tools, project, venues, bookable) : [];
  return {
    project,
    facts,
    venues,
    sessions: sessions.flatMap((session) => {
      const seen = facts.sessions.find(({ id }) => id === session.id);
      if (seen === undefined || session.cancelled) return [];
      const booking = bookings.find(({ sessionId }) => sessionId === session.id) ?? null;
      const standing = booking !== null && isCurrent(booking, session) ? booking : null;
      const options =
        session.start === null || session.end === null
          ? []
          : venueOptions({
              facts,
              session: seen,
              venues,
              busy,
              booking: standing,
              from: Temporal.Instant.from(session.start),
              to: Temporal.Instant.from(session.end),
            });
      return [{ session, facts: seen, booking, isBookable: bookable.includes(session), options }];
    }),
  };
}

/** a room with a mailbox is asked like any host, with a text that a person sends. */
function askedByPerson(venue: Venue): Venue {
  return { ...venue, roomMailbox: null, bookingContact: venue.bookingContact ?? venue.roomMailbox };
}

/** A session that a venue can still be asked for. */
export function isBookable(session: Session, now: Temporal.Instant): boolean {
  if (session.cancelled || session.format === 'digital' || session.end === null) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(session.end), now) > 0;
}

/** Without an answer from Graph (no consent yet, no network) the rooms are unknown, which is said, and work goes on. */
async function busyRooms(
  tools: Tools,
  project: Project,
  venues: readonly Venue[],
  sessions: readonly Session[],
): Promise<readonly RoomBusy[]> {
  const mailboxes = venues.flatMap(({ roomMailbox }) => (roomMailbox === null ? [] : [roomMailbox]));
  const moments = sessions.flatMap(({ start, end }) => [start, end]).flatMap((text) => (text === null ? [] : [text]));
  const order = moments
    .map((text) => Temporal.Instant.from(text))
    .toSorted((one, other) => Temporal.Instant.compare(one, other));
  const [from, to] = [order[0], order.at(-1)];
  // Nobody has let the tool look into calendars: the room is asked by a person.
  if (project.delivery === 'manual') return [];
  if (mailboxes.length === 0 || from === undefined || to === undefined) return [];
  try {
    return await tools.rooms.busy({
      organiserMailbox: project.organiserMailbox ?? tools.settings.organiserMailbox,
      mailboxes: [...new Set(mailboxes)],
      from: from.toString(),
      to: to.toString(),
    });
  } catch (cause) {
    tools.log.warn({ err: cause, project: project.projectId }, "the rooms' calendars cannot be seen");
    return [];
  }
}

/** GET /rooms: every session with what is booked, what would do, and what to look out for. */
export async function roomsOf(tools: Tools, key: ProjectKey, language: Language): Promise<RoomsView | null> {
  const rooms = await projectRooms(tools, key);
  if (rooms === null) return null;
  return { sessions: rooms.sessions.map((one) => roomSession(rooms, one, language)) };
}

function roomSession({ facts, venues }: ProjectRooms, one: SessionRooms, language: Language): RoomSession {
  const { session, booking, options } = one;
  const need = seatNeed(facts, one.facts);
  const proposal = proposeVenue(options, session.venueId)?.venueId ?? null;
  const current = booking !== null && isCurrent(booking, session);
  const shown = options.find(({ venueId }) => venueId === (current ? booking.venueId : proposal));
  const inWords = (option: VenueOption): readonly string[] => option.warnings.map(({ words }) => say(words, language));
  const moved = {
    sv: 'Träffen har flyttats sedan lokalen blev frågad. Boka igen.',
    en: 'The session has moved since the venue was asked. Book again.',
  };
  return {
    sessionId: session.id,
    number: session.number,
    title: session.title,
    date: session.date,
    start: session.startTime,
    end: session.endTime,
    isBookable: one.isBookable,
    need,
    needText: needText(need, language),
    booking:
      booking === null
        ? null
        : {
            ...booking,
            venueName: venues.find(({ id }) => id === booking.venueId)?.name ?? booking.venueId,
            statusText: say(roomStatusWords[booking.status], language),
            isCurrent: current,
          },
    proposal,
    options: options.map((option) => ({ ...option, warnings: inWords(option), fit: fitOf(option) })),
    warnings: [
      ...(booking !== null && !current ? [say(moved, language)] : []),
      ...(shown === undefined ? [] : inWords(shown)),
    ],
  };
}

/** After a no: the venues that would do instead. */
export async function alternativesFor(
  tools: Tools,
  key: ProjectKey,
  sessionId: SessionId,
): Promise<readonly VenueOption[]> {
  const one = (await projectRooms(tools, key))?.sessions.find(({ session }) => session.id === sessionId);
  if (one === undefined) return [];
  return alternatives(one.options, one.booking?.venueId ?? one.session.venueId ?? '');
}

/** "torsdag 5 november 2026 kl. 9.00–16.00"; empty while undated. */
export function whenText(session: Session, language: Language): string {
  if (session.date === null || session.startTime === null || session.endTime === null) return '';
  return `${listDate(localDate(session.date), language)} ${timeRange(session.startTime, session.endTime, language)}`;
}
