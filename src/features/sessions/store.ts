import type { Db } from '../../database/open.ts';
import type { ProjectKey, SessionId } from '../../domain/ids.ts';
import type { AgendaItem } from './types.ts';

export async function saveAgenda(
  db: Db,
  key: ProjectKey & { readonly sessionId: SessionId },
  change: { readonly agenda: readonly AgendaItem[]; readonly preparation?: string | null },
): Promise<void> {
  await db
    .updateTable('session')
    .set({
      agenda: JSON.stringify(change.agenda),
      ...(change.preparation === undefined ? {} : { preparation: change.preparation }),
    })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', key.sessionId)
    .execute();
  await db
    .updateTable('project')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', key.projectId)
    .execute();
}

/** Milestones by name. */
export async function milestones(db: Db, key: ProjectKey): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .selectFrom('milestone')
    .select(['name', 'at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return new Map(rows.map(({ name, at }) => [name, at]));
}
