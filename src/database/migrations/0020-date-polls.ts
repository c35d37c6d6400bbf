import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which days suit: what was asked, whom, and what they have answered. */
export const datePolls: Migration = {
  up: async (db) => {
    await sql
      .raw(
        `create table date_poll (
          tenant_id text not null,
          project_id text not null,
          id text not null,
          days jsonb not null,
          closes_on date not null,
          created_at timestamptz not null,
          primary key (tenant_id, project_id, id),
          foreign key (tenant_id, project_id) references project on delete cascade
        )`,
      )
      .execute(db);
    await sql
      .raw(
        `create table date_poll_voter (
          tenant_id text not null,
          project_id text not null,
          poll_id text not null,
          address text not null,
          name text not null,
          answers jsonb,
          answered_at timestamptz,
          primary key (tenant_id, project_id, poll_id, address),
          foreign key (tenant_id, project_id, poll_id) references date_poll on delete cascade
        )`,
      )
      .execute(db);
  },
};
