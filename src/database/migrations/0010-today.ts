import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table today_look (
  tenant_id text not null, project_id text not null, person_id text not null, since timestamptz, looked_at timestamptz not null,
  primary key (tenant_id, project_id, person_id),
  foreign key (tenant_id, project_id, person_id) references person on delete cascade)`,
  `create table dismissed_tip (
  tenant_id text not null, project_id text not null, tip_id text not null, person_id text, person_name text not null,
  at timestamptz not null,
  primary key (tenant_id, project_id, tip_id), foreign key (tenant_id, project_id) references project on delete cascade)`,
];

/** When each person last looked at the day's page, and the tips that a project does not want. */
export const today: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
