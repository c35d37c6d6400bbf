import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { peopleOf, projectOf, rolesOf, sessionsOf, venuesOf } from '../../planning/queries.ts';
import type { Person, Project, ProjectHead, Session, Venue } from '../../planning/types.ts';
import type { LeadTelling, ProjectTelling, SessionTelling } from './types.ts';

/** What may be told of a project in letters and on public pages. Null when there is no such project. */
export async function tellingOf(
  reader: Pick<Tools, 'db'>,
  { settings }: Pick<Tools, 'settings'>,
  key: ProjectKey,
): Promise<ProjectTelling | null> {
  const project = await projectOf(reader, key);
  if (project === null) return null;
  const venues = await venuesOf(reader, key);
  const sessions = (await sessionsOf(reader, key)).filter(({ cancelled }) => !cancelled);
  return {
    projectId: project.projectId,
    title: project.title,
    subtitle: project.subtitle,
    challenge: project.challenge,
    purpose: project.purpose,
    webPage: project.webPage,
    wholeProjectText: ownWholeProjectText(project),
    timeZone: project.timeZone,
    registrationCloses: project.registrationCloses,
    registrationOpens: project.registrationOpens,
    sessions: sessions.map((session) => sessionTelling(session, venues, project)),
    dietaryTerms: project.dietaryTerms,
    lead: await leadOf(reader, project),
    organiserMailbox: project.organiserMailbox ?? settings.organiserMailbox,
    publicUrl: settings.publicUrl,
  };
}

/** The invitation's own words for REG-02 (INV-06), if somebody has written any. */
export function ownWholeProjectText({ blocks }: Pick<Project, 'blocks'>): string | null {
  const block = blocks['invitation'];
  if (typeof block !== 'object' || block === null || !('wholeProjectText' in block)) return null;
  return typeof block.wholeProjectText === 'string' ? block.wholeProjectText : null;
}

function sessionTelling(session: Session, venues: readonly Venue[], project: ProjectHead): SessionTelling {
  const venue = venues.find(({ id }) => id === session.venueId);
  const { id, number, day, title, theme, date, startTime, endTime } = session;
  return {
    id,
    number,
    day,
    title,
    theme,
    date,
    startTime,
    endTime,
    place: venue === undefined ? null : { name: venue.name, city: venue.city },
    colleagueAllowed: project.guestPolicy.colleagueAllowedSessions.includes(id),
  };
}

/** The content lead; the contact person named in the project goes before, the deputy steps in. */
async function leadOf(reader: Pick<Tools, 'db'>, project: ProjectHead): Promise<LeadTelling | null> {
  const people = await leadPeopleOf(reader, project);
  const person = people.find(({ id }) => id === project.contactPersonId) ?? people[0];
  if (person === undefined) return null;
  return { name: person.displayName, givenName: person.givenName, email: person.email, phone: person.phone };
}

/** Whom the tool tells when something needs a person: the content lead, and the deputy in case of illness. */
export async function leadPeopleOf(reader: Pick<Tools, 'db'>, project: ProjectHead): Promise<readonly Person[]> {
  const roles = await rolesOf(reader, project);
  const people = await peopleOf(reader, project);
  const holders = roles
    .filter(({ role }) => role === 'contentLead' || role === 'deputy')
    .map(({ personId }) => personId);
  const ids = [...new Set([...holders, ...(project.contactPersonId === null ? [] : [project.contactPersonId])])];
  return ids.map((wanted) => people.find(({ id }) => id === wanted)).filter((one) => one !== undefined);
}
