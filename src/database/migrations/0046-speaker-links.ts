import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Where one can read on about a speaker, and a look at every address of a project. */
export const speakerLinks: Migration = {
  up: async (db) => {
    await sql.raw(`alter table speaker add column links json not null default '[]'`).execute(db);
    await sql.raw('alter table link_check drop constraint link_check_pkey').execute(db);
    await sql.raw('alter table link_check add primary key (tenant_id, project_id, url)').execute(db);
  },
};
