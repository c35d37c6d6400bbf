import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { PersonId, ProjectKey } from '../../../domain/ids.ts';

type OfPerson = ProjectKey & { readonly personId: PersonId };

export async function putSealed(
  db: Db,
  of: OfPerson & { readonly now: Temporal.Instant },
  sealed: Uint8Array,
): Promise<void> {
  const values = { sealed, updated_at: new Date(of.now.epochMilliseconds) };
  await db
    .insertInto('dietary_vault')
    .values({ tenant_id: of.tenantId, project_id: of.projectId, person_id: of.personId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'person_id']).doUpdateSet(values))
    .execute();
}

export async function removeSealed(db: Db, of: OfPerson): Promise<void> {
  await db
    .deleteFrom('dietary_vault')
    .where('tenant_id', '=', of.tenantId)
    .where('project_id', '=', of.projectId)
    .where('person_id', '=', of.personId)
    .execute();
}

export async function sealedOf(db: Db, of: OfPerson): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('dietary_vault')
    .select('sealed')
    .where('tenant_id', '=', of.tenantId)
    .where('project_id', '=', of.projectId)
    .where('person_id', '=', of.personId)
    .executeTakeFirst();
  return row?.sealed;
}

/** Without order: who wrote what must not follow from the place in a list. */
export async function sealedOfProject(
  db: Db,
  key: ProjectKey,
): Promise<readonly { person_id: string; sealed: Uint8Array }[]> {
  return await db
    .selectFrom('dietary_vault')
    .select(['person_id', 'sealed'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

/** The projects that keep something in the vault. */
export async function projectsWithSealed(db: Db): Promise<readonly ProjectKey[]> {
  const rows = await db.selectFrom('dietary_vault').select(['tenant_id', 'project_id']).distinct().execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, projectId: row.project_id }));
}

export async function removeAllSealed(db: Db, key: ProjectKey): Promise<void> {
  await db
    .deleteFrom('dietary_vault')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}
