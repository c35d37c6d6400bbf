import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statement = `create table conversation_memory (
  tenant_id text not null, conversation_id text not null, oid text not null, project_id text, session_id text,
  question jsonb, at timestamptz not null, primary key (tenant_id, conversation_id, oid))`;

/** What the bot and somebody are talking about, so that "ja", "den" and "2:an" mean something. */
export const chat: Migration = {
  up: async (db) => {
    await sql.raw(statement).execute(db);
  },
};
