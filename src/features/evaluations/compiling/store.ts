import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { EvaluationKey } from '../types.ts';
import type { CompiledEvaluation } from './types.ts';

/** Keeps the numbers and takes away what they were counted from, of one session's evaluation. */
export async function putCompiled(db: Db, key: EvaluationKey, compiled: CompiledEvaluation): Promise<void> {
  await db
    .updateTable('evaluation')
    .set({ compiled: JSON.stringify(compiled) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .execute();
  for (const table of ['evaluation_answer', 'evaluation_mark'] as const)
    await db
      .deleteFrom(table)
      .where('tenant_id', '=', key.tenantId)
      .where('project_id', '=', key.projectId)
      .where('session_id', '=', key.sessionId)
      .execute();
}

/** When each opened evaluation of a project closed, and whether its numbers are all that is left. */
export async function openedEvaluations(db: Db, key: ProjectKey) {
  return await db
    .selectFrom('evaluation')
    .select(['session_id', 'closed_at', 'compiled'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('opened_at', 'is not', null)
    .execute();
}

/** Answers of the project that have not been moved to the results. */
export async function hasSlips(db: Db, key: ProjectKey): Promise<boolean> {
  const row = await db
    .selectFrom('evaluation_urn')
    .select('slot')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
