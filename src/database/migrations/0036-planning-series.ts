import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The planning group's own meetings: what was wished, what Outlook holds of it, and the files sent by hand. */
export const planningSeries: Migration = {
  up: async (db) => {
    await sql
      .raw(
        `create table planning_series (
          tenant_id text not null,
          project_id text not null,
          wish jsonb not null,
          set_by text not null,
          set_at timestamptz not null,
          ended_at timestamptz,
          -- Rises with each new series, so that it never finds the event of the one before.
          generation int not null,
          event jsonb,
          held jsonb not null default '[]',
          problem text,
          -- The day of the meeting whose agenda was posted last.
          agenda_on date,
          primary key (tenant_id, project_id),
          foreign key (tenant_id, project_id) references project on delete cascade
        )`,
      )
      .execute(db);
  },
};
