import type { Moment } from './projects.ts';

/** When somebody last looked at the day's page of a project. */
export interface TodayLookTable {
  tenant_id: string;
  project_id: string;
  person_id: string;
  /** What "since last time" is counted from during this visit; null on the first one. */
  since: Moment | null;
  looked_at: Moment;
}

/** A tip that is not for this project. A must is never here. */
export interface DismissedTipTable {
  tenant_id: string;
  project_id: string;
  /** A rule's id, or the tool's own advice. */
  tip_id: string;
  person_id: string | null;
  person_name: string;
  at: Moment;
}

export interface TodayTables {
  today_look: TodayLookTable;
  dismissed_tip: DismissedTipTable;
}
