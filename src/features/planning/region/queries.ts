import type { TenantId } from '../../../domain/ids.ts';
import type { RegionPeriod } from '../../../domain/region-periods.ts';
import type { Tools } from '../../../tools.ts';
import { regionView } from './rules.ts';
import { storedPeriods } from './store.ts';
import type { RegionView } from './types.ts';

/** What a planner is warned of and last days are moved out of, beside the holidays. The same for all projects of a tenant. */
export async function regionPeriods(tools: Pick<Tools, 'db'>, tenantId: TenantId): Promise<readonly RegionPeriod[]> {
  return (await regionOf(tools, tenantId)).periods;
}

export async function regionOf(tools: Pick<Tools, 'db'>, tenantId: TenantId): Promise<RegionView> {
  return regionView(await storedPeriods(tools, tenantId));
}
