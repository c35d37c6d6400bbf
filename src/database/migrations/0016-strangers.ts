import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table meeting_stranger (
    tenant_id text not null,
    project_id text not null,
    session_id text not null,
    address text not null,
    name text not null,
    state text not null,
    found_at timestamptz not null,
    primary key (tenant_id, project_id, session_id, address),
    foreign key (tenant_id, project_id) references project on delete cascade
  )`,
];

/** People whom somebody else has put on a meeting of ours, and what was decided about them. */
export const strangers: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
