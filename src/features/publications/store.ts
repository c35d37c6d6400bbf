import type { Db } from '../../database/open.ts';
import type { ProjectKey } from '../../domain/ids.ts';

interface Reader {
  readonly db: Db;
}

export interface StoredPublication {
  readonly channel: string;
  readonly url: string | null;
  readonly ownText: string | null;
}

export async function publicationRows({ db }: Reader, key: ProjectKey): Promise<readonly StoredPublication[]> {
  const rows = await db
    .selectFrom('publication')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return rows.map(({ channel, url, own_text }) => ({ channel, url, ownText: own_text }));
}

/** Writes what is given of one channel, and leaves the rest of it as it was. */
export async function putPublication(
  { db }: Reader,
  key: ProjectKey,
  channel: string,
  change: { readonly url: string | null } | { readonly own_text: string | null },
): Promise<void> {
  await db
    .insertInto('publication')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, channel, url: null, own_text: null, ...change })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'channel']).doUpdateSet(change))
    .execute();
}
