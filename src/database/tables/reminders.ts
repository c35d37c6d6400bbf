import type { ColumnType, Generated } from 'kysely';
import type { Day } from './projects.ts';

export interface ReminderTable {
  tenant_id: string;
  project_id: string;
  rule_id: string;
  /** A session's id, or empty. */
  scope: string;
  due_on: Day;
  seen_on: Day;
  ahead_on: Day | null;
  soon_on: Day | null;
  late_on: Day | null;
}

export interface ReminderSettingTable {
  tenant_id: string;
  project_id: string;
  reminders: Generated<boolean>;
  weekly: Generated<boolean>;
  looked_on: Day;
  week_on: Day | null;
  next_on: Day | null;
  revision: number | null;
  met: ColumnType<readonly string[], string | undefined, string>;
}

export interface ReminderTables {
  reminder: ReminderTable;
  reminder_setting: ReminderSettingTable;
}
