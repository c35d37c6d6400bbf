import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';

type ConfirmationKey = ProjectKey & { readonly id: string };

/** One statement, so that of two processes only one is told that it was first. */
export async function markStanding(
  db: Db,
  key: ConfirmationKey,
  mark: 'announced_at' | 'executed_at',
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await db
    .updateTable('confirmation')
    .set({ [mark]: now.toString() })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', key.id)
    .where('stopped_at', 'is', null)
    .where(mark, 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The session or its evaluation item was moved: the yes goes off at the new moment. */
export async function moveStanding(db: Db, key: ConfirmationKey, dueAt: Temporal.Instant): Promise<void> {
  await db
    .updateTable('confirmation')
    .set({ due_at: dueAt.toString() })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', key.id)
    .where('executed_at', 'is', null)
    .execute();
}

/** An earlier yes is replaced by a later one. */
export async function replaceStanding(db: Db, key: ProjectKey, act: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('confirmation')
    .set({ stopped_at: now.toString() })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('act', '=', act)
    .where('stopped_at', 'is', null)
    .where('executed_at', 'is', null)
    .execute();
}
