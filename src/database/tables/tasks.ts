import type { TaskSource } from '../../features/tasks/types.ts';
import type { Day, Moment } from './projects.ts';

export interface TaskTable {
  tenant_id: string;
  project_id: string;
  id: string;
  what: string;
  owner_id: string | null;
  due_on: Day | null;
  source: TaskSource;
  rule_id: string | null;
  /** A name. */
  created_by: string;
  created_at: Moment;
  /** When its owner was given this day. */
  due_set_at: Moment;
  soon_told_at: Moment | null;
  late_told_at: Moment | null;
  done_at: Moment | null;
  /** A name. */
  done_by: string | null;
}

export interface DecisionTable {
  tenant_id: string;
  project_id: string;
  id: string;
  text: string;
  decided_on: Day;
  /** The name of whoever wrote it down. */
  written_by: string;
  created_at: Moment;
}

export interface TaskTables {
  task: TaskTable;
  decision: DecisionTable;
}
