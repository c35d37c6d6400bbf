import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table room_booking add column asked_for text',
  'alter table meeting_mirror add column drift jsonb',
  'alter table meeting_mirror add column problem text',
  'alter table meeting_sync add column client_state text',
  'alter table meeting_sync add column window_to timestamptz',
];

/** What a booking was asked for, what differs in Outlook, and how far the reading of a calendar reaches. */
export const meetings: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
