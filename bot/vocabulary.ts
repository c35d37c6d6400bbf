import { localDateOf } from '../src/domain/local-date.ts';
import { organisationsOf, peopleOf, sessionsOf, venuesOf } from '../src/features/planning/queries.ts';
import type { Project } from '../src/features/planning/types.ts';
import { nextOf, whenOf } from '../src/features/sessions/rules.ts';
import type { Tools } from '../src/tools.ts';
import type { Vocabulary } from './understand/entities.ts';

/** The names that a message about a project may use, and what it may mean by "nästa" and "den". */
export async function vocabularyOf(tools: Tools, project: Project, spokenOf: string | null): Promise<Vocabulary> {
  const [sessions, venues, people, organisations] = await Promise.all([
    sessionsOf(tools, project),
    venuesOf(tools, project),
    peopleOf(tools, project),
    organisationsOf(tools, project),
  ]);
  const city = new Map(venues.map((venue) => [venue.id, venue.city]));
  const live = sessions.filter(({ cancelled }) => !cancelled);
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const held = live.filter(({ date }) => whenOf(date, today) === 'past');
  return {
    today,
    sessions: live.map(({ id, number, venueId }) => ({ id, number, city: city.get(venueId ?? '') ?? null })),
    venues,
    towns: [...new Set([...organisations.map(({ shortName }) => shortName), ...venues.map((venue) => venue.city)])],
    people,
    nextSessionId: nextOf(live, today)?.id,
    previousSessionId: held.at(-1)?.id,
    spokenOfId: live.find(({ id }) => id === spokenOf)?.id,
  };
}
