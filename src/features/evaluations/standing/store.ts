import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';

type ConfirmationKey = ProjectKey & { readonly id: string };

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
