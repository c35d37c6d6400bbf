import type { Insertable } from 'kysely';
import type { Db } from '../../../database/open.ts';
import type { DismissedTipTable } from '../../../database/tables/today.ts';
import type { ProjectKey } from '../../../domain/ids.ts';

export async function dismissedRows(db: Db, { tenantId, projectId }: ProjectKey) {
  return await db
    .selectFrom('dismissed_tip')
    .select(['tip_id', 'person_name', 'at'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .orderBy('at', 'desc')
    .execute();
}

export async function insertDismissed(db: Db, row: Insertable<DismissedTipTable>): Promise<void> {
  await db
    .insertInto('dismissed_tip')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeDismissed(db: Db, { tenantId, projectId }: ProjectKey, tipId: string): Promise<void> {
  await db
    .deleteFrom('dismissed_tip')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('tip_id', '=', tipId)
    .execute();
}
