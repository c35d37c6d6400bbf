import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Db } from '../../database/open.ts';
import type { ProjectTable, ProjectTables } from '../../database/tables/projects.ts';
import type { PersonId, ProjectKey, SessionId, TenantId } from '../../domain/ids.ts';
import type { AccountType, Role } from '../../domain/people.ts';

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

/** As `sessionRows`, each with the project's own zone. */
export function zonedSessionRows(
  { db }: Reader,
  key: ProjectKey,
): Promise<(Row<'session'> & Pick<ProjectRow, 'time_zone'>)[]> {
  return db
    .selectFrom('session')
    .innerJoin('project', (join) =>
      join.onRef('project.tenant_id', '=', 'session.tenant_id').onRef('project.id', '=', 'session.project_id'),
    )
    .selectAll('session')
    .select('project.time_zone')
    .where('session.tenant_id', '=', key.tenantId)
    .where('session.project_id', '=', key.projectId)
    .orderBy('session.number')
    .orderBy('session.date')
    .orderBy('session.start_time')
    .orderBy('session.id')
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

export function personRow({ db }: Reader, key: ProjectKey, personId: PersonId): Promise<Row<'person'> | undefined> {
  return db
    .selectFrom('person')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', personId)
    .executeTakeFirst();
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
      conflict.columns(['tenant_id', 'oid']).doUpdateSet({
        email_key: row.email_key,
        is_guest: row.is_guest,
        looked_up_at: row.looked_up_at,
      }),
    )
    .execute();
}

export interface Joined {
  readonly tenantId: TenantId;
  readonly oid: string;
  readonly emailKey: string;
  /** As the directory knows them, which goes before what a form or a file guessed. */
  readonly accountType: AccountType;
}

/** Joins everybody of the tenant with that address who is not joined yet; gives how many. */
export async function joinOid({ db }: Reader, { tenantId, oid, emailKey, accountType }: Joined): Promise<number> {
  const result = await db
    .updateTable('person')
    .set({ oid, account_type: accountType })
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

/** Changes the project's own columns and lets its revision rise. */
export async function updateProject({ db }: Reader, key: ProjectKey, change: Updateable<ProjectTable>): Promise<void> {
  await db
    .updateTable('project')
    .set((update) => ({ ...change, revision: update('revision', '+', 1) }))
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', key.projectId)
    .execute();
}

export async function insertProjectRow({ db }: Reader, row: Insertable<ProjectTable>): Promise<void> {
  await db.insertInto('project').values(row).execute();
}

export async function insertPerson({ db }: Reader, row: Insertable<ProjectTables['person']>): Promise<void> {
  await db.insertInto('person').values(row).execute();
}

/** The whole set of roles is written anew: it is small, and its order matters. */
export async function replaceRoles(
  { db }: Reader,
  key: ProjectKey,
  holders: readonly { readonly person_id: string; readonly role: Role; readonly position: number }[],
): Promise<void> {
  await db
    .deleteFrom('project_role')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  const rows = holders.map((holder) => ({ tenant_id: key.tenantId, project_id: key.projectId, ...holder }));
  if (rows.length > 0) await db.insertInto('project_role').values(rows).execute();
}

export async function insertSession({ db }: Reader, row: Insertable<ProjectTables['session']>): Promise<void> {
  await db.insertInto('session').values(row).execute();
}

export async function updateSession(
  { db }: Reader,
  key: ProjectKey & { readonly sessionId: SessionId },
  change: Updateable<ProjectTables['session']>,
): Promise<void> {
  await db
    .updateTable('session')
    .set(change)
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', key.sessionId)
    .execute();
}

export async function putOverride({ db }: Reader, row: Insertable<ProjectTables['guideline_override']>): Promise<void> {
  await db
    .insertInto('guideline_override')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'project_id', 'rule_id', 'scope']).doUpdateSet({
        reason: row.reason,
        person_id: row.person_id ?? null,
        person_name: row.person_name,
        at: row.at,
      }),
    )
    .execute();
}

export async function putMilestone({ db }: Reader, row: Insertable<ProjectTables['milestone']>): Promise<void> {
  await db
    .insertInto('milestone')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'project_id', 'name']).doUpdateSet({ at: row.at, source: row.source }),
    )
    .execute();
}

export async function removeMilestone({ db }: Reader, key: ProjectKey, name: string): Promise<void> {
  await db
    .deleteFrom('milestone')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('name', '=', name)
    .where('source', '!=', 'tool')
    .execute();
}

/** What we last wrote to the session's live event, or to its remote speakers' own. */
export async function writtenEvent(
  { db }: Reader,
  key: ProjectKey,
  sessionId: SessionId,
  part: 'session' | 'remoteSpeakers' = 'session',
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const row = await db
    .selectFrom('meeting_mirror')
    .select('written')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', sessionId)
    .where('part', '=', part)
    .where('state', '=', 'live')
    .executeTakeFirst();
  return row?.written;
}

export { lockProject } from '../../database/lock.ts';
