import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table project add column dietary_legal_basis text',
  'alter table project add column dietary_retention_days int',
  'alter table project add column dietary_decision text',
  'alter table registration add column shares_phone boolean not null default false',
];

/** What is decided about dietary needs before they may be asked for, and who shows their telephone number to the others. */
export const participants: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
