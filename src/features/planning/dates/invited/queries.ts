import type { ProjectKey } from '../../../../domain/ids.ts';
import { confirmedPeople, registrationStateOf } from '../../../registration/queries.ts';
import { attendeesOf, peopleOf, rolesOf } from '../../queries.ts';
import { invitedRoles } from '../../rules.ts';
import { writtenEvent, type Reader } from '../../store.ts';
import type { Project } from '../../types.ts';

export interface Told {
  /** Addresses, none of them twice. */
  readonly people: readonly string[];
  /** Those on the meeting of the remote speakers, who hear when its day changes. */
  readonly byLink: readonly string[];
  /** They get a first booking, and not an update of one. */
  readonly isNew: boolean;
}

/**
 * Who hears of a session's time: those on its event, or, once the registration has closed, everybody who will be invited
 * to a session that has none yet. Without a session: one that is about to be added.
 */
export async function toldOfTime(reader: Reader, project: Project, sessionId: string | null): Promise<Told> {
  if (sessionId !== null && (await writtenEvent(reader, project, sessionId)) !== undefined)
    return { ...(await invitedTo(reader, project, sessionId)), isNew: false };
  const isOut = project.state === 'active' && (await registrationStateOf(reader, project)).closed;
  return { people: isOut ? await toBeInvited(reader, project) : [], byLink: [], isNew: true };
}

/** Those on a session's meetings as they are in Outlook now. */
export async function invitedTo(
  reader: Reader,
  key: ProjectKey,
  sessionId: string,
): Promise<Pick<Told, 'people' | 'byLink'>> {
  const people = await attendeesOf(reader, key, sessionId);
  return { people, byLink: await attendeesOf(reader, key, sessionId, 'remoteSpeakers') };
}

/** None of them twice. */
export function everybody({ people, byLink }: Pick<Told, 'people' | 'byLink'>): readonly string[] {
  return [...new Set([...people, ...byLink])];
}

async function toBeInvited(reader: Reader, project: Project): Promise<readonly string[]> {
  const [people, roles, confirmed] = await Promise.all([
    peopleOf(reader, project),
    rolesOf(reader, project),
    confirmedPeople(reader, project),
  ]);
  const planners = new Set(roles.filter(({ role }) => invitedRoles.includes(role)).map(({ personId }) => personId));
  const all = [...people.filter(({ id }) => planners.has(id)), ...confirmed].map(({ email }) => email.toLowerCase());
  return [...new Set(all)].filter((address) => address !== project.organiserMailbox?.toLowerCase());
}
