import type { ProjectKey } from '../../../domain/ids.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { Language } from '../../../domain/words.ts';
import { sessionInfoDeadline } from '../../../guideline/due-dates.ts';
import type { Tools } from '../../../tools.ts';
import { peopleOf, projectOf, rolesOf, sessionsOf, venuesOf } from '../../planning/queries.ts';
import type { Person, Project, RoleHolder, Session, Venue } from '../../planning/types.ts';
import { confirmedPeople, participantsOf, registrationStateOf } from '../../registration/queries.ts';
import { bookingsOf } from '../../rooms/queries.ts';
import type { Booking } from '../../rooms/types.ts';
import { invitationBody, invitationSubject } from '../letters/invitation-body.ts';
import type { MeetingFacts, MeetingPerson, MeetingSession, MeetingVenue } from '../types.ts';

/** What the meetings depend on, read now. Null when there is no such project. */
export async function meetingFacts(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  key: ProjectKey,
): Promise<MeetingFacts | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const [people, roles, sessions, venues, bookings, confirmed, list, registration] = await Promise.all([
    peopleOf(tools, key),
    rolesOf(tools, key),
    sessionsOf(tools, key),
    venuesOf(tools, key),
    bookingsOf(tools, key),
    confirmedPeople(tools, key),
    participantsOf(tools, key),
    registrationStateOf(tools, key),
  ]);
  const hosts = new Set(confirmed.map(({ personId }) => personId));
  const guestsOf = (sessionId: string): readonly MeetingPerson[] =>
    (list?.participants ?? [])
      .filter(({ id }) => hosts.has(id))
      .flatMap((host) => host.sessions.find((one) => one.sessionId === sessionId)?.guests ?? [])
      .map(({ email, name }) => ({ address: email, name }));
  // The highest number rather than the count: "träff 4 av 3" would puzzle when one is called off.
  const total = Math.max(0, ...sessions.filter(({ cancelled }) => !cancelled).map(({ number }) => number));
  const texts = textsFor(tools, project, { people, roles, total });
  return {
    tenantId: key.tenantId,
    projectId: key.projectId,
    isActive: project.state === 'active',
    timeZone: project.timeZone,
    organiserMailbox: project.organiserMailbox ?? tools.settings.organiserMailbox,
    sharedCalendarMailbox: project.sharedCalendarMailbox,
    registrationClosed: registration.closed,
    planners: plannersFrom(people, roles),
    participants: confirmed.map(({ email, displayName }) => ({ address: email, name: displayName })),
    sessions: sessions.map((session) => {
      const booking = bookings.find(({ sessionId }) => sessionId === session.id) ?? null;
      const venue = venues.find(({ id }) => id === (booking?.venueId ?? session.venueId));
      return { ...sessionFacts(session, booking, venue), ...texts(session, venue), guests: guestsOf(session.id) };
    }),
  };
}

const invitedRoles: readonly RoleHolder['role'][] = ['contentLead', 'deputy', 'processFacilitator', 'planningGroup'];

function plannersFrom(people: readonly Person[], roles: readonly RoleHolder[]): readonly MeetingPerson[] {
  const ids = new Set(roles.filter(({ role }) => invitedRoles.includes(role)).map(({ personId }) => personId));
  return people
    .filter(({ id }) => ids.has(id))
    .map(({ email, displayName }) => ({ address: email, name: displayName }));
}

function sessionFacts(
  session: Session,
  booking: Booking | null,
  venue: Venue | undefined,
): Omit<MeetingSession, 'subject' | 'html' | 'guests'> {
  return {
    id: session.id,
    number: session.number,
    start: withSeconds(session.localStart),
    end: withSeconds(session.localEnd),
    isCancelled: session.cancelled,
    format: session.format,
    venue: venue === undefined ? null : meetingVenue(venue),
    roomStatus: booking?.status ?? 'none',
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
}

type Texts = (session: Session, venue: Venue | undefined) => Pick<MeetingSession, 'subject' | 'html'>;

function textsFor({ settings }: Pick<Tools, 'settings'>, project: Project, sources: TextSources): Texts {
  const language: Language = project.language === 'en' ? 'en' : 'sv';
  const holder = (role: RoleHolder['role']) => sources.roles.find((one) => one.role === role)?.personId;
  const lead = sources.people.find(({ id }) => id === (holder('contentLead') ?? holder('deputy')));
  return (session, venue) => {
    const city = venue?.city || null;
    const street = venue?.extra['street'];
    const theme = session.theme ?? session.title;
    const { date, startTime, endTime } = session;
    if (date === null || startTime === null || endTime === null) return { subject: '', html: '' };
    return {
      subject: invitationSubject({ number: session.number, total: sources.total, city, theme }, language),
      html: invitationBody(
        {
          projectTitle: project.title,
          venueName: venue?.name ?? null,
          street: typeof street === 'string' ? street : null,
          city,
          arrival: session.agenda.find(({ type }) => type === 'arrival')?.start ?? startTime,
          end: endTime,
          infoDeadline: sessionInfoDeadline(localDate(date)).toString(),
          projectPageUrl: `${settings.publicUrl}/projekt/${encodeURIComponent(project.projectId)}`,
          lead: { name: lead?.displayName ?? 'Dalalab', phone: lead?.phone ?? null },
        },
        language,
      ),
    };
  };
}
