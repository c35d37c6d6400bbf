import { sql, type Insertable } from 'kysely';
import type { Db } from '../../../database/open.ts';
import type { AuditTable } from '../../../database/tables/projects.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { ActCount } from '../steps/types.ts';

export async function insertAudit({ db }: { readonly db: Db }, row: Insertable<AuditTable>): Promise<void> {
  await db.insertInto('audit').values(row).execute();
}

/** Acts by people who hold a role in the project; what the tool does by itself and what participants do is not among them. */
export async function actCounts({ db }: { readonly db: Db }, key: ProjectKey): Promise<readonly ActCount[]> {
  const milestone = sql<string | null>`case when audit.act = 'milestone.record' then audit.subject end`;
  return await db
    .selectFrom('audit')
    .where('audit.tenant_id', '=', key.tenantId)
    .where('audit.project_id', '=', key.projectId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('project_role')
          .select('project_role.person_id')
          .whereRef('project_role.tenant_id', '=', 'audit.tenant_id')
          .whereRef('project_role.project_id', '=', 'audit.project_id')
          .whereRef('project_role.person_id', '=', 'audit.actor_person_id'),
      ),
    )
    .select([
      'audit.act',
      milestone.as('milestone'),
      sql<number>`count(*) filter (where audit.details ->> 'together' is null)::int`.as('times'),
      sql<number>`coalesce(sum((audit.details ->> 'values')::int), 0)`.as('values'),
    ])
    .groupBy(['audit.act', milestone])
    .execute();
}
