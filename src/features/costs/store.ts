import type { Db } from '../../database/open.ts';
import type { ProjectKey } from '../../domain/ids.ts';

interface Reader {
  readonly db: Db;
}

/** The project's blocks, held until the transaction ends, so that two changes at once do not lose one. */
export async function lockBlocks(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const row = await db
    .selectFrom('project')
    .select('blocks')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirst();
  return row?.blocks;
}

export async function putBlocks(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  blocks: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db
    .updateTable('project')
    .set((update) => ({ blocks: JSON.stringify(blocks), revision: update('revision', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', projectId)
    .execute();
}
