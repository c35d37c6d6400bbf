import type { ProjectKey } from '../../domain/ids.ts';
import { sessionNumber } from '../../domain/session-day.ts';
import type { Tools } from '../../tools.ts';
import type { AuditLine } from '../planning/audit/types.ts';
import { timeBefore } from '../planning/dates/undo/rules.ts';
import { auditOf, projectOf, sessionsOf, speakersOf, venuesOf } from '../planning/queries.ts';
import type { Project, Session, Speaker, Venue } from '../planning/types.ts';
import { participantsOf, registrationStateOf } from '../registration/queries.ts';
import type { Participant } from '../registration/types.ts';
import { bookingsOf } from '../rooms/queries.ts';
import type { Booking, RoomStatus } from '../rooms/types.ts';
import { missingPeople } from './drift/rules.ts';
import { earlierInvitationOf } from './earlier/rules.ts';
import { cancelEarlier } from './letters/earlier.ts';
import { problemWords } from './letters/problems.ts';
import { remotePart } from './remote/rules.ts';
import { folded } from './places/rules.ts';
import { mirrorsOf, syncRow, type SyncRow } from './store.ts';
import { strangerRows } from './strangers/store.ts';
import type { Stranger } from './strangers/types.ts';
import type { MeetingsView, Mirror, SessionMeeting, SpeakersLink, Standing } from './types.ts';
import { keptWaiting } from './undecided/rules.ts';

interface Sources {
  readonly project: Project;
  readonly venues: readonly Venue[];
  readonly speakers: readonly Speaker[];
  readonly bookings: readonly Booking[];
  readonly mirrors: readonly Mirror[];
  /** Confirmed ones. */
  readonly participants: readonly Participant[];
  readonly row: SyncRow | undefined;
  /** What was done last; read only while a change waits. */
  readonly log: readonly AuditLine[];
  /** Those about whom nobody has said anything. */
  readonly strangers: readonly Stranger[];
  /** Sessions whose participants wait for a room. */
  readonly waiting: ReadonlySet<string>;
}

/** Per session: the room, who is invited, what they have answered, and whether Outlook agrees with the plan. */
export async function meetingsOf(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  key: ProjectKey,
): Promise<MeetingsView> {
  const project = await projectOf(tools, key);
  const now = tools.clock.now().toString();
  if (project === null) return { now, sessions: [] };
  const mailbox = project.organiserMailbox ?? tools.settings.organiserMailbox;
  const [sessions, venues, speakers, bookings, mirrors, list, row, registration, found] = await Promise.all([
    sessionsOf(tools, key),
    venuesOf(tools, key),
    speakersOf(tools, key),
    bookingsOf(tools, key),
    mirrorsOf(tools, key),
    participantsOf(tools, key),
    syncRow(tools, key.tenantId, mailbox),
    registrationStateOf(tools, key),
    strangerRows(tools, key),
  ]);
  const facts = {
    isActive: project.state === 'active',
    registrationClosed: registration.closed,
    timeZone: project.timeZone,
    sessions: sessions.map((session) => ({
      id: session.id,
      isCancelled: session.cancelled,
      start: session.localStart,
      end: session.localEnd,
      format: session.format,
      venue: venueOf(session, bookings, venues),
      roomStatus: bookings.find(({ sessionId }) => sessionId === session.id)?.status ?? ('none' as const),
    })),
  };
  const waiting = new Set(keptWaiting(facts, mirrors, tools.clock.now()).map(({ id }) => id));
  const participants = (list?.participants ?? []).filter(({ state }) => state === 'confirmed');
  const isWaiting = mirrors.some(({ heldUntil }) => (heldUntil ?? null) !== null);
  const log = isWaiting ? await auditOf(tools, key, 60) : [];
  const strangers = found.filter(({ state }) => state === 'asked');
  const sources = { project, venues, speakers, bookings, mirrors, participants, row, log, strangers, waiting };
  return { now, sessions: sessions.filter(({ cancelled }) => !cancelled).map((one) => sessionMeeting(one, sources)) };
}

function venueOf(session: Session, bookings: readonly Booking[], venues: readonly Venue[]) {
  const booking = bookings.find(({ sessionId }) => sessionId === session.id);
  const venue = venues.find(({ id }) => id === (booking?.venueId ?? session.venueId));
  return venue === undefined ? null : { name: venue.name, mailbox: venue.roomMailbox };
}

