import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the registration link said when somebody last looked. */
export const linkChecks: Migration = {
  up: async (db) => {
    await sql
      .raw(
        `create table link_check (
          tenant_id text not null,
          project_id text not null,
          url text not null,
          outcome text not null,
          status integer,
          checked_at timestamptz not null,
          primary key (tenant_id, project_id),
          foreign key (tenant_id, project_id) references project on delete cascade
        )`,
      )
      .execute(db);
  },
};
