import { localTimeOf } from '../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import { sessionNumber } from '../../../domain/session-day.ts';
import { timeText as clockWords } from '../../../domain/swedish-text.ts';
import { say, type Language } from '../../../domain/words.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../tools.ts';
import { linkInPreview, previewOf } from '../../notices/rules.ts';
import type { Letter } from '../../notices/types.ts';
import { peopleOf, rolesOf } from '../../planning/queries.ts';
import type { Person, Venue } from '../../planning/types.ts';
import { previewLine } from '../letters/preview-line.ts';
import { venueRelease, venueRequest, type VenueMail } from '../letters/venue-mail.ts';
import { projectRooms, whenText, type ProjectRooms, type SessionRooms } from '../queries.ts';
import { equipmentAsked, isCurrent, isStanding, needsReason, proposeVenue, seatNeed } from '../rules.ts';
import type {
  HowBooked,
  RoomChoice,
  RoomPreviewLine,
  RoomRefusal,
  RoomsPreview,
  SeatNeed,
  VenueOption,
} from '../types.ts';

/** One session's part of an act of booking. */
export interface PlannedBooking {
  readonly one: SessionRooms;
  readonly venue: Venue;
  readonly option: VenueOption;
  readonly how: HowBooked;
  readonly need: SeatNeed;
  readonly request: VenueMail;
  /** Who is told that an earlier venue is not needed any more. */
  readonly release: { readonly to: string; readonly name: string; readonly letter: Letter } | null;
  /** The venue that is booked or asked now, when it is another one. */
  readonly leaves: Venue | null;
  readonly overrideReason: string | null;
}

export interface PlannedAct {
  readonly rooms: ProjectRooms;
  readonly bookings: readonly PlannedBooking[];
  readonly preview: RoomsPreview;
}

/**
 * What booking these venues would do. Without choices: the proposal of every session that has no standing booking,
 * so that dates and rooms are one act (VEN-02).
 */
export async function plannedAct(
  tools: Tools,
  key: ProjectKey,
  wish: { readonly choices?: readonly RoomChoice[] | undefined; readonly language: Language },
): Promise<Outcome<PlannedAct, RoomRefusal>> {
  const rooms = await projectRooms(tools, key);
  if (rooms === null) return refused('nothingToBook');
  if (rooms.project.state !== 'active') return refused('dormant');
  const choices = wish.choices ?? proposals(rooms);
  if (choices.length === 0) return refused('nothingToBook');
  const lead = await leadOf(tools, key);
  const bookings: PlannedBooking[] = [];
  for (const choice of choices) {
    const planned = plannedBooking(rooms, choice, { lead, publicUrl: tools.settings.publicUrl, ...wish });
    if (!planned.ok) return planned;
    bookings.push(planned.value);
  }
  return done({ rooms, bookings, preview: previewOfAct(bookings, choices, wish.language) });
}

function proposals({ sessions }: ProjectRooms): readonly RoomChoice[] {
  return sessions.flatMap(({ session, booking, isBookable, options }) => {
    const stands = booking !== null && isStanding(booking.status) && isCurrent(booking, session);
    const proposal = proposeVenue(options, session.venueId);
    // What nobody can be asked about is somebody's own choice, venue by venue.
    return !isBookable || stands || proposal?.canBeAsked !== true
      ? []
      : [{ sessionId: session.id, venueId: proposal.venueId }];
  });
}

interface Sender {
  readonly lead: VenueMail['lead'];
  readonly publicUrl: string;
  readonly language: Language;
}

function plannedBooking(rooms: ProjectRooms, choice: RoomChoice, sender: Sender): Outcome<PlannedBooking, RoomRefusal> {
  const one = rooms.sessions.find(({ session }) => session.id === choice.sessionId);
  if (one === undefined) return refused('unknownSession', { sessionId: choice.sessionId });
  const venue = rooms.venues.find(({ id }) => id === choice.venueId);
  const option = one.options.find(({ venueId }) => venueId === choice.venueId);
  if (!one.isBookable) return refused('notBookable', { number: one.session.number });
  if (venue === undefined || option === undefined) return refused('unknownVenue', { venueId: choice.venueId });
  const need = seatNeed(rooms.facts, one.facts);
  const request = mailFacts(rooms, one, venue, sender);
  const leaves = leftFor(rooms, one, venue);
  return done({
    one,
    venue,
    option,
    need,
    request,
    how: howOf(one, venue),
    release: releaseOf(leaves, request),
    leaves,
    overrideReason: choice.overrideReason?.trim() || null,
  });
}

