import type { Insertable } from 'kysely';
import type { Db } from '../../../database/open.ts';
import type { DisposalTable } from '../../../database/tables/retention.ts';
import type { ProjectKey } from '../../../domain/ids.ts';

export async function insertDisposal(db: Db, row: Insertable<DisposalTable>): Promise<void> {
  await db.insertInto('disposal').values(row).execute();
}

/** The latest first. */
export async function disposalRows(db: Db, key: ProjectKey) {
  return await db
    .selectFrom('disposal')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
}
