import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { Memory, Question, Talk } from './types.ts';

export interface MemoryRow extends Memory {
  readonly at: Date;
}

export async function readMemory(db: Db, talk: Talk): Promise<MemoryRow | undefined> {
  const row = await db
    .selectFrom('conversation_memory')
    .selectAll()
    .where('tenant_id', '=', talk.tenantId)
    .where('conversation_id', '=', talk.conversationId)
    .where('oid', '=', talk.oid)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { projectId: row.project_id, sessionId: row.session_id, question: row.question, at: row.at };
}

export async function saveMemory(db: Db, talk: Talk, memory: Memory, at: Temporal.Instant): Promise<void> {
  const values = {
    project_id: memory.projectId,
    session_id: memory.sessionId,
    question: memory.question === null ? null : JSON.stringify(memory.question satisfies Question),
    at: at.toString(),
  };
  await db
    .insertInto('conversation_memory')
    .values({ tenant_id: talk.tenantId, conversation_id: talk.conversationId, oid: talk.oid, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'conversation_id', 'oid']).doUpdateSet(values))
    .execute();
}

/** Of every tenant; the chosen project stays. */
export async function forgetQuestions(db: Db, before: Temporal.Instant): Promise<void> {
  await db
    .updateTable('conversation_memory')
    .set({ question: null, session_id: null })
    .where('at', '<=', new Date(before.epochMilliseconds))
    .where((eb) => eb.or([eb('question', 'is not', null), eb('session_id', 'is not', null)]))
    .execute();
}

/** Of a conversation and of every thread in it. */
export async function deleteMemories(
  db: Db,
  of: { readonly tenantId: string; readonly conversationId: string },
): Promise<void> {
  await db
    .deleteFrom('conversation_memory')
    .where('tenant_id', '=', of.tenantId)
    .where(sql`split_part(conversation_id, ';', 1)`, '=', of.conversationId)
    .execute();
}
