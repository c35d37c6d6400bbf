import type { Selectable } from 'kysely';
import type { Db } from '../../database/open.ts';
import type { ProjectTable, ProjectTables } from '../../database/tables/projects.ts';
import type { PersonId, ProjectKey, SessionId, TenantId } from '../../domain/ids.ts';

/** The outer database or an open transaction: `Tools` and `Work` both have one. */
export interface Reader {
  readonly db: Db;
}

export type ProjectRow = Selectable<ProjectTable>;
export type Row<Name extends keyof ProjectTables> = Selectable<ProjectTables[Name]>;

export function projectRow({ db }: Reader, key: ProjectKey): Promise<ProjectRow | undefined> {
  return db
    .selectFrom('project')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', key.projectId)
    .executeTakeFirst();
}

/** Public pages know no tenant: the id is unique in the whole database. */
export function projectRowById({ db }: Reader, projectId: string): Promise<ProjectRow | undefined> {
  return db.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirst();
}

export function projectRows({ db }: Reader): Promise<Pick<ProjectRow, 'tenant_id' | 'id' | 'state' | 'time_zone'>[]> {
  return db
    .selectFrom('project')
    .select(['tenant_id', 'id', 'state', 'time_zone'])
    .orderBy('tenant_id')
    .orderBy('id')
    .execute();
}

export function sessionRows({ db }: Reader, key: ProjectKey): Promise<Row<'session'>[]> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('number')
    .orderBy('id')
    .execute();
}

export function personRows({ db }: Reader, key: ProjectKey): Promise<Row<'person'>[]> {
  return db
    .selectFrom('person')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('kind', 'desc')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export function roleRows({ db }: Reader, key: ProjectKey): Promise<Row<'project_role'>[]> {
  return db
    .selectFrom('project_role')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('role')
    .orderBy('position')
    .orderBy('person_id')
    .execute();
}

export function organisationRows({ db }: Reader, key: ProjectKey): Promise<Row<'organisation'>[]> {
  return db
    .selectFrom('organisation')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export function venueRows({ db }: Reader, key: ProjectKey): Promise<Row<'venue'>[]> {
  return db
    .selectFrom('venue')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export function speakerRows({ db }: Reader, key: ProjectKey): Promise<Row<'speaker'>[]> {
  return db
    .selectFrom('speaker')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export function personRowByOid({ db }: Reader, key: ProjectKey, oid: string): Promise<Row<'person'> | undefined> {
  return db
    .selectFrom('person')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('oid', '=', oid)
    .orderBy('id')
    .executeTakeFirst();
}

export async function isConfirmed({ db }: Reader, key: ProjectKey, personId: PersonId): Promise<boolean> {
  const row = await db
    .selectFrom('registration')
    .select('person_id')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('person_id', '=', personId)
    .where('state', '=', 'confirmed')
    .executeTakeFirst();
  return row !== undefined;
}

export function projectIdsOfOid(
  { db }: Reader,
  { tenantId, oid }: { tenantId: TenantId; oid: string },
): Promise<{ project_id: string }[]> {
  return db
    .selectFrom('person')
    .select('project_id')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('oid', '=', oid)
    .orderBy('project_id')
    .execute();
}

export function identityRow(
  { db }: Reader,
  { tenantId, oid }: { tenantId: TenantId; oid: string },
): Promise<Row<'identity'> | undefined> {
  return db
    .selectFrom('identity')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('oid', '=', oid)
    .executeTakeFirst();
}

export async function keepIdentity({ db }: Reader, row: Row<'identity'>): Promise<void> {
  await db
    .insertInto('identity')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'oid']).doUpdateSet({ email_key: row.email_key, looked_up_at: row.looked_up_at }),
    )
    .execute();
}

/** Joins everybody of the tenant with that address who is not joined yet; gives how many. */
export async function joinOid(
  { db }: Reader,
  { tenantId, oid, emailKey }: { tenantId: TenantId; oid: string; emailKey: string },
): Promise<number> {
  const result = await db
    .updateTable('person')
    .set({ oid })
    .where('tenant_id', '=', tenantId)
    .where('email_key', '=', emailKey)
    .where('oid', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export function milestoneRows({ db }: Reader, key: ProjectKey): Promise<Row<'milestone'>[]> {
  return db
    .selectFrom('milestone')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('at')
    .orderBy('name')
    .execute();
}

export function overrideRows({ db }: Reader, key: ProjectKey): Promise<Row<'guideline_override'>[]> {
  return db
    .selectFrom('guideline_override')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('rule_id')
    .orderBy('scope')
    .execute();
}

export function auditRows({ db }: Reader, key: ProjectKey, limit: number): Promise<Row<'audit'>[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function sessionRow({ db }: Reader, key: ProjectKey, sessionId: SessionId): Promise<Row<'session'> | undefined> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
}
