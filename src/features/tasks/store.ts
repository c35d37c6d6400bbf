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
