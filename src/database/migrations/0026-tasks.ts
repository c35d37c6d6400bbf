import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the planning group has to do, and what it has decided. */
export const tasks: Migration = {
  up: async (db) => {
    await sql
      .raw(
        `create table task (
          tenant_id text not null,
          project_id text not null,
          id text not null,
          what text not null,
          owner_id text,
          due_on date,
          source text not null,
          rule_id text,
          created_by text not null,
          created_at timestamptz not null,
          -- Since when somebody has this day: only what comes after is reminded of.
          due_set_at timestamptz not null,
          soon_told_at timestamptz,
          late_told_at timestamptz,
          done_at timestamptz,
          done_by text,
          primary key (tenant_id, project_id, id),
          foreign key (tenant_id, project_id) references project on delete cascade
        )`,
      )
      .execute(db);
    await sql
      .raw(
        `create table decision (
          tenant_id text not null,
          project_id text not null,
          id text not null,
          text text not null,
          decided_on date not null,
          written_by text not null,
          created_at timestamptz not null,
          primary key (tenant_id, project_id, id),
          foreign key (tenant_id, project_id) references project on delete cascade
        )`,
      )
      .execute(db);
  },
};
