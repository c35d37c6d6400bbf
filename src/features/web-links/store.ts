import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { LinkAnswer } from '../../ports/links.ts';

export async function linkCheckRows(db: Db, key: ProjectKey) {
  return await db
    .selectFrom('link_check')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

export async function linkCheckRow(db: Db, key: ProjectKey, url: string) {
  return await db
    .selectFrom('link_check')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('url', '=', url)
    .executeTakeFirst();
}

export async function putLinkCheck(
  db: Db,
  key: ProjectKey,
  { url, at, outcome, status }: LinkAnswer & { readonly url: string; readonly at: Temporal.Instant },
): Promise<void> {
  const change = { outcome, status, checked_at: new Date(at.epochMilliseconds) };
  await db
    .insertInto('link_check')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, url, ...change })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'url']).doUpdateSet(change))
    .execute();
}
