import type { PersonId, ProjectKey, SessionId } from '../../../domain/ids.ts';
import { withDays } from '../days/rules.ts';
import {
  headFromRow,
  organisationFromRow,
  personFromRow,
  projectFromRow,
  sessionFromRow,
  speakerFromRow,
  venueFromRow,
} from '../records/queries.ts';
import * as store from '../store.ts';
import type { Reader } from '../store.ts';
import { activeProjectRows, sessionTimeRows } from './store.ts';
import type {
  Organisation,
  Person,
  Project,
  ProjectHead,
  ProjectRef,
  RoleHolder,
  Session,
  SessionTime,
  Speaker,
  Venue,
} from '../types.ts';

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

/** Every tenant's awake projects, for ticks that work with what they say: read often, so without the file's own blocks. */
export async function activeProjects(reader: Reader): Promise<readonly ProjectHead[]> {
  return (await activeProjectRows(reader)).map(headFromRow);
}

/** In order of number and day, cancelled ones included. */
export async function sessionsOf(reader: Reader, key: ProjectKey): Promise<readonly Session[]> {
  const rows = await store.zonedSessionRows(reader, key);
  return withDays(rows.map(({ time_zone, ...row }) => sessionFromRow(row, time_zone)));
}

/** As `sessionsOf`, but only when they are; for whatever asks at every tick. */
export async function sessionTimesOf(reader: Reader, key: ProjectKey): Promise<readonly SessionTime[]> {
  return (await sessionTimeRows(reader, key)).map((row) => ({
    id: row.id,
    date: row.date,
    startTime: row.start_time,
    endTime: row.end_time,
    cancelled: row.cancelled_at !== null,
  }));
}

export async function sessionOf(reader: Reader, key: ProjectKey, sessionId: SessionId): Promise<Session | null> {
  return (await sessionsOf(reader, key)).find(({ id }) => id === sessionId) ?? null;
}

/** Staff first, then participants, each in the order they came. */
export async function peopleOf(reader: Reader, key: ProjectKey): Promise<readonly Person[]> {
  return (await store.personRows(reader, key)).map(personFromRow);
}

export async function personOf(reader: Reader, key: ProjectKey, personId: PersonId): Promise<Person | null> {
  const row = await store.personRow(reader, key, personId);
  return row === undefined ? null : personFromRow(row);
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

/** The addresses on the session's event as last written, the room left out; nobody while there is no event. */
export async function attendeesOf(
  reader: Reader,
  key: ProjectKey,
  sessionId: SessionId,
  part: 'session' | 'remoteSpeakers' = 'session',
): Promise<readonly string[]> {
  const written = await store.writtenEvent(reader, key, sessionId, part);
  const attendees: unknown = written?.['attendees'];
  if (!Array.isArray(attendees)) return [];
  return attendees.flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    const { address, type }: { address?: unknown; type?: unknown } = typeof one === 'object' && one !== null ? one : {};
    return typeof address === 'string' && type !== 'resource' ? [address] : [];
  });
}
