import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a region has changed, added or taken away among the times of the year when people are away. */
export const regionPeriods: Migration = {
  up: async (db) => {
    await sql
      .raw(
        `create table region_period (
          tenant_id text not null, id text not null, removed boolean not null, period jsonb not null,
          changed_by text not null, changed_at timestamptz not null, primary key (tenant_id, id))`,
      )
      .execute(db);
  },
};
