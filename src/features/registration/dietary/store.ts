import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { DietaryTerms } from '../../../domain/dietary-terms.ts';
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

export interface Holder extends ProjectKey {
  readonly timeZone: string;
  readonly terms: DietaryTerms;
}

/**
 * The awake and closed projects under a decision that keep something in the vault, or numbers that were made of it.
 * A dormant one stands still.
 */
export async function decidedHolders(db: Db): Promise<readonly Holder[]> {
  const rows = await db
    .selectFrom('project')
    .select(['tenant_id', 'id', 'time_zone', 'dietary_legal_basis', 'dietary_retention_days', 'dietary_decision'])
    .where('state', '!=', 'dormant')
    .where('dietary_decision', 'is not', null)
    .where(({ exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom('dietary_vault')
            .select('person_id')
            .whereRef('dietary_vault.tenant_id', '=', 'project.tenant_id')
            .whereRef('dietary_vault.project_id', '=', 'project.id'),
        ),
        exists(
          selectFrom('kitchen')
            .select('session_id')
            .whereRef('kitchen.tenant_id', '=', 'project.tenant_id')
            .whereRef('kitchen.project_id', '=', 'project.id')
            .where('frozen_sealed', 'is not', null),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    projectId: row.id,
    timeZone: row.time_zone,
    terms: {
      legalBasis: row.dietary_legal_basis,
      retentionDays: row.dietary_retention_days,
      decisionReference: row.dietary_decision,
    },
  }));
}

export async function removeAllSealed(db: Db, key: ProjectKey): Promise<void> {
  await db
    .deleteFrom('dietary_vault')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}
