import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table calendar_history (
    tenant_id text not null,
    project_id text not null,
    id text not null,
    session_id text not null,
    part text not null,
    at timestamptz not null,
    what jsonb not null,
    cause jsonb,
    primary key (tenant_id, project_id, id),
    foreign key (tenant_id, project_id) references project on delete cascade
  )`,
  'create index calendar_history_session on calendar_history (tenant_id, project_id, session_id, at)',
];

/** What was written in Outlook, when and why. */
export const calendarHistory: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
