import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table mailing_words (
    tenant_id text not null, project_id text not null, mailing text not null, slot text not null,
    sv text not null, en text not null, changed_by text not null, changed_at timestamptz not null,
    primary key (tenant_id, project_id, mailing, slot),
    foreign key (tenant_id, project_id) references project on delete cascade)`,
  `create table mail_report (
    tenant_id text not null, mailbox text not null, read_at timestamptz not null, primary key (tenant_id, mailbox))`,
  'alter table notice add column bounced_at timestamptz',
  'alter table notice add column resent_at timestamptz',
  'create index notice_of_confirmation on notice (tenant_id, project_id, confirmation_id)',
];

/** The content lead's own words in each letter, and mails that came back. */
export const mailings: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
