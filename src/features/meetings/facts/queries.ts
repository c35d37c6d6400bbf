import type { ProjectKey } from '../../../domain/ids.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { Language } from '../../../domain/words.ts';
import { sessionInfoDeadline } from '../../../guideline/due-dates.ts';
import type { Tools } from '../../../tools.ts';
import { peopleOf, projectOf, rolesOf, sessionsOf, speakersOf, venuesOf } from '../../planning/queries.ts';
import { invitedRoles } from '../../planning/rules.ts';
import type { Person, Project, RoleHolder, Session, Speaker, Venue } from '../../planning/types.ts';
import { ownWholeProjectText } from '../../registration/facts/queries.ts';
import { confirmedPeople, participantsOf, registrationStateOf } from '../../registration/queries.ts';
import { wholeProjectText } from '../../registration/rules.ts';
import { bookingsOf } from '../../rooms/queries.ts';
import { isCurrent } from '../../rooms/rules.ts';
import type { Booking } from '../../rooms/types.ts';
import { earlierInvitationOf } from '../earlier/rules.ts';
import { invitationBody, invitationSubject, roomSubject } from '../letters/invitation-body.ts';
import { speakersLinkBody, speakersLinkSubject, type SpeakersLinkText } from '../letters/speakers-link.ts';
import { remotePart } from '../remote/rules.ts';
import type { MeetingFacts, MeetingPerson, MeetingSession, MeetingVenue, RemoteSpeakers } from '../types.ts';

/** What the meetings depend on, read now. Null when there is no such project. */
export async function meetingFacts(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  key: ProjectKey,
): Promise<MeetingFacts | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const [people, roles, sessions, venues, speakers, bookings, confirmed, list, registration] = await Promise.all([
    peopleOf(tools, key),
    rolesOf(tools, key),
    sessionsOf(tools, key),
    venuesOf(tools, key),
    speakersOf(tools, key),
    bookingsOf(tools, key),
    confirmedPeople(tools, key),
    participantsOf(tools, key),
    registrationStateOf(tools, key),
  ]);
  const hosts = new Set(confirmed.map(({ personId }) => personId));
  const seatsOf = (sessionId: string) =>
    (list?.participants ?? [])
      .filter(({ id }) => hosts.has(id))
      .map(({ email, sessions: own }) => ({
        host: email,
        guests: own.find((one) => one.sessionId === sessionId)?.guests ?? [],
      }));
  // The highest number rather than the count: "träff 4 av 3" would puzzle when one is called off.
  const total = Math.max(0, ...sessions.filter(({ cancelled }) => !cancelled).map(({ number }) => number));
  const texts = textsFor(tools, project, { people, roles, total, speakers });
  return {
    tenantId: key.tenantId,
    projectId: key.projectId,
    isActive: project.state === 'active',
    timeZone: project.timeZone,
    organiserMailbox: project.organiserMailbox ?? tools.settings.organiserMailbox,
    sharedCalendarMailbox: project.sharedCalendarMailbox,
    registrationClosed: registration.closed,
    planners: holdersOf(invitedRoles, people, roles),
    linkHosts: holdersOf(['contentLead', 'processFacilitator'], people, roles),
    participants: confirmed.map(({ email, displayName }) => ({ address: email, name: displayName })),
    sessions: sessions.map((session) => {
      const booking = bookings.find(({ sessionId }) => sessionId === session.id) ?? null;
      const venue = venues.find(({ id }) => id === (booking?.venueId ?? session.venueId));
      const seats = seatsOf(session.id);
      const replaced = seats.filter(({ guests }) => guests.some(({ kind }) => kind === 'substitute'));
      return {
        ...sessionFacts(session, booking, venue),
        ...texts(session, venue),
        guests: seats.flatMap(({ guests }) => guests.map(({ email, name }) => ({ address: email, name }))),
        replaced: replaced.map(({ host }) => host),
      };
    }),
  };
}

