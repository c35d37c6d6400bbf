import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { Project } from '../types.ts';

export async function putDelivery(db: Db, key: ProjectKey, delivery: Project['delivery']): Promise<void> {
  await db
    .updateTable('project')
    .set({ delivery })
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', key.projectId)
    .execute();
}
