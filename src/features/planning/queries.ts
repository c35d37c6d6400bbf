import type { PersonId, ProjectKey, SessionId } from '../../domain/ids.ts';
import type { Actor, Role } from '../../domain/people.ts';
import { may, whoMay, type Act } from '../../domain/policy.ts';
import type { Language } from '../../domain/words.ts';
import type { Tools } from '../../tools.ts';
import { joinIdentity } from './identity/actions.ts';
import {
  organisationFromRow,
  personFromRow,
  projectFromRow,
  sessionFromRow,
  speakerFromRow,
  venueFromRow,
} from './records/queries.ts';
import * as store from './store.ts';
import type { Reader } from './store.ts';
import type {
  AuditLine,
  Identity,
  Organisation,
  Person,
  PlanAnswer,
  Project,
  ProjectListItem,
  ProjectRef,
  RoleHolder,
  Session,
  Speaker,
  Venue,
} from './types.ts';

export { factsOf } from './facts/queries.ts';
export { statusOf, timelineOf } from './guidance/queries.ts';
export { exportProject } from './file/exporting/queries.ts';

/** Null when the tenant has no such project. Every read takes `tools` or the work of an open transaction. */
export async function projectOf(reader: Reader, key: ProjectKey): Promise<Project | null> {
  const row = await store.projectRow(reader, key);
  return row === undefined ? null : projectFromRow(row);
}

/** For public pages, where nobody has signed in: the id is the page's slug and unique in the database. */
export async function projectBySlug(reader: Reader, projectId: string): Promise<Project | null> {
  const row = await store.projectRowById(reader, projectId);
  return row === undefined ? null : projectFromRow(row);
}

/** Every tenant's projects, for ticks. A dormant one sends nothing. */
export async function allProjects(reader: Reader): Promise<readonly ProjectRef[]> {
  const rows = await store.projectRows(reader);
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    projectId: row.id,
    state: row.state,
    isDormant: row.state === 'dormant',
    timeZone: row.time_zone,
  }));
}

/** In order of number, cancelled ones included. */
export async function sessionsOf(reader: Reader, key: ProjectKey): Promise<readonly Session[]> {
  const project = await store.projectRow(reader, key);
  if (project === undefined) return [];
  const rows = await store.sessionRows(reader, key);
  return rows.map((row) => sessionFromRow(row, project.time_zone));
}

export async function sessionOf(reader: Reader, key: ProjectKey, sessionId: SessionId): Promise<Session | null> {
  return (await sessionsOf(reader, key)).find(({ id }) => id === sessionId) ?? null;
}

/** Staff first, then participants, each in the order they came. */
export async function peopleOf(reader: Reader, key: ProjectKey): Promise<readonly Person[]> {
  return (await store.personRows(reader, key)).map(personFromRow);
}

export async function personOf(reader: Reader, key: ProjectKey, personId: PersonId): Promise<Person | null> {
  return (await peopleOf(reader, key)).find(({ id }) => id === personId) ?? null;
}

export async function rolesOf(reader: Reader, key: ProjectKey): Promise<readonly RoleHolder[]> {
  const rows = await store.roleRows(reader, key);
  return rows.map(({ person_id, role }) => ({ personId: person_id, role }));
}

export async function organisationsOf(reader: Reader, key: ProjectKey): Promise<readonly Organisation[]> {
  return (await store.organisationRows(reader, key)).map(organisationFromRow);
}

export async function venuesOf(reader: Reader, key: ProjectKey): Promise<readonly Venue[]> {
  return (await store.venueRows(reader, key)).map(venueFromRow);
}

export async function speakersOf(reader: Reader, key: ProjectKey): Promise<readonly Speaker[]> {
  return (await store.speakerRows(reader, key)).map(speakerFromRow);
}

/**
 * Who a verified sign-in is in a project, or null for a stranger. Joins the sign-in to the person with the same
 * address in the directory on first sight. Reads outside a transaction, because the directory is far away.
 */
export async function actorFor(
  tools: Tools,
  identity: Identity,
  projectId: string,
  language: Language,
): Promise<Actor | null> {
  const key = { tenantId: identity.tenantId, projectId };
  const found =
    (await store.personRowByOid(tools, key, identity.oid)) ??
    ((await joinIdentity(tools, identity)) > 0 ? await store.personRowByOid(tools, key, identity.oid) : undefined);
  if (found === undefined) return null;
  const roles = await rolesOfPerson(tools, key, found.id);
  return { ...key, personId: found.id, name: found.display_name, roles, language };
}

