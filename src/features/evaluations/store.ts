import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import type { EvaluationTable } from '../../database/tables/evaluations.ts';
import type { EvaluationKey, Question } from './types.ts';

export type EvaluationRow = Omit<Selectable<EvaluationTable>, 'questions'> & {
  readonly questions: readonly Question[];
};

export const moment = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

// The questions were written by ourselves, from the model in questions/rules.ts.
const readRow = (row: Selectable<EvaluationTable>): EvaluationRow => ({
  ...row,
  questions: row.questions as readonly Question[],
});

export async function evaluationRow(db: Db, key: EvaluationKey): Promise<EvaluationRow | undefined> {
  const row = await ofSession(db, key).executeTakeFirst();
  return row === undefined ? undefined : readRow(row);
}

/** Waits for every answer and move under way: what follows in this transaction stands alone with the session's urn. */
export async function lockEvaluation(db: Db, key: EvaluationKey): Promise<EvaluationRow | undefined> {
  const row = await ofSession(db, key).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : readRow(row);
}

function ofSession(db: Db, key: EvaluationKey) {
  return db
    .selectFrom('evaluation')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId);
}

export interface NewEvaluation extends EvaluationKey {
  readonly questions: readonly Question[];
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
}

/** Planned anew at each confirmation, for as long as it has not opened. */
export async function planEvaluation(db: Db, plan: NewEvaluation): Promise<void> {
  const changing = {
    questions: JSON.stringify(plan.questions),
    opens_at: moment(plan.opensAt),
    closes_at: moment(plan.closesAt),
  };
  await db
    .insertInto('evaluation')
    .values({
      tenant_id: plan.tenantId,
      project_id: plan.projectId,
      session_id: plan.sessionId,
      ...changing,
      opened_at: null,
      closed_at: null,
      card_activity_id: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'project_id', 'session_id'])
        .doUpdateSet(changing)
        .where('evaluation.opened_at', 'is', null),
    )
    .execute();
}

export async function setEvaluation(
  db: Db,
  key: EvaluationKey,
  change: { readonly opened_at?: Date; readonly closed_at?: Date; readonly opens_at?: Date; readonly closes_at?: Date },
): Promise<void> {
  await db
    .updateTable('evaluation')
    .set(change)
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .execute();
}

/** Every tenant's evaluations that have not closed, for the tick. */
export async function unfinishedEvaluations(db: Db): Promise<readonly EvaluationRow[]> {
  const rows = await db
    .selectFrom('evaluation')
    .innerJoin('project', (join) =>
      join.onRef('project.tenant_id', '=', 'evaluation.tenant_id').onRef('project.id', '=', 'evaluation.project_id'),
    )
    .selectAll('evaluation')
    .where('project.state', '!=', 'dormant')
    .where('evaluation.closed_at', 'is', null)
    .execute();
  return rows.map(readRow);
}

/** False when the milestone had been reached before. */
export async function setMilestone(db: Db, key: EvaluationKey, name: string, at: Temporal.Instant): Promise<boolean> {
  const written = await db
    .insertInto('milestone')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, name, at: moment(at), source: 'tool' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst();
  return written !== undefined;
}

export async function hasMilestone(db: Db, key: EvaluationKey, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('milestone')
    .select('name')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row !== undefined;
}
