import type { DataClassId, KeptCount } from '../../features/retention/types.ts';
import type { Day, Json, Moment } from './projects.ts';

/** What somebody has decided about a class of data. Dietary needs have none: theirs is among the project's dietary terms. */
export interface RetentionRuleTable {
  tenant_id: string;
  project_id: string;
  data_class: DataClassId;
  way: 'keep' | 'dispose';
  /** After the last session; null when it is kept. */
  days: number | null;
  /** The reference of the decision; null only where something is kept. */
  decision: string | null;
  decided_on: Day | null;
  /** A name. */
  set_by: string;
  set_at: Moment;
}

/** The record of one disposal (gallringsprotokoll). No personal data but the name of whoever did it. */
export interface DisposalTable {
  tenant_id: string;
  project_id: string;
  id: string;
  data_class: DataClassId;
  at: Moment;
  by_name: string;
  by_person_id: string | null;
  decision: string;
  decided_on: Day | null;
  /** From when it could be disposed of. */
  due_on: Day;
  items: number;
  /** Local days of the oldest and the newest; null where nothing tells. */
  period_from: Day | null;
  period_to: Day | null;
  kept: Json<readonly KeptCount[]>;
}

export interface RetentionTables {
  retention_rule: RetentionRuleTable;
  disposal: DisposalTable;
}
