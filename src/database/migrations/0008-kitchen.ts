import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// What the kitchen was told is sealed as the vault is: counts of few people may point one out.
const statement = `create table kitchen (
  tenant_id text not null, project_id text not null, session_id text not null, reference text, contact_name text,
  contact_phone text, order_address text, extra_heads int not null default 0, final_on date, link_sealed bytea,
  frozen_at timestamptz, frozen_sealed bytea,
  primary key (tenant_id, project_id, session_id),
  foreign key (tenant_id, project_id, session_id) references session on delete cascade)`;

/** What is agreed with a session's kitchen, and the final numbers it was given. */
export const kitchen: Migration = {
  up: async (db) => {
    await sql.raw(statement).execute(db);
  },
};