function sessionMeeting(session: Session, sources: Sources): SessionMeeting {
  const { bookings, project, row, venues } = sources;
  const booking = bookings.find(({ sessionId }) => sessionId === session.id);
  const mirrorOf = (part: Mirror['part']): Mirror | undefined =>
    sources.mirrors.find((one) => one.sessionId === session.id && one.part === part);
  const mirror = mirrorOf('session');
  const link = mirrorOf('remoteSpeakers');
  const answers = mirror?.state === 'live' ? seatAnswers(session, mirror, sources.participants) : [];
  const count = (answer: string): number => answers.filter((one) => one === answer).length;
  const speakersLink = speakersLinkOf(session, link, sources.speakers);
  const problem = problemOf({ mirror, link, speakersLink, isWaiting: sources.waiting.has(session.id) });
  return {
    sessionId: session.id,
    number: session.number,
    title: session.title,
    roomStatus: booking?.status ?? 'none',
    roomNote: booking?.note ?? null,
    venue: venueOf(session, bookings, venues)?.name ?? null,
    eventId: mirror?.eventId ?? null,
    state: mirror?.state ?? 'none',
    invited: answers.length,
    isOut: mirror?.state === 'live' && mirror.written.invitesParticipants,
    accepted: count('accepted'),
    declined: count('declined'),
    tentative: count('tentativelyAccepted'),
    none: count('none'),
    lastSync: row?.read_at?.toISOString() ?? null,
    drift: mirror?.drift ?? null,
    ...writtenIn(mirror),
    ...waitingOf(session, mirror, sources.log),
    strangers: sources.strangers
      .filter((one) => one.sessionId === session.id)
      .map(({ address, name }) => ({ address, name })),
    waitsForRoom: standingOf(session, mirror, booking?.status ?? 'none'),
    sharedCalendar: project.sharedCalendarMailbox === null ? null : copyState(mirrorOf('sharedCalendar')),
    speakersLink,
    earlier: earlierOf(session, project),
    problem,
    problemWords: problem === null ? null : problemWords(problem),
  };
}

function waitingOf(
  session: Session,
  mirror: Mirror | undefined,
  log: readonly AuditLine[],
): Pick<SessionMeeting, 'heldUntil' | 'canUndoMove'> {
  const heldUntil = mirror?.heldUntil ?? null;
  return { heldUntil, canUndoMove: heldUntil !== null && timeBefore(session, log) !== undefined };
}

function writtenIn(mirror: Mirror | undefined): Pick<SessionMeeting, 'written' | 'missing'> {
  if (mirror === undefined || mirror.drift === null) return { written: null, missing: [] };
  const { subject, start, end, location, attendees } = mirror.written;
  const gone = missingPeople(mirror.drift);
  const missing = attendees.filter(({ address }) => gone.has(folded(address))).map(({ name }) => name);
  return { written: { subject, start, end, location }, missing };
}

/** Only a room keeps a meeting where it is; any other difference is on its way. */
function standingOf(session: Session, mirror: Mirror | undefined, status: RoomStatus): Standing | null {
  if (mirror?.state !== 'live' || !['asked', 'tentative', 'declined', 'declinedByHand'].includes(status)) return null;
  const { start, end, location, attendees } = mirror.written;
  const isAsPlanned = start === `${session.localStart ?? ''}:00` && end === `${session.localEnd ?? ''}:00`;
  const isAlone = attendees.every(({ type }) => type === 'resource');
  return isAsPlanned || isAlone ? null : { start, end, place: location.displayName };
}

/** One answer per seat on the event. Who has sent a substitute is away; what the substitute says is not followed. */
function seatAnswers(session: Session, mirror: Mirror, participants: readonly Participant[]): readonly string[] {
  const onEvent = new Set(mirror.written.attendees.map(({ address }) => folded(address)));
  return participants.flatMap(({ email, sessions }) => {
    const own = sessions.find(({ sessionId }) => sessionId === session.id);
    const substitute = own?.guests.find(({ kind }) => kind === 'substitute');
    if (substitute !== undefined && onEvent.has(folded(substitute.email))) return ['none'];
    return onEvent.has(folded(email)) ? [own?.answer ?? 'none'] : [];
  });
}

function speakersLinkOf(session: Session, link: Mirror | undefined, speakers: readonly Speaker[]): SpeakersLink | null {
  const remote = session.format === 'onsite' ? remotePart(session, speakers) : null;
  if (remote === null) return null;
  const { people, withoutAddress } = remote;
  const hasFailed = link !== undefined && (link.problem !== null || link.drift?.removed !== undefined);
  const isInvited = link?.state === 'live' && link.joinUrl !== null && link.written.attendees.length > 0;
  return {
    state: hasFailed ? 'failed' : isInvited ? 'invited' : 'waiting',
    speakers: people.length + withoutAddress,
    withoutAddress,
  };
}

function problemOf(known: {
  readonly mirror: Mirror | undefined;
  readonly link: Mirror | undefined;
  readonly speakersLink: SpeakersLink | null;
  readonly isWaiting: boolean;
}): string | null {
  const { mirror, link, speakersLink, isWaiting } = known;
  if (mirror?.problem != null) return mirror.problem;
  if (isWaiting) return 'roomUndecided';
  if (speakersLink === null) return null;
  if (link?.problem != null) return link.problem;
  if (link?.drift?.removed !== undefined) return 'speakersLinkRemoved';
  return speakersLink.withoutAddress > 0 ? 'speakerWithoutAddress' : null;
}

function earlierOf(session: Session, { title }: Project): SessionMeeting['earlier'] {
  const earlier = earlierInvitationOf(session);
  if (earlier === null) return null;
  const number = sessionNumber(session, 'sv');
  return { ...earlier, ...cancelEarlier({ number, date: session.date, projectTitle: title }) };
}

function copyState(copy: Mirror | undefined): 'written' | 'stale' | 'missing' | 'failed' {
  const isRefused = copy?.problem != null;
  if (copy?.state === 'live') return isRefused ? 'stale' : 'written';
  return isRefused ? 'failed' : 'missing';
}
