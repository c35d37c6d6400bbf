import type { Role } from '../../../../../domain/people.ts';
import type { Words } from '../../../../../domain/words.ts';
import type { Tools } from '../../../../../tools.ts';
import { peopleOf, rolesOf, speakersOf } from '../../../queries.ts';
import type { Project } from '../../../types.ts';
import type { Attendance } from '../types.ts';

/** Somebody of the own organisation who plans or speaks. */
export interface KeyPerson {
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly role: Words;
  readonly usually: Attendance;
}

const planners: readonly { readonly role: Role; readonly words: Words; readonly usually: Attendance }[] = [
  { role: 'contentLead', words: { sv: 'innehållsansvarig', en: 'content lead' }, usually: 'must' },
  { role: 'processFacilitator', words: { sv: 'processledare', en: 'process facilitator' }, usually: 'must' },
  { role: 'deputy', words: { sv: 'ersättare', en: 'deputy' }, usually: 'should' },
  { role: 'planningGroup', words: { sv: 'planeringsgruppen', en: 'planning group' }, usually: 'should' },
];

/** Only calendars of the own tenant can be seen, so nobody else is asked about. The first role that somebody has is shown. */
export async function keyPeople(tools: Pick<Tools, 'db'>, project: Project): Promise<readonly KeyPerson[]> {
  const [people, roles, speakers] = await Promise.all([
    peopleOf(tools, project),
    rolesOf(tools, project),
    speakersOf(tools, project),
  ]);
  const found = new Map<string, KeyPerson>();
  const add = (id: string, { words, usually }: { readonly words: Words; readonly usually: Attendance }): void => {
    const person = people.find((one) => one.id === id);
    if (person === undefined || person.accountType !== 'member' || found.has(id)) return;
    found.set(id, { id, name: person.displayName, email: person.emailKey, role: words, usually });
  };
  for (const { role, ...rest } of planners)
    for (const holder of roles.filter((one) => one.role === role)) add(holder.personId, rest);
  const speaking = { words: { sv: 'medverkande', en: 'speaker' }, usually: 'should' as const };
  for (const { personId } of speakers) if (personId !== null) add(personId, speaking);
  return [...found.values()];
}
