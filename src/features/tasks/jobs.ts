import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../tools.ts';
import { activeProjects } from '../planning/queries.ts';
import type { ProjectHead } from '../planning/types.ts';
import { remind } from './reminders/actions.ts';
import { nextReminder, reminderDue, type Reminded } from './reminders/rules.ts';
import { remindedRows, type RemindedRow } from './store.ts';
import type { ReminderCard } from './types.ts';

/** Reminders of tasks. The card's builder comes from outside: what a card looks like is the bot's affair. */
export function taskJobs(card: ReminderCard): {
  runDue(tools: Tools): Promise<void>;
  nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined>;
} {
  return {
    async runDue(tools) {
      const now = tools.clock.now();
      for (const { project, row, task } of await timedTasks(tools)) {
        const kind = reminderDue(task, now, project.timeZone);
        if (kind !== undefined) await remind(tools, { kind, project, row, card });
      }
    },
    async nextDueAt(tools) {
      const now = tools.clock.now();
      return (await timedTasks(tools))
        .flatMap(({ project, task }) => nextReminder(task, now, project.timeZone) ?? [])
        .toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
    },
  };
}

interface Timed {
  readonly project: ProjectHead;
  readonly row: RemindedRow;
  readonly task: Reminded;
}

/** Every open task that is somebody's and has a last day, in every project that is awake. */
async function timedTasks(tools: Tools): Promise<readonly Timed[]> {
  const rows = await remindedRows(tools);
  if (rows.length === 0) return [];
  return (await activeProjects(tools)).flatMap((project) =>
    rows
      .filter((row) => row.tenant_id === project.tenantId && row.project_id === project.projectId)
      .map((row) => ({ project, row, task: remindedOf(row) })),
  );
}

function remindedOf(row: RemindedRow): Reminded {
  return {
    dueOn: row.due_on,
    dueSetAt: Temporal.Instant.fromEpochMilliseconds(row.due_set_at.getTime()),
    told: { soon: row.soon_told_at !== null, late: row.late_told_at !== null },
  };
}
