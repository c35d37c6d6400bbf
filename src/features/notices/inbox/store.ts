import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { LetterToRead } from './types.ts';

/** Those that are known already stay as they are, read or not. */
export async function addLetters(db: Db, key: ProjectKey, letters: readonly LetterToRead[]): Promise<void> {
  if (letters.length === 0) return;
  await db
    .insertInto('organiser_letter')
    .values(
      letters.map(({ id, personId, sessionId, kind, receivedAt, webLink }) => ({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        id,
        person_id: personId,
        session_id: sessionId,
        kind,
        received_at: receivedAt,
        web_link: webLink,
        read_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'id']).doNothing())
    .execute();
}

export async function unreadRows(db: Db, key: ProjectKey) {
  return await db
    .selectFrom('organiser_letter')
    .select(['id', 'person_id', 'session_id', 'kind', 'received_at', 'web_link'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('read_at', 'is', null)
    .orderBy('received_at')
    .execute();
}

export async function markRead(
  db: Db,
  key: ProjectKey,
  { id, at }: { readonly id: string; readonly at: Temporal.Instant | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('organiser_letter')
    .set({ read_at: at === null ? null : at.toString() })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
