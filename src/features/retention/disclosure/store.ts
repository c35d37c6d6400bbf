import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { Disclosed } from '../types.ts';

/** What stands in the log of each. */
export const disclosed = 'disclosure.exported';

/** Each time somebody fetched what the project holds, the latest first. */
export async function disclosuresOf(db: Db, key: ProjectKey): Promise<readonly Disclosed[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'at', 'actor_name', 'details'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('act', '=', disclosed)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: row.actor_name,
    withheld: Number(row.details['withheld'] ?? 0),
  }));
}

/** How many have said something about food: the count alone, since nothing of it is handed out before it is tested. */
export async function withheldCount(db: Db, key: ProjectKey): Promise<number> {
  const rows = await db
    .selectFrom('dietary_vault')
    .select('person_id')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return rows.length;
}

export interface SaidRow {
  readonly kind: string;
  readonly channel: string;
  readonly recipient_address: string | null;
  readonly recipient_name: string | null;
  readonly state: string;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Every message of the project, the oldest first. */
export async function saidRows(db: Db, key: ProjectKey): Promise<readonly SaidRow[]> {
  return await db
    .selectFrom('notice')
    .select(['kind', 'channel', 'recipient_address', 'recipient_name', 'state', 'created_at', 'sent_at', 'content'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
