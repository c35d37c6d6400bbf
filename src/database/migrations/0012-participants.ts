import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table project add column dietary_legal_basis text',
  'alter table project add column dietary_retention_days int',
  'alter table project add column dietary_decision text',
  'alter table identity add column is_guest boolean',
  'alter table registration add column shares_phone boolean not null default false',
];

/** Decisions about dietary needs, the kind of account that a directory has told of, and shared telephone numbers. */
export const participants: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
