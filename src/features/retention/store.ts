import type { Insertable } from 'kysely';
import type { Db } from '../../database/open.ts';
import type { RetentionRuleTable } from '../../database/tables/retention.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { DataClassId, RetentionRule } from './types.ts';

/** Holds the project until the transaction ends, so that two who dispose at once do not both. False: no such project. */
export async function lockProject(db: Db, key: ProjectKey): Promise<boolean> {
  const row = await db
    .selectFrom('project')
    .select('id')
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', key.projectId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function rulesOf(db: Db, key: ProjectKey): Promise<ReadonlyMap<DataClassId, RetentionRule>> {
  const rows = await db
    .selectFrom('retention_rule')
    .select(['data_class', 'way', 'days', 'decision', 'decided_on'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return new Map(
    rows.map(({ data_class, way, days, decision, decided_on }) => [
      data_class,
      { way, days, decision, decidedOn: decided_on },
    ]),
  );
}

export async function putRule(db: Db, row: Insertable<RetentionRuleTable>): Promise<void> {
  const { tenant_id: _tenant, project_id: _project, data_class: _class, ...changing } = row;
  await db
    .insertInto('retention_rule')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'data_class']).doUpdateSet(changing))
    .execute();
}

export async function removeRule(db: Db, key: ProjectKey, of: DataClassId): Promise<void> {
  await db
    .deleteFrom('retention_rule')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('data_class', '=', of)
    .execute();
}
