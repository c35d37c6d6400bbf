import type { Insertable, Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import type { DocumentTable } from '../../database/tables/documentation.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { DocumentationKey } from './types.ts';

export type DocumentRow = Selectable<DocumentTable>;

export const moment = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

export async function documentRows(db: Db, key: ProjectKey, sessionId?: string): Promise<readonly DocumentRow[]> {
  const all = db
    .selectFrom('document')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('added_at')
    .orderBy('name');
  return await (sessionId === undefined ? all : all.where('session_id', '=', sessionId)).execute();
}

export async function documentRow(db: Db, key: ProjectKey, id: string): Promise<DocumentRow | undefined> {
  return await db
    .selectFrom('document')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertDocument(db: Db, row: Insertable<DocumentTable>, content: Uint8Array): Promise<void> {
  await db.insertInto('document').values(row).execute();
  await db.insertInto('document_content').values({ tenant_id: row.tenant_id, document_id: row.id, content }).execute();
}

export async function contentOf(db: Db, tenantId: string, documentId: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('document_content')
    .select('content')
    .where('tenant_id', '=', tenantId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row?.content;
}

type Change = Partial<
  Pick<
    DocumentRow,
    | 'kind'
    | 'speaker_id'
    | 'photographer'
    | 'alt_text'
    | 'rights_confirmed'
    | 'drive_id'
    | 'item_id'
    | 'web_url'
    | 'shared_at'
    | 'confirmation_id'
  >
>;

export async function updateDocument(db: Db, key: ProjectKey, id: string, change: Change): Promise<void> {
  await db
    .updateTable('document')
    .set(change)
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .execute();
}

export async function deleteDocument(db: Db, key: ProjectKey, id: string): Promise<void> {
  await db.deleteFrom('document_content').where('tenant_id', '=', key.tenantId).where('document_id', '=', id).execute();
  await db
    .deleteFrom('document')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .execute();
}

/** The files that this yes was said to and that have not gone out; waits for another run of the same sharing. */
export async function lockSharing(
  db: Db,
  key: DocumentationKey,
  confirmationId: string,
): Promise<readonly DocumentRow[]> {
  return await db
    .selectFrom('document')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .where('confirmation_id', '=', confirmationId)
    .where('shared_at', 'is', null)
    .orderBy('name')
    .forUpdate()
    .execute();
}

export interface PendingSharing extends DocumentationKey {
  readonly confirmationId: string;
  readonly confirmedAt: Date;
  readonly isStopped: boolean;
}

/** Every yes, of awake projects, whose files have not gone out. */
export async function pendingSharings(db: Db): Promise<readonly PendingSharing[]> {
  const rows = await db
    .selectFrom('document')
    .innerJoin('confirmation', (join) =>
      join
        .onRef('confirmation.tenant_id', '=', 'document.tenant_id')
        .onRef('confirmation.project_id', '=', 'document.project_id')
        .onRef('confirmation.id', '=', 'document.confirmation_id'),
    )
    .innerJoin('project', (join) =>
      join.onRef('project.tenant_id', '=', 'document.tenant_id').onRef('project.id', '=', 'document.project_id'),
    )
    .select([
      'document.tenant_id',
      'document.project_id',
      'document.session_id',
      'confirmation.id',
      'confirmation.confirmed_at',
      'confirmation.stopped_at',
    ])
    .distinct()
    .where('project.state', '!=', 'dormant')
    .where('document.shared_at', 'is', null)
    .orderBy('confirmation.confirmed_at')
    .execute();
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    projectId: row.project_id,
    sessionId: row.session_id,
    confirmationId: row.id,
    confirmedAt: row.confirmed_at,
    isStopped: row.stopped_at !== null,
  }));
}

/** The yes no longer holds for what has not gone out under it: it needs a new one. */
export async function letGo(db: Db, key: ProjectKey, confirmationId: string): Promise<void> {
  await db
    .updateTable('document')
    .set({ confirmation_id: null })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('confirmation_id', '=', confirmationId)
    .where('shared_at', 'is', null)
    .execute();
}

export interface Recipient {
  readonly personId: string;
  readonly givenName: string;
  readonly name: string;
  readonly address: string;
  /** What else is known of the person, such as their language. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Every confirmed participant of the project: those who could not come need the documentation most. */
export async function confirmedRecipients(db: Db, key: ProjectKey): Promise<readonly Recipient[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'registration.tenant_id')
        .onRef('person.project_id', '=', 'registration.project_id')
        .onRef('person.id', '=', 'registration.person_id'),
    )
    .select(['person.id', 'person.given_name', 'person.display_name', 'person.email', 'person.extra'])
    .where('registration.tenant_id', '=', key.tenantId)
    .where('registration.project_id', '=', key.projectId)
    .where('registration.state', '=', 'confirmed')
    .orderBy('person.position')
    .orderBy('person.id')
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    givenName: row.given_name,
    name: row.display_name,
    address: row.email,
    extra: row.extra,
  }));
}

/** The first sharing counts as when it was done; a later one adds to it. */
export async function setMilestone(db: Db, key: ProjectKey, name: string, at: Temporal.Instant): Promise<void> {
  await db
    .insertInto('milestone')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, name, at: moment(at), source: 'tool' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
