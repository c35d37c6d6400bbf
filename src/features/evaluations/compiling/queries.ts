import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { hasSlips, openedEvaluations } from './store.ts';

/** Whether the answers of all evaluations are counted, and when the last one closed. */
export async function evaluationsEnded(
  { db }: Pick<Tools, 'db'>,
  key: ProjectKey,
): Promise<{ readonly isOpen: boolean; readonly lastClosed: Date | null }> {
  const rows = await openedEvaluations(db, key);
  const closed = rows.flatMap(({ closed_at }) => (closed_at === null ? [] : [closed_at.getTime()]));
  const isOpen = closed.length < rows.length || (await hasSlips(db, key));
  return { isOpen, lastClosed: closed.length === 0 ? null : new Date(Math.max(...closed)) };
}
