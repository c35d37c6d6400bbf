import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is published outside the tool: where it stands, and the words where somebody has written their own. The day is a milestone. */
export const publications: Migration = {
  up: async (db) => {
    await sql
      .raw(
        `create table publication (
          tenant_id text not null,
          project_id text not null,
          -- The name of the milestone that says when.
          channel text not null,
          url text,
          own_text text,
          primary key (tenant_id, project_id, channel),
          foreign key (tenant_id, project_id) references project on delete cascade
        )`,
      )
      .execute(db);
  },
};
