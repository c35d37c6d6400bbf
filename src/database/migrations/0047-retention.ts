import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** what is decided about each class of data, what has been disposed of under it, and what is left of an evaluation. */
export const retention: Migration = {
  up: async (db) => {
    const inProject = 'foreign key (tenant_id, project_id) references project on delete cascade';
    for (const statement of [
      `create table retention_rule (
        tenant_id text not null, project_id text not null, data_class text not null, way text not null, days int,
        decision text, decided_on date, set_by text not null, set_at timestamptz not null,
        primary key (tenant_id, project_id, data_class), ${inProject})`,
      `create table disposal (
        tenant_id text not null, project_id text not null, id text not null, data_class text not null,
        at timestamptz not null, by_name text not null, by_person_id text, decision text not null, decided_on date,
        due_on date not null, items int not null, period_from date, period_to date, kept json not null,
        primary key (tenant_id, project_id, id), ${inProject})`,
      'alter table evaluation add column compiled json',
    ])
      await sql.raw(statement).execute(db);
  },
};
