import type { Insertable } from 'kysely';
import type { Db } from '../../../database/open.ts';
import type { ProjectTables } from '../../../database/tables/projects.ts';
import type { ProjectKey } from '../../../domain/ids.ts';

interface Reader {
  readonly db: Db;
}

/** Changes the entry with that id, or adds it last. What a project file said beside our columns stays. */
export async function putOrganisation({ db }: Reader, row: Insertable<ProjectTables['organisation']>): Promise<void> {
  const { extra: _extra, position: _position, ...change } = row;
  await db
    .insertInto('organisation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'id']).doUpdateSet(change))
    .execute();
}

export async function putVenue({ db }: Reader, row: Insertable<ProjectTables['venue']>): Promise<void> {
  const { extra: _extra, position: _position, ...change } = row;
  await db
    .insertInto('venue')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'id']).doUpdateSet(change))
    .execute();
}

export async function putSpeaker({ db }: Reader, row: Insertable<ProjectTables['speaker']>): Promise<void> {
  const { extra: _extra, position: _position, ...change } = row;
  await db
    .insertInto('speaker')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'id']).doUpdateSet(change))
    .execute();
}

/** What is kept of an organisation beside our own columns, in the project file's own words. */
export async function setOrganisationExtra(
  { db }: Reader,
  key: ProjectKey,
  { id, extra }: { readonly id: string; readonly extra: Readonly<Record<string, unknown>> },
): Promise<void> {
  await db
    .updateTable('organisation')
    .set({ extra: JSON.stringify(extra) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .execute();
}
