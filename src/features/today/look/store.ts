import { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';

interface LookKey extends ProjectKey {
  readonly personId: string;
}

const instant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const date = (moment: Temporal.Instant): Date => new Date(moment.epochMilliseconds);

export async function lookOf(db: Db, { tenantId, projectId, personId }: LookKey) {
  const row = await db
    .selectFrom('today_look')
    .select(['since', 'looked_at'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { since: row.since === null ? null : instant(row.since), lookedAt: instant(row.looked_at) };
}

export async function putLook(
  db: Db,
  { tenantId, projectId, personId }: LookKey,
  look: { readonly since: Temporal.Instant | null; readonly lookedAt: Temporal.Instant },
): Promise<void> {
  const kept = { since: look.since === null ? null : date(look.since), looked_at: date(look.lookedAt) };
  await db
    .insertInto('today_look')
    .values({ tenant_id: tenantId, project_id: projectId, person_id: personId, ...kept })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'person_id']).doUpdateSet(kept))
    .execute();
}