function howOf({ session, booking }: SessionRooms, venue: Venue): PlannedBooking['how'] {
  const stands = booking?.venueId === venue.id && isStanding(booking.status) && isCurrent(booking, session);
  if (stands) return 'nothing';
  if (venue.roomMailbox !== null) return 'roomMailbox';
  return venue.bookingContact === null ? 'byHand' : 'mail';
}

function leftFor(rooms: ProjectRooms, { booking }: SessionRooms, venue: Venue): Venue | null {
  if (booking === null || booking.venueId === venue.id || !isStanding(booking.status)) return null;
  return rooms.venues.find(({ id }) => id === booking.venueId) ?? null;
}

/** A host who was asked or has said yes is told when another venue is taken. A room's mailbox is told by the event. */
function releaseOf(before: Venue | null, mail: VenueMail): PlannedBooking['release'] {
  if (before === null || before.roomMailbox !== null || before.bookingContact === null) return null;
  return { to: before.bookingContact, name: before.name, letter: venueRelease({ ...mail, venueName: before.name }) };
}

export function mailFacts(rooms: ProjectRooms, one: SessionRooms, venue: Venue, { lead, language }: Sender): VenueMail {
  const { session, facts } = one;
  const setup = facts.setupStart ?? earlySetup(session.extra, rooms.project.timeZone);
  return {
    language,
    projectTitle: rooms.project.title,
    number: sessionNumber(session, language),
    venueName: venue.name,
    when: whenText(session, language),
    heads: seatNeed(rooms.facts, facts).total,
    equipment: equipmentAsked(rooms.facts, facts).map((words) => say(words, language)),
    layout: session.layout,
    setupFrom: setup === undefined ? null : clockWords(setup, language),
    lead,
  };
}

function earlySetup(extra: Readonly<Record<string, unknown>>, zone: string): string | undefined {
  const setup = extra['setupMeeting'];
  const start = typeof setup === 'object' && setup !== null && 'start' in setup ? setup.start : undefined;
  if (typeof start !== 'string') return undefined;
  try {
    return localTimeOf(Temporal.Instant.from(start), zone);
  } catch {
    return undefined;
  }
}

function previewOfAct(
  bookings: readonly PlannedBooking[],
  choices: readonly RoomChoice[],
  language: Language,
): RoomsPreview {
  const mails = bookings.flatMap(({ one, venue, how, request, release }) => [
    ...(how === 'mail'
      ? [{ sessionId: one.session.id, to: venue.bookingContact ?? '', letter: venueRequest(request, linkInPreview) }]
      : []),
    ...(release === null || how === 'nothing'
      ? []
      : [{ sessionId: one.session.id, to: release.to, letter: release.letter }]),
  ]);
  const lines = bookings.map((booking) => lineOf(booking, language));
  const rooms = bookings.filter(({ how }) => how === 'roomMailbox');
  return {
    ...previewOf({
      texts: [...lines.map(({ text }) => text), ...mails.map(({ letter }) => letter.text)],
      recipients: [
        ...rooms.map(({ one, venue }) => `${one.session.id} ${venue.roomMailbox ?? ''}`),
        ...mails.map(({ sessionId, to, letter }) => `${sessionId} ${to} ${letter.subject}`),
      ],
    }),
    choices,
    lines,
    mails: mails.map(({ sessionId, to, letter }) => ({ sessionId, to, subject: letter.subject, text: letter.text })),
  };
}

function lineOf(planned: PlannedBooking, language: Language): RoomPreviewLine {
  const { one, venue, option, how, request, release } = planned;
  const leaves =
    planned.leaves === null
      ? null
      : { venueName: planned.leaves.name, isMailed: release !== null && how !== 'nothing' };
  return {
    sessionId: one.session.id,
    number: one.session.number,
    venueId: venue.id,
    venueName: venue.name,
    how,
    text: previewLine({ ...request, how, contact: venue.bookingContact, leaves }, language),
    warnings: option.warnings.map(({ words }) => say(words, language)),
    needsReason: how !== 'nothing' && needsReason(option),
  };
}

/** The content lead stands under the mails; without one the deputy. */
export async function leadOf(reader: Pick<Tools, 'db'>, key: ProjectKey): Promise<VenueMail['lead']> {
  const [people, roles] = await Promise.all([peopleOf(reader, key), rolesOf(reader, key)]);
  const holder = roles.find(({ role }) => role === 'contentLead') ?? roles.find(({ role }) => role === 'deputy');
  const person: Person | undefined = people.find(({ id }) => id === holder?.personId);
  return person === undefined
    ? { name: 'Dalalab', email: '', phone: null }
    : { name: person.displayName, email: person.email, phone: person.phone };
}
