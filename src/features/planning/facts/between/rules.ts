import type { BetweenFacts, HomeworkFacts } from '../../../../guideline/facts.ts';
import type { Person, Project } from '../../types.ts';
import { dayOf, optional } from '../rules.ts';

type Loose = Readonly<Record<string, unknown>>;

function entries(value: unknown): readonly Loose[] {
  return Array.isArray(value)
    ? value.filter((one): one is Loose => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** What a project file tells of homework, groups and wishes. Only counts of people, never who. */
export function betweenFacts(
  { blocks, guestPolicy }: Pick<Project, 'blocks' | 'guestPolicy'>,
  confirmed: readonly string[],
): BetweenFacts {
  const groups = entries(blocks['focusGroups']);
  const members = new Set(groups.flatMap(({ memberIds }) => textsIn(memberIds)));
  const open = entries(blocks['wishes']).filter(({ status }) => status === 'open' || status === undefined);
  return {
    homework: entries(blocks['homework']).map(homeworkFacts),
    groups: groups.length,
    withoutGroup: confirmed.filter((id) => !members.has(id)).length,
    wishes: entries(blocks['wishes']).length,
    openWishes: open.length,
    colleagueSessions: textsIn(guestPolicy['colleagueAllowedSessions']).length,
  };
}

function homeworkFacts({ afterSession, type, purpose, dueDate, compileGroup }: Loose): HomeworkFacts {
  return {
    hasPurpose: typeof purpose === 'string' && purpose.trim() !== '',
    compilers: textsIn(compileGroup).length,
    ...optional('afterSessionId', typeof afterSession === 'string' ? afterSession : undefined),
    ...optional('type', typeof type === 'string' ? type : undefined),
    ...optional('due', dayOf(dueDate)),
  };
}

/** DEF-03: how many there are of each sector that is known, the largest first. */
export function sectorCounts(people: readonly Pick<Person, 'id' | 'extra'>[], confirmed: readonly string[]) {
  const known = people
    .filter(({ id }) => confirmed.includes(id))
    .flatMap(({ extra }) => (typeof extra['sector'] === 'string' ? [extra['sector'].trim().toLowerCase()] : []));
  return [...Map.groupBy(known, (sector) => sector).values()].map(({ length }) => length).toSorted((a, b) => b - a);
}
