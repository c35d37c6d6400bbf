import type { Insertable } from 'kysely';
import type { Db } from '../../../database/open.ts';
import type { AuditTable } from '../../../database/tables/projects.ts';

export async function insertAudit({ db }: { readonly db: Db }, row: Insertable<AuditTable>): Promise<void> {
  await db.insertInto('audit').values(row).execute();
}
