import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  "alter table project add column delivery text not null default 'graph'",
  'alter table notice add column sent_by text',
  'alter table notice add column undo_until timestamptz',
  `create table hand_booking (
    tenant_id text not null,
    project_id text not null,
    session_id text not null,
    address text not null,
    uid text not null,
    sequence integer not null,
    told jsonb not null,
    state text not null,
    from_outlook boolean not null,
    primary key (tenant_id, project_id, session_id, address),
    foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade
  )`,
];

/** Who sends: the tool through Graph, or a person by hand; and the calendar files that people hold in the second case. */
export const delivery: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
