import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Until when a change of a meeting is held back, so that it can be undone and further ones go along. */
export const calendarGrace: Migration = {
  up: async (db) => {
    await sql.raw('alter table meeting_mirror add column held_until timestamptz').execute(db);
    await sql.raw('create index audit_at on audit (tenant_id, project_id, at)').execute(db);
  },
};
