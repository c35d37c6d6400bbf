import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../../../domain/ids.ts';
import type { Tools } from '../../../../../tools.ts';
import { allProjects, peopleOf, rolesOf, sessionsOf, venuesOf } from '../../../queries.ts';
import { invitedRoles } from '../../../rules.ts';
import type { ForeignSession, MovingSession } from '../types.ts';

/**
 * What the organisation's other projects have planned. They may not have booked anything in Outlook yet, and take their rooms
 * and people all the same. Those that are to move take nothing.
 */
export async function foreignSessions(
  tools: Pick<Tools, 'db'>,
  own: ProjectKey,
  moving: readonly MovingSession[],
): Promise<readonly ForeignSession[]> {
  const others = (await allProjects(tools)).filter(
    ({ tenantId, projectId, state }) => tenantId === own.tenantId && projectId !== own.projectId && state !== 'closed',
  );
  return (await Promise.all(others.map((project) => sessionsElsewhere(tools, project, moving)))).flat();
}

async function sessionsElsewhere(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  moving: readonly MovingSession[],
): Promise<readonly ForeignSession[]> {
  const sessions = (await sessionsOf(tools, key)).filter(
    ({ id, cancelled }) => !cancelled && !moving.some((one) => one.id === id && one.projectId === key.projectId),
  );
  if (sessions.every(({ start }) => start === null)) return [];
  const [venues, people, roles] = await Promise.all([venuesOf(tools, key), peopleOf(tools, key), rolesOf(tools, key)]);
  const needed = new Set(roles.filter(({ role }) => invitedRoles.includes(role)).map(({ personId }) => personId));
  const addresses = people.filter(({ id }) => needed.has(id)).map(({ emailKey }) => emailKey);
  return sessions.flatMap(({ start, end, venueId }): ForeignSession[] => {
    if (start === null || end === null) return [];
    const venue = venues.find(({ id }) => id === venueId);
    return [
      {
        from: Temporal.Instant.from(start).epochMilliseconds,
        until: Temporal.Instant.from(end).epochMilliseconds,
        roomMailbox: venue?.roomMailbox?.toLowerCase() ?? null,
        venueName: venue?.name ?? null,
        people: addresses,
      },
    ];
  });
}
