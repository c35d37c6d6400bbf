import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import type { Stranger, StrangerState } from './types.ts';

interface Reader {
  readonly db: Db;
}

export async function strangerRows({ db }: Reader, key: ProjectKey): Promise<readonly Stranger[]> {
  const rows = await db
    .selectFrom('meeting_stranger')
    .select(['session_id', 'address', 'name', 'state'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('found_at')
    .orderBy('address')
    .execute();
  return rows.map(({ session_id: sessionId, ...row }) => ({ sessionId, ...row }));
}

export async function putStranger(
  { db }: Reader,
  key: ProjectKey & { readonly sessionId: SessionId },
  { foundAt, ...seen }: Pick<Stranger, 'address' | 'name' | 'state'> & { readonly foundAt: Temporal.Instant },
): Promise<void> {
  const values = { ...seen, found_at: foundAt.toString() };
  await db
    .insertInto('meeting_stranger')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, session_id: key.sessionId, ...values })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'project_id', 'session_id', 'address']).doUpdateSet(values),
    )
    .execute();
}

export async function setStranger(
  { db }: Reader,
  key: ProjectKey & { readonly sessionId: SessionId; readonly address: string },
  state: StrangerState,
): Promise<void> {
  await db
    .updateTable('meeting_stranger')
    .set({ state })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .where('address', '=', key.address)
    .execute();
}