function holdersOf(
  wanted: readonly RoleHolder['role'][],
  people: readonly Person[],
  roles: readonly RoleHolder[],
): readonly MeetingPerson[] {
  const ids = new Set(roles.filter(({ role }) => wanted.includes(role)).map(({ personId }) => personId));
  return people
    .filter(({ id }) => ids.has(id))
    .map(({ email, displayName }) => ({ address: email, name: displayName }));
}

function sessionFacts(
  session: Session,
  booking: Booking | null,
  venue: Venue | undefined,
): Omit<MeetingSession, 'guests' | 'replaced' | keyof ReturnType<Texts>> {
  return {
    id: session.id,
    number: session.number,
    start: withSeconds(session.localStart),
    end: withSeconds(session.localEnd),
    isCancelled: session.cancelled,
    format: session.format,
    venue: venue === undefined ? null : meetingVenue(venue),
    roomStatus: booking?.status ?? 'none',
    roomAskedAt: booking?.askedAt ?? null,
    isRoomCurrent: booking !== null && isCurrent(booking, session),
    replaces: earlierInvitationOf(session)?.by ?? null,
  };
}

function withSeconds(local: string | null): string | null {
  return local === null ? null : `${local}:00`;
}

function meetingVenue({ id, name, city, extra, roomMailbox }: Venue): MeetingVenue {
  const street = extra['street'];
  return { id, name, city, street: typeof street === 'string' ? street : null, mailbox: roomMailbox };
}

interface TextSources {
  readonly people: readonly Person[];
  readonly roles: readonly RoleHolder[];
  readonly total: number;
  readonly speakers: readonly Speaker[];
}

type Texts = (
  session: Session,
  venue: Venue | undefined,
) => Pick<MeetingSession, 'subject' | 'roomSubject' | 'html' | 'remote'>;

function textsFor({ settings }: Pick<Tools, 'settings'>, project: Project, sources: TextSources): Texts {
  const language: Language = project.language === 'en' ? 'en' : 'sv';
  const holder = (role: RoleHolder['role']) => sources.roles.find((one) => one.role === role)?.personId;
  const lead = sources.people.find(({ id }) => id === (holder('contentLead') ?? holder('deputy')));
  return (session, venue) => {
    const isOnline = session.format === 'digital';
    const city = (isOnline ? null : venue?.city) || null;
    const street = venue?.extra['street'];
    const { number, day, theme, title, date, startTime, endTime } = session;
    if (date === null || startTime === null || endTime === null)
      return { subject: '', roomSubject: '', html: '', remote: null };
    const teller = { name: lead?.displayName ?? 'Dalalab', phone: lead?.phone ?? null };
    const subject = invitationSubject(
      { number, day, total: sources.total, city, theme, title, projectTitle: project.title },
      language,
    );
    return {
      subject,
      roomSubject: roomSubject(subject, language),
      html: invitationBody(
        {
          projectTitle: project.title,
          wholeProjectText: wholeProjectText(ownWholeProjectText(project), language),
          isOnline,
          venueName: venue?.name ?? null,
          street: typeof street === 'string' ? street : null,
          city,
          // Coffee before an online meeting is everybody's own.
          arrival: (isOnline ? undefined : session.agenda.find(({ type }) => type === 'arrival'))?.start ?? startTime,
          end: endTime,
          infoDeadline: sessionInfoDeadline(localDate(date)).toString(),
          replaces: earlierInvitationOf(session)?.by ?? null,
          projectPageUrl: `${settings.publicUrl}/projekt/${encodeURIComponent(project.projectId)}`,
          lead: teller,
        },
        language,
      ),
      remote: remoteSpeakers(session, sources.speakers, { projectTitle: project.title, lead: teller, language }),
    };
  };
}

function remoteSpeakers(
  session: Session,
  speakers: readonly Speaker[],
  { language, ...told }: Pick<SpeakersLinkText, 'projectTitle' | 'lead'> & { readonly language: Language },
): RemoteSpeakers | null {
  const part = remotePart(session, speakers);
  if (part === null || session.date === null) return null;
  const { items, ...remote } = part;
  const { number, date } = session;
  return {
    ...remote,
    subject: speakersLinkSubject(number, language),
    html: speakersLinkBody({ ...told, number, date, items }, language),
  };
}
