import type { Selectable } from 'kysely';
import type { Db } from '../../../database/open.ts';
import type { Tables } from '../../../database/tables.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { FileRows } from './importing/store.ts';

interface Reader {
  readonly db: Db;
}

/** In the order that foreign keys allow. */
const children = [
  'organisation',
  'person',
  'project_role',
  'venue',
  'speaker',
  'session',
  'milestone',
  'publication',
  'retention_rule',
  'guideline_override',
  'registration',
  'session_participation',
  'session_guest',
  'theme_proposal',
  'theme_consultation',
  'theme_decision',
  'task',
  'decision',
] as const satisfies readonly (keyof Tables & keyof FileRows)[];

/** PostgreSQL takes at most 65 535 values in one statement. */
const rowsPerStatement = 500;

export async function insertProject({ db }: Reader, rows: FileRows): Promise<void> {
  await db.insertInto('project').values(rows.project).execute();
  await insertChildren({ db }, rows);
}

/** Puts the file's content in place of a dormant project's. What the tool has logged stays. */
export async function replaceProject({ db }: Reader, key: ProjectKey, rows: FileRows): Promise<void> {
  for (const table of children.toReversed()) {
    await db.deleteFrom(table).where('tenant_id', '=', key.tenantId).where('project_id', '=', key.projectId).execute();
  }
  const { created_at: _created, revision: _revision, ...columns } = rows.project;
  await db
    .updateTable('project')
    .set((update) => ({ ...columns, revision: update('revision', '+', 1) }))
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', key.projectId)
    .execute();
  await insertChildren({ db }, rows);
}

async function insertChildren({ db }: Reader, rows: FileRows): Promise<void> {
  for (const table of children) {
    const all: readonly object[] = rows[table];
    for (let from = 0; from < all.length; from += rowsPerStatement) {
      // The rows of each table are typed in FileRows; the compiler cannot follow the pair through the loop.
      const some = all.slice(from, from + rowsPerStatement) as never;
      await db.insertInto(table).values(some).execute();
    }
  }
}

export interface VaultEntry {
  readonly personId: string;
  readonly sealed: Uint8Array;
  readonly at: Date;
}

/** What a replacement carries over, still sealed: an exported file has no dietary entries. */
export async function vaultEntries({ db }: Reader, key: ProjectKey): Promise<readonly VaultEntry[]> {
  const rows = await db
    .selectFrom('dietary_vault')
    .select(['person_id', 'sealed', 'updated_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return rows.map((row) => ({ personId: row.person_id, sealed: row.sealed, at: row.updated_at }));
}

export async function putInVault({ db }: Reader, key: ProjectKey, entries: readonly VaultEntry[]): Promise<void> {
  for (const { personId, sealed, at } of entries) {
    await db
      .insertInto('dietary_vault')
      .values({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        person_id: personId,
        sealed,
        updated_at: at,
      })
      .execute();
  }
}

export interface JoinedPerson {
  readonly id: string;
  readonly emailKey: string;
  readonly oid: string;
}

export async function joinedPeople({ db }: Reader, key: ProjectKey): Promise<readonly JoinedPerson[]> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'email_key', 'oid'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('oid', 'is not', null)
    .execute();
  return rows.flatMap(({ id, email_key, oid }) => (oid === null ? [] : [{ id, emailKey: email_key, oid }]));
}

/** A person keeps the sign-in for as long as the address is the same. */
export async function rejoin({ db }: Reader, key: ProjectKey, people: readonly JoinedPerson[]): Promise<void> {
  for (const { emailKey, oid } of people) {
    await db
      .updateTable('person')
      .set({ oid })
      .where('tenant_id', '=', key.tenantId)
      .where('project_id', '=', key.projectId)
      .where('email_key', '=', emailKey)
      .execute();
  }
}

export type RegistrationRow = Selectable<Tables['registration']>;
export type ParticipationRow = Selectable<Tables['session_participation']>;
export type GuestRow = Selectable<Tables['session_guest']>;

/** The rows of other features that an export carries along. */
export async function registrationRows({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('registration')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

export async function participationRows({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('session_participation')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

export async function guestRows({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('session_guest')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

export async function roomStatuses({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('room_booking')
    .select(['session_id', 'status'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

/** Proposals as they stand: what was taken away is not in a file. */
export async function proposalRows({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('theme_proposal')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function consultationRows({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('theme_consultation')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function decisionRow({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('theme_decision')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .executeTakeFirst();
}

export async function publicationRows({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('publication')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('channel')
    .execute();
}

export async function retentionRows({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('retention_rule')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('data_class')
    .execute();
}

export async function taskRows({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('task')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

export async function decisionRows({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('decision')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}
