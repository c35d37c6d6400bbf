import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who in the planning group asks a speaker, and on which days the question and the answer came. */
export const speakerAnswers: Migration = {
  up: async (db) => {
    await sql
      .raw('alter table speaker add column owner_person_id text, add column asked_on text, add column answered_on text')
      .execute(db);
  },
};
