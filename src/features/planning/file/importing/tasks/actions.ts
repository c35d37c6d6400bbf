import type { Temporal } from 'temporal-polyfill';
import { readMoment } from '../../checks/rules.ts';
import type { ProjectFile } from '../../types.ts';
import type { FileRows } from '../store.ts';

/**
 * Tasks and decisions of a file. Who has a task gets its day with the import, so that nobody is reminded of what came before.
 */
export function taskRows(
  { tasks = [], decisions = [] }: ProjectFile,
  ids: { readonly tenant_id: string; readonly project_id: string },
  now: Temporal.Instant,
): Pick<FileRows, 'task' | 'decision'> {
  const moment = (text: string | null | undefined): Date | null => {
    const at = readMoment(text ?? '');
    return at === undefined ? null : new Date(at.epochMilliseconds);
  };
  const imported = new Date(now.epochMilliseconds);
  return {
    task: tasks.map((entry) => ({
      ...ids,
      id: entry.id,
      what: entry.what,
      owner_id: entry.ownerId ?? null,
      due_on: entry.due ?? null,
      source: entry.source ?? 'tab',
      rule_id: entry.ruleId ?? null,
      created_by: entry.createdBy ?? '',
      created_at: moment(entry.createdAt) ?? imported,
      due_set_at: imported,
      done_at: moment(entry.doneAt),
      done_by: entry.doneBy ?? null,
    })),
    decision: decisions.map((entry) => ({
      ...ids,
      id: entry.id,
      text: entry.text,
      decided_on: entry.date,
      written_by: entry.by ?? '',
      created_at: moment(entry.createdAt) ?? imported,
    })),
  };
}
