import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which last days have been seen coming and told of, and what each project wants to be told. */
export const reminders: Migration = {
  up: async (db) => {
    await sql
      .raw(
        `create table reminder (
          tenant_id text not null,
          project_id text not null,
          rule_id text not null,
          -- A session, or empty for the project as a whole.
          scope text not null,
          due_on date not null,
          -- The last morning when it was seen ahead: what has passed unseen is not told of.
          seen_on date not null,
          ahead_on date,
          soon_on date,
          late_on date,
          primary key (tenant_id, project_id, rule_id, scope, due_on),
          foreign key (tenant_id, project_id) references project on delete cascade
        )`,
      )
      .execute(db);
    await sql
      .raw(
        `create table reminder_setting (
          tenant_id text not null,
          project_id text not null,
          reminders boolean not null default true,
          weekly boolean not null default true,
          -- The last morning that was looked at, and the last week's.
          looked_on date not null,
          week_on date,
          -- The next morning with something to tell, as the plan of that revision had it.
          next_on date,
          revision int,
          -- Which rules were met then, so that the next week can tell what is new.
          met jsonb not null default '[]',
          primary key (tenant_id, project_id),
          foreign key (tenant_id, project_id) references project on delete cascade
        )`,
      )
      .execute(db);
  },
};
