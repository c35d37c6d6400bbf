import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A question about dates as a card, its one reminder and its result: who each voter is, and what has been told. */
export const pollCards: Migration = {
  up: async (db) => {
    for (const change of [
      'alter table date_poll add column confirmation_id text',
      'alter table date_poll add column reminded_at timestamptz',
      'alter table date_poll add column told_at timestamptz',
      'alter table date_poll_voter add column person_id text',
      `update date_poll poll set confirmation_id = (
        select id from confirmation yes
        where yes.tenant_id = poll.tenant_id and yes.project_id = poll.project_id and yes.act = 'dates.poll:' || poll.id
        limit 1
      )`,
      // Whoever said yes to these saw nothing of a reminder and a result that come by themselves.
      'update date_poll set reminded_at = created_at, told_at = created_at',
      `update date_poll_voter voter set person_id = (
        select id from person
        where person.tenant_id = voter.tenant_id and person.project_id = voter.project_id
          and person.email_key = voter.address
        limit 1
      )`,
    ])
      await sql.raw(change).execute(db);
  },
};
