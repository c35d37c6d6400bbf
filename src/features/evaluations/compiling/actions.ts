import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { evaluationOf } from '../queries.ts';
import { openedEvaluations, putCompiled } from './store.ts';

/**
 * turns the answers of every closed evaluation into numbers, then forgets the answers, what was written in words,
 * and who has answered. Results that too few answered to be shown stay unshown. A second run finds nothing.
 */
export async function compileEvaluations(
  work: Pick<Work, 'db'>,
  tools: Pick<Tools, 'settings'>,
  { tenantId, projectId }: ProjectKey,
): Promise<void> {
  for (const row of await openedEvaluations(work.db, { tenantId, projectId })) {
    if (row.closed_at === null || row.compiled !== null) continue;
    const key = { tenantId, projectId, sessionId: row.session_id };
    const view = await evaluationOf({ db: work.db, settings: tools.settings }, key);
    const { answered = 0, invited = 0, shown = 0, results = [] } = view ?? {};
    const numbers = results.map((result) => ({ ...result, texts: [] }));
    await putCompiled(work.db, key, { answered, invited, shown, results: numbers });
  }
}
