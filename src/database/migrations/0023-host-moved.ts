import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** VEN-02: how a host's booking stood before they were asked about another time, until that question has gone out. */
export const hostMoved: Migration = {
  up: async (db) => {
    await sql.raw('alter table room_booking add column before_move jsonb').execute(db);
  },
};
