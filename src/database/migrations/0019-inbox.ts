import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Letters to the organiser's mailbox that somebody should read: who and when, and where they lie. What they say is not kept. */
export const inbox: Migration = {
  up: async (db) => {
    await sql
      .raw(
        `create table organiser_letter (
          tenant_id text not null,
          project_id text not null,
          id text not null,
          person_id text not null,
          session_id text,
          kind text not null,
          received_at timestamptz not null,
          web_link text not null,
          read_at timestamptz,
          primary key (tenant_id, project_id, id),
          foreign key (tenant_id, project_id) references project on delete cascade
        )`,
      )
      .execute(db);
    await sql.raw('alter table meeting_sync add column letters_read_at timestamptz').execute(db);
  },
};
