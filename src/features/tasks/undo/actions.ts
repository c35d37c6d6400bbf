import { Temporal } from 'temporal-polyfill';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { removeDecision, removeTask, tickTask } from '../actions.ts';
import { boardOf } from '../queries.ts';
import { latestActOf } from '../store.ts';
import type { TaskRefusal } from '../types.ts';

/** What can be taken back: a task that was added or ticked, and a decision that was written down. */
export interface Undoable {
  readonly what: 'add' | 'done' | 'decision';
  readonly id: string;
}

export interface Undone extends Undoable {
  /** Of the task or the decision. */
  readonly text: string;
}

const undoable: Readonly<Record<string, Undoable['what']>> = {
  'task.add': 'add',
  'task.done': 'done',
  'decision.add': 'decision',
};

/** Hours in which an "ångra" may still mean a task. */
const hours = 1;

/** Takes back the latest thing that somebody did in the project, when that was about a task a moment ago. */
export async function undoLatest(tools: Tools, actor: Actor): Promise<Undone | undefined> {
  if (actor.personId === null) return undefined;
  const latest = await latestActOf(tools, actor, actor.personId);
  const what = undoable[latest?.act ?? ''];
  if (latest === undefined || what === undefined || latest.subject === null) return undefined;
  const age = tools.clock.now().since(Temporal.Instant.fromEpochMilliseconds(latest.at.getTime())).total('hours');
  if (age > hours) return undefined;
  const undone = await undoThis(tools, actor, { what, id: latest.subject });
  return undone.ok ? undone.value : undefined;
}

/** Takes back one act. A task that was ticked since it was added is not taken away. */
export async function undoThis(
  tools: Tools,
  actor: Actor,
  { what, id }: Undoable,
): Promise<Outcome<Undone, TaskRefusal>> {
  if (what === 'decision') {
    const decision = (await boardOf(tools, actor))?.decisions.find((one) => one.id === id);
    const removed = await removeDecision(tools, actor, id);
    return removed.ok ? done({ what, id, text: decision?.text ?? '' }) : removed;
  }
  const task = (await boardOf(tools, actor))?.tasks.find((one) => one.id === id);
  if (task === undefined || (what === 'add' && task.state === 'done')) return refused('noTask');
  const undone = await (what === 'add' ? removeTask(tools, actor, id) : tickTask(tools, actor, id, false));
  return undone.ok ? done({ what, id, text: undone.value.what }) : undone;
}
