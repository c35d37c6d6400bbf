import type { RegionPeriod } from '../../domain/region-periods.ts';
import type { Json, Moment } from './projects.ts';

/** A period that a region has changed, added or taken away; what it has not touched has no row. */
export interface RegionPeriodTable {
  tenant_id: string;
  id: string;
  removed: boolean;
  period: Json<RegionPeriod>;
  changed_by: string;
  changed_at: Moment;
}

export interface RegionTables {
  region_period: RegionPeriodTable;
}
