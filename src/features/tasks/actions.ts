import { localDate, localDateOf } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools, Work } from '../../tools.ts';
import { auditedBy, writeAudit } from '../planning/audit/actions.ts';
import { projectOf } from '../planning/queries.ts';
import { taskOwners, tasksOf } from './queries.ts';
import { decidedAhead, faultIn } from './rules.ts';
import * as store from './store.ts';
import type { Decision, NewDecision, NewTask, Task, TaskOrder, TaskRefusal } from './types.ts';

/** Writes a task down. */
export async function addTask(tools: Tools, actor: Actor, order: NewTask): Promise<Outcome<Task, TaskRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<Task, TaskRefusal>> => {
    const known = await knownOf(tools, work, actor);
    if (known === null) return refused('noProject');
    const open = known.tasks.filter(({ doneAt }) => doneAt === null);
    const fault = faultIn(order, { ...known, others: open });
    if (fault !== undefined) return fault;
    const now = momentOf(tools);
    const task: Task = {
      id: tools.ids.next(),
      what: order.what,
      ownerId: order.ownerId,
      dueOn: order.dueOn,
      source: order.source,
      ruleId: order.ruleId ?? null,
      createdBy: actor.name,
      createdAt: now.toISOString(),
      doneAt: null,
      doneBy: null,
    };
    await store.insertTask(work, {
      tenant_id: actor.tenantId,
      project_id: actor.projectId,
      id: task.id,
      what: task.what,
      owner_id: task.ownerId,
      due_on: task.dueOn,
      source: task.source,
      rule_id: task.ruleId,
      created_by: task.createdBy,
      created_at: now,
      due_set_at: now,
    });
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'task.add', subject: task.id });
    return done(task);
  });
}

/** Another text, owner or day. Answers what it was before, so that it can be taken back. */
export async function changeTask(
  tools: Tools,
  actor: Actor,
  id: string,
  order: TaskOrder,
): Promise<Outcome<Task, TaskRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<Task, TaskRefusal>> => {
    const known = await knownOf(tools, work, actor);
    if (known === null) return refused('noProject');
    const before = known.tasks.find((task) => task.id === id);
    if (before === undefined) return refused('noTask');
    const others = known.tasks.filter((task) => task.doneAt === null && task.id !== id);
    const fault = faultIn(order, { ...known, others, dueBefore: before.dueOn });
    if (fault !== undefined) return fault;
    const isGivenAnew = order.dueOn !== before.dueOn || order.ownerId !== before.ownerId;
    await store.updateTask(work, actor, id, {
      what: order.what,
      owner_id: order.ownerId,
      due_on: order.dueOn,
      ...(isGivenAnew ? { due_set_at: momentOf(tools), soon_told_at: null, late_told_at: null } : {}),
    });
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'task.change', subject: id });
    return done(before);
  });
}

/** Ticks a task, or takes the tick away. The same twice is the same once. */
export async function tickTask(
  tools: Tools,
  actor: Actor,
  id: string,
  isDone: boolean,
): Promise<Outcome<Task, TaskRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<Task, TaskRefusal>> => {
    const task = (await tasksOf(work, actor)).find((one) => one.id === id);
    if (task === undefined) return refused('noTask');
    if ((task.doneAt !== null) === isDone) return done(task);
    const change = isDone ? { done_at: momentOf(tools), done_by: actor.name } : { done_at: null, done_by: null };
    await store.updateTask(work, actor, id, change);
    await writeAudit(work, tools, { ...auditedBy(actor), act: isDone ? 'task.done' : 'task.reopen', subject: id });
    return done(task);
  });
}

/** Takes a task away. Answers what it was. */
export async function removeTask(tools: Tools, actor: Actor, id: string): Promise<Outcome<Task, TaskRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<Task, TaskRefusal>> => {
    const task = (await tasksOf(work, actor)).find((one) => one.id === id);
    if (task === undefined || !(await store.deleteTask(work, actor, id))) return refused('noTask');
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'task.remove', subject: id });
    return done(task);
  });
}

/** Writes down what the planning group has decided. */
export async function addDecision(
  tools: Tools,
  actor: Actor,
  { text, decidedOn }: NewDecision,
): Promise<Outcome<Decision, TaskRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<Decision, TaskRefusal>> => {
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const today = localDateOf(tools.clock.now(), project.timeZone);
    const day = decidedOn === undefined ? today : localDate(decidedOn);
    const fault = decidedAhead(day, today);
    if (fault !== undefined) return fault;
    const decision = { id: tools.ids.next(), text, decidedOn: day.toString(), writtenBy: actor.name };
    await store.insertDecision(work, {
      tenant_id: actor.tenantId,
      project_id: actor.projectId,
      id: decision.id,
      text,
      decided_on: decision.decidedOn,
      written_by: decision.writtenBy,
      created_at: momentOf(tools),
    });
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'decision.add', subject: decision.id });
    return done(decision);
  });
}

export async function removeDecision(tools: Tools, actor: Actor, id: string): Promise<Outcome<null, TaskRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<null, TaskRefusal>> => {
    if (!(await store.deleteDecision(work, actor, id))) return refused('noDecision');
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'decision.remove', subject: id });
    return done(null);
  });
}

async function knownOf(tools: Tools, work: Work, actor: Actor) {
  const project = await projectOf(work, actor);
  if (project === null) return null;
  const [owners, tasks] = [await taskOwners(work, actor), await tasksOf(work, actor)];
  return { today: localDateOf(tools.clock.now(), project.timeZone), owners, tasks };
}

function momentOf({ clock }: Pick<Tools, 'clock'>): Date {
  return new Date(clock.now().epochMilliseconds);
}
