import { sql } from 'kysely';
import type { Db } from '../../../database/open.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Answers, EvaluationKey } from '../types.ts';

/** False when this person's mark was there already. */
export async function insertMark(db: Db, key: EvaluationKey, personId: PersonId): Promise<boolean> {
  const written = await db
    .insertInto('evaluation_mark')
    .values({ ...columns(key), person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return written !== undefined;
}

export async function markedPersons(db: Db, key: EvaluationKey): Promise<readonly PersonId[]> {
  const rows = await db
    .selectFrom('evaluation_mark')
    .select('person_id')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

/** Writes all marks again in the order of the ids, so that neither place nor transaction number tells when they came. */
export async function rewriteMarks(db: Db, key: EvaluationKey): Promise<void> {
  const persons = await markedPersons(db, key);
  if (persons.length === 0) return;
  await db
    .deleteFrom('evaluation_mark')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .execute();
  await db
    .insertInto('evaluation_mark')
    .values(persons.map((person_id) => ({ ...columns(key), person_id })))
    .execute();
}

/** Empties the urn, and gives what lay in it. */
export async function takeFromUrn(db: Db, key: EvaluationKey): Promise<readonly Answers[]> {
  const rows = await db
    .deleteFrom('evaluation_urn')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .returning('answers')
    .execute();
  return rows.map((row) => row.answers as Answers); // written by readAnswers only
}

export async function putInUrn(
  db: Db,
  key: EvaluationKey,
  slips: readonly { readonly slot: string; readonly answers: Answers }[],
): Promise<void> {
  if (slips.length === 0) return;
  await db
    .insertInto('evaluation_urn')
    .values(slips.map(({ slot, answers }) => ({ ...columns(key), slot, answers: JSON.stringify(answers) })))
    .execute();
}

export async function waitingInUrn(db: Db, key: EvaluationKey): Promise<number> {
  const row = await db
    .selectFrom('evaluation_urn')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .executeTakeFirstOrThrow();
  return row.waiting;
}

/** Evaluations that have closed while slips still wait, whatever became of the job that was to move them. */
export async function closedWithSlips(db: Db): Promise<readonly EvaluationKey[]> {
  const rows = await db
    .selectFrom('evaluation_urn as urn')
    .innerJoin('evaluation', (join) =>
      join
        .onRef('evaluation.tenant_id', '=', 'urn.tenant_id')
        .onRef('evaluation.project_id', '=', 'urn.project_id')
        .onRef('evaluation.session_id', '=', 'urn.session_id'),
    )
    .select(['urn.tenant_id', 'urn.project_id', 'urn.session_id'])
    .distinct()
    .where('evaluation.closed_at', 'is not', null)
    .execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, projectId: row.project_id, sessionId: row.session_id }));
}

export async function storeAnswers(
  db: Db,
  key: EvaluationKey,
  day: string,
  answers: readonly { readonly id: string; readonly answers: Answers }[],
): Promise<void> {
  if (answers.length === 0) return;
  await db
    .insertInto('evaluation_answer')
    .values(
      answers.map((answer) => ({
        ...columns(key),
        id: answer.id,
        answers: JSON.stringify(answer.answers),
        stored_on: day,
      })),
    )
    .execute();
}

/** In the order of their random ids. */
export async function storedAnswers(db: Db, key: EvaluationKey): Promise<readonly Answers[]> {
  const rows = await db
    .selectFrom('evaluation_answer')
    .select('answers')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.answers as Answers); // written by readAnswers only
}

/** Rewrites both tables on disk: the dead versions of their rows still carry the transaction numbers. Not in a transaction. */
export async function forgetOldVersions(db: Db): Promise<void> {
  await sql`vacuum full evaluation_urn`.execute(db);
  await sql`vacuum full evaluation_mark`.execute(db);
}

function columns(key: EvaluationKey): { tenant_id: string; project_id: string; session_id: string } {
  return { tenant_id: key.tenantId, project_id: key.projectId, session_id: key.sessionId };
}
