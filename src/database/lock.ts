import type { ProjectKey } from '../domain/ids.ts';
import type { Db } from './open.ts';

/** Holds the project until the transaction ends: two who decide at the same moment come one after the other. */
export async function lockProject(db: Db, { tenantId, projectId }: ProjectKey): Promise<void> {
  await db
    .selectFrom('project')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', projectId)
    .forUpdate()
    .execute();
}
