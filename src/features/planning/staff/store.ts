import type { Updateable } from 'kysely';
import type { Db } from '../../../database/open.ts';
import type { ProjectTables } from '../../../database/tables/projects.ts';
import type { PersonId, ProjectKey } from '../../../domain/ids.ts';

interface Reader {
  readonly db: Db;
}

export async function updatePerson(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  personId: PersonId,
  change: Updateable<ProjectTables['person']>,
): Promise<void> {
  await db
    .updateTable('person')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('id', '=', personId)
    .execute();
}

/** The person and the links that open a page as them. */
export async function deletePerson(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  personId: PersonId,
): Promise<void> {
  await db
    .deleteFrom('personal_link')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('person_id', '=', personId)
    .execute();
  await db
    .deleteFrom('person')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('id', '=', personId)
    .execute();
}

export async function isRegistered(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  personId: PersonId,
): Promise<boolean> {
  const row = await db
    .selectFrom('registration')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasTask(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  personId: PersonId,
): Promise<boolean> {
  const row = await db
    .selectFrom('task')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('owner_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Has been asked which days suit. */
export async function isAsked(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  personId: PersonId,
): Promise<boolean> {
  const voter = await db
    .selectFrom('date_poll_voter')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return voter !== undefined;
}
