import { localDateOf } from '../../domain/local-date.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { peopleOf, personOf, projectOf, rolesOf } from '../planning/queries.ts';
import { openLink } from '../links/queries.ts';
import type { TaskShown } from './pages/task-page.ts';
import { inOrder, ownersOf, viewOf } from './rules.ts';
import { decisionRows, taskRows, type DecisionRow, type TaskRow } from './store.ts';
import type { Decision, Owner, Task, TaskBoard } from './types.ts';

type Reader = Pick<Tools, 'db' | 'clock'>;

/** What is to be done and what has been decided, as somebody sees it. */
export async function boardOf(reader: Reader, actor: Actor): Promise<TaskBoard | null> {
  const project = await projectOf(reader, actor);
  if (project === null) return null;
  const [owners, tasks, decisions] = await Promise.all([
    taskOwners(reader, actor),
    tasksOf(reader, actor),
    decisionsOf(reader, actor),
  ]);
  const today = localDateOf(reader.clock.now(), project.timeZone);
  const known = { today, owners, me: actor.personId };
  return {
    today: today.toString(),
    owners,
    tasks: inOrder(tasks.map((task) => viewOf(task, known))),
    decisions,
  };
}

export async function tasksOf(reader: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly Task[]> {
  return (await taskRows(reader, key)).map(taskFromRow);
}

export async function decisionsOf(reader: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly Decision[]> {
  return (await decisionRows(reader, key)).map(decisionFromRow);
}

export async function taskOwners(reader: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly Owner[]> {
  const [people, roles] = await Promise.all([peopleOf(reader, key), rolesOf(reader, key)]);
  return ownersOf(people, roles);
}

/** The task behind a personal link, for as long as it is that person's. Changes nothing. */
export async function taskBehind(
  tools: Pick<Tools, 'db' | 'clock'>,
  secret: string,
): Promise<(TaskShown & { readonly actor: Actor }) | undefined> {
  const link = await openLink(tools, secret);
  if (link?.personId == null || !link.purpose.startsWith('task:')) return undefined;
  const { tenantId, projectId, personId } = link;
  const [project, person, tasks] = await Promise.all([
    projectOf(tools, link),
    personOf(tools, link, personId),
    tasksOf(tools, link),
  ]);
  const task = tasks.find(({ id, ownerId }) => `task:${id}` === link.purpose && ownerId === personId);
  if (project === null || person === null || task === undefined) return undefined;
  return {
    project: { id: projectId, title: project.title },
    task,
    actor: { tenantId, projectId, personId, name: person.displayName, roles: [], language: 'sv' },
  };
}

function taskFromRow(row: TaskRow): Task {
  return {
    id: row.id,
    what: row.what,
    ownerId: row.owner_id,
    dueOn: row.due_on,
    source: row.source,
    ruleId: row.rule_id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    doneBy: row.done_by,
  };
}

function decisionFromRow({ id, text, decided_on, written_by }: DecisionRow): Decision {
  return { id, text, decidedOn: decided_on, writtenBy: written_by };
}