/** The roles held, and `participant` for as long as the registration is confirmed. */
export async function rolesOfPerson(reader: Reader, key: ProjectKey, personId: PersonId): Promise<readonly Role[]> {
  const held = (await rolesOf(reader, key)).filter((holder) => holder.personId === personId).map(({ role }) => role);
  return (await store.isConfirmed(reader, key, personId)) ? [...held, 'participant'] : held;
}

/** The projects where somebody holds a role, by first date. */
export async function projectsFor(tools: Tools, identity: Identity): Promise<readonly ProjectListItem[]> {
  await joinIdentity(tools, identity);
  const ids = await store.projectIdsOfOid(tools, identity);
  const items = await Promise.all(
    ids.map(({ project_id }) => listItem(tools, { tenantId: identity.tenantId, projectId: project_id }, identity.oid)),
  );
  return items
    .filter((item) => item !== null)
    .toSorted((one, other) => (one.firstDate ?? '9').localeCompare(other.firstDate ?? '9', 'sv'));
}

async function listItem(tools: Tools, key: ProjectKey, oid: string): Promise<ProjectListItem | null> {
  const project = await projectOf(tools, key);
  const person = await store.personRowByOid(tools, key, oid);
  if (project === null || person === undefined) return null;
  const roles = await rolesOfPerson(tools, key, person.id);
  if (roles.length === 0) return null;
  const dates = (await sessionsOf(tools, key))
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ date }) => (date === null ? [] : [date]))
    .toSorted();
  return {
    projectId: key.projectId,
    title: project.title,
    state: project.state,
    roles,
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
  };
}

/** The addresses on the session's event as last written, the room left out; nobody while there is no event. */
export async function attendeesOf(reader: Reader, key: ProjectKey, sessionId: SessionId): Promise<readonly string[]> {
  const written = await store.writtenEvent(reader, key, sessionId);
  const attendees: unknown = written?.['attendees'];
  if (!Array.isArray(attendees)) return [];
  return attendees.flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    const { address, type }: { address?: unknown; type?: unknown } = typeof one === 'object' && one !== null ? one : {};
    return typeof address === 'string' && type !== 'resource' ? [address] : [];
  });
}

/** The project's log, the latest first. */
export async function auditOf(reader: Reader, key: ProjectKey, limit = 200): Promise<readonly AuditLine[]> {
  return (await store.auditRows(reader, key, limit)).map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor_name,
    act: row.act,
    subject: row.subject,
    details: row.details,
  }));
}

/** The plan as somebody may see it: participants get days and programme, planners everything. */
export async function planOf(reader: Reader, actor: Actor): Promise<PlanAnswer | null> {
  const project = await projectOf(reader, actor);
  if (project === null) return null;
  const { blocks: _blocks, tenantId: _tenantId, ...shown } = project;
  const [sessions, venues, speakers] = await Promise.all([
    sessionsOf(reader, actor),
    venuesOf(reader, actor),
    speakersOf(reader, actor),
  ]);
  const me = { personId: actor.personId, name: actor.name, roles: actor.roles };
  const allowed = acts.filter((act) => may(actor.roles, act));
  if (!may(actor.roles, 'plan.view')) {
    return {
      ...{ me, may: allowed, project: shown, roles: [], people: [], organisations: [] },
      sessions: sessions.map((session) => ({ ...session, extra: {} })),
      venues: venues.map((venue) => ({ ...venue, roomMailbox: null, bookingContact: null, extra: {} })),
      speakers: speakers.map((speaker) => ({ ...speaker, email: null, status: null, costSek: null, extra: {} })),
    };
  }
  const people = await peopleOf(reader, actor);
  return {
    ...{ me, may: allowed, project: shown, sessions, venues, speakers },
    roles: await rolesOf(reader, actor),
    people: people.map(({ id, displayName, title, organisationId, email, kind }) => ({
      ...{ id, displayName, title, organisationId, email, kind },
    })),
    organisations: await organisationsOf(reader, actor),
  };
}

const acts = Object.keys(whoMay) as readonly Act[]; // keys of a literal table
