import type { Insertable, Selectable } from 'kysely';
import type { Db } from '../../database/open.ts';
import type { DecisionTable, TaskTable } from '../../database/tables/tasks.ts';
import type { ProjectKey } from '../../domain/ids.ts';

interface Reader {
  readonly db: Db;
}

export type TaskRow = Selectable<TaskTable>;
export type DecisionRow = Selectable<DecisionTable>;

export async function taskRows({ db }: Reader, { tenantId, projectId }: ProjectKey): Promise<readonly TaskRow[]> {
  return await db
    .selectFrom('task')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function insertTask({ db }: Reader, row: Insertable<TaskTable>): Promise<void> {
  await db.insertInto('task').values(row).execute();
}

/** False when there is no such task. */
export async function updateTask(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  id: string,
  change: Partial<Omit<Insertable<TaskTable>, 'tenant_id' | 'project_id' | 'id'>>,
): Promise<boolean> {
  const changed = await db
    .updateTable('task')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export async function deleteTask({ db }: Reader, { tenantId, projectId }: ProjectKey, id: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom('task')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

/** The latest first. */
export async function decisionRows(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
): Promise<readonly DecisionRow[]> {
  return await db
    .selectFrom('decision')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .orderBy('decided_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

export async function insertDecision({ db }: Reader, row: Insertable<DecisionTable>): Promise<void> {
  await db.insertInto('decision').values(row).execute();
}

export async function deleteDecision(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  id: string,
): Promise<boolean> {
  const deleted = await db
    .deleteFrom('decision')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

/** The latest thing that somebody did in the project. */
export async function latestActOf({ db }: Reader, { tenantId, projectId }: ProjectKey, personId: string) {
  return await db
    .selectFrom('audit')
    .select(['act', 'subject', 'at'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('actor_person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A task that its owner may have to be reminded of. */
export interface RemindedRow extends TaskRow {
  readonly owner_id: string;
  readonly due_on: string;
}

/** Of every tenant: open, somebody's, with a last day, and not told of both times. */
export async function remindedRows({ db }: Reader): Promise<readonly RemindedRow[]> {
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where('done_at', 'is', null)
    .where('owner_id', 'is not', null)
    .where('due_on', 'is not', null)
    .where('late_told_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ owner_id, due_on, ...row }) =>
    owner_id === null || due_on === null ? [] : [{ ...row, owner_id, due_on }],
  );
}

/** False when it has been told already, or the task is done, another's or due on another day by now. */
export async function markTold({ db }: Reader, row: RemindedRow, kind: 'soon' | 'late', at: Date): Promise<boolean> {
  const column = kind === 'soon' ? 'soon_told_at' : 'late_told_at';
  const marked = await db
    .updateTable('task')
    .set({ [column]: at })
    .where('tenant_id', '=', row.tenant_id)
    .where('project_id', '=', row.project_id)
    .where('id', '=', row.id)
    .where('owner_id', '=', row.owner_id)
    .where('due_on', '=', row.due_on)
    .where('done_at', 'is', null)
    .where(column, 'is', null)
    .executeTakeFirst();
  return marked.numUpdatedRows > 0n;
}
