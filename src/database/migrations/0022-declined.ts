import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** whether it was asked what a no to every session that is left means: `asked`, or `stays` when somebody has said so. */
export const declinedAll: Migration = {
  up: async (db) => {
    await sql.raw('alter table registration add column declined_all text').execute(db);
  },
};
