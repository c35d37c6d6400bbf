import { localDate, type LocalDate } from '../../../../domain/local-date.ts';
import type { ProjectKey } from '../../../../domain/ids.ts';
import { currentVersion, ruleSetOf } from '../../../../guideline/versions.ts';
import type { Tools } from '../../../../tools.ts';
import { factsOf } from '../../facts/queries.ts';
import { activeProjects, sessionsOf, venuesOf } from '../../queries.ts';
import type { MovedDeadline } from '../types.ts';
import type { DateAdvice, NewTime, Session } from '../../types.ts';
import { brokenByMove, collisions, movedDeadlines, overlaps, type OtherSession } from './rules.ts';

interface Consequences {
  readonly deadlines: readonly MovedDeadline[];
  readonly collisions: readonly DateAdvice[];
  readonly venue: string | null;
  /** Its name when it has a calendar of its own, and is asked before anybody is told. */
  readonly room: string | null;
}

/** What moves with a session, what it would collide with, and the venue that has to be asked anew. */
export async function consequencesOf(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  key: ProjectKey,
  session: Session,
  time: NewTime,
): Promise<Consequences> {
  const date = localDate(time.date);
  const facts = await factsOf(tools, key);
  if (facts === null) return { deadlines: [], collisions: [], venue: null, room: null };
  const ruleSet = ruleSetOf(facts.guidelineVersion) ?? currentVersion;
  const { venue, roomStatus } = facts.sessions.find(({ id }) => id === session.id) ?? {};
  const isAsked = roomStatus !== undefined && roomStatus !== 'none' && roomStatus !== 'declined';
  return {
    deadlines: movedDeadlines(facts, ruleSet, { sessionId: session.id, date }),
    collisions: [
      ...(await collisionsOn(tools, key, session, date)),
      ...brokenByMove(facts, ruleSet, { sessionId: session.id, date }),
    ],
    venue: isAsked ? (venue?.name ?? null) : null,
    room:
      isAsked && !overlaps(session, time) && (await hasCalendar(tools, key, session)) ? (venue?.name ?? null) : null,
  };
}

async function hasCalendar(tools: Pick<Tools, 'db'>, key: ProjectKey, session: Session): Promise<boolean> {
  const venue = (await venuesOf(tools, key)).find(({ id }) => id === session.venueId);
  return venue !== undefined && venue.roomMailbox !== null;
}

/** What a day collides with; the session itself has no id while it is only thought of. */
export async function collisionsOn(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  session: { readonly id: string | null; readonly number: number },
  date: LocalDate,
): Promise<readonly DateAdvice[]> {
  return collisions(session, date.toString(), await othersOf(tools, key, session.id));
}

/** The project's other sessions, and those of the organisation's other projects that are awake. */
export async function othersOf(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  sessionId: string | null,
): Promise<readonly (OtherSession & { readonly id: string | null })[]> {
  const own = (await sessionsOf(tools, key)).filter(({ id }) => id !== sessionId);
  const projects = (await activeProjects(tools)).filter(
    ({ tenantId, projectId }) => tenantId === key.tenantId && projectId !== key.projectId,
  );
  const foreign = await Promise.all(
    projects.map(async (project) =>
      (await sessionsOf(tools, project)).map((one) => ({ ...one, id: null, project: project.title })),
    ),
  );
  return [...own.map((one) => ({ ...one, project: null })), ...foreign.flat()].flatMap(
    ({ cancelled, id, number, date, project }) => (cancelled || date === null ? [] : [{ id, number, date, project }]),
  );
}
