import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { TenantId } from '../../../domain/ids.ts';
import type { RegionPeriod } from '../../../domain/region-periods.ts';
import type { StoredPeriod } from './types.ts';

interface Reader {
  readonly db: Db;
}

export async function storedPeriods({ db }: Reader, tenantId: TenantId): Promise<readonly StoredPeriod[]> {
  const rows = await db
    .selectFrom('region_period')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  return rows.map(({ period, removed, changed_by: by, changed_at: at }) => ({
    period,
    isRemoved: removed,
    changed: { by, at: at.toISOString() },
  }));
}

export async function putPeriod(
  { db }: Reader,
  tenantId: TenantId,
  change: {
    readonly period: RegionPeriod;
    readonly isRemoved: boolean;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { period, isRemoved, by, at } = change;
  const values = { removed: isRemoved, period: JSON.stringify(period), changed_by: by, changed_at: at.toString() };
  await db
    .insertInto('region_period')
    .values({ tenant_id: tenantId, id: period.id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute();
}

export async function deletePeriod({ db }: Reader, tenantId: TenantId, id: string): Promise<void> {
  await db.deleteFrom('region_period').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}
