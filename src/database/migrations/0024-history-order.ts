import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Lines of one and the same instant are told in the order in which they were written. */
export const historyOrder: Migration = {
  up: async (db) => {
    await sql.raw('alter table calendar_history add column nr bigserial').execute(db);
  },
};
