import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const ofProject = `foreign key (tenant_id, project_id) references project on delete cascade`;

/**
 * A list of the project file's `governance` block as rows `(tenant_id, id, entry, nr)`; anything else gives none. As json,
 * which keeps the order of the properties; jsonb does not.
 */
const listed = (name: string): string => `
  from project, lateral json_array_elements(
    case when json_typeof(blocks #> '{governance,${name}}') = 'array'
      then blocks #> '{governance,${name}}' else '[]'::json end
  ) with ordinality as list (entry, nr)
  where json_typeof(entry) = 'object'`;

/** What an entry holds beside our columns, and in which order its properties stood. */
const restOf = (entry: string, columns: string): string =>
  `((${entry}::jsonb - '{${columns}}'::text[]) || jsonb_build_object('$keys',
     (select coalesce(jsonb_agg(name), '[]'::jsonb) from json_object_keys(${entry}) as name)))::json`;

/** A day is a day or nothing: what an old file held in its place was never shown. */
const dayOf = (entry: string): string =>
  `case when ${entry} ->> 'date' ~ '^\\d{4}-\\d{2}-\\d{2}$' then (${entry} ->> 'date')::date end`;

const statements = [
  `create table theme_proposal (
    tenant_id text not null, project_id text not null, id text not null, title text not null, why text not null,
    proposed_by text not null, stated_support int, supporters jsonb not null, outcome text not null,
    extra json not null, position int not null, removed_at timestamptz,
    primary key (tenant_id, project_id, id), ${ofProject})`,
  `create table theme_consultation (
    tenant_id text not null, project_id text not null, id text not null, forum text not null, date date,
    summary text not null, heard jsonb not null, extra json not null, position int not null, removed_at timestamptz,
    primary key (tenant_id, project_id, id), ${ofProject})`,
  `create table theme_decision (
    tenant_id text not null, project_id text not null, proposal_id text, date date, decided_by text not null,
    way text not null, paragraph text, note text, extra json not null,
    primary key (tenant_id, project_id), ${ofProject})`,
  // What project files brought before there were tables stood in a block of the project.
  `insert into theme_proposal
    select tenant_id, project.id, coalesce(entry ->> 'id', 'tp-' || nr), coalesce(entry ->> 'title', ''),
      coalesce(entry ->> 'why', ''), coalesce(entry ->> 'proposedBy', ''),
      case when entry ->> 'supportMunicipalities' ~ '^\\d{1,6}$' then (entry ->> 'supportMunicipalities')::int end, '[]',
      case when entry ->> 'decision' in ('selected', 'notSelected', 'deferred') then entry ->> 'decision' else 'open' end,
      ${restOf('entry', 'id,title,why,proposedBy,supportMunicipalities,supporters,decision')}, nr - 1, null
    ${listed('themeProposals')} on conflict do nothing`,
  `insert into theme_consultation
    select tenant_id, project.id, 'tc-' || nr, coalesce(entry ->> 'forum', ''), ${dayOf('entry')},
      coalesce(entry ->> 'summary', ''), '[]', ${restOf('entry', 'forum,date,summary,heard')}, nr - 1, null
    ${listed('consultations')}`,
  `insert into theme_decision
    select tenant_id, id, entry ->> 'themeProposalId', ${dayOf('entry')}, coalesce(entry ->> 'by', ''), 'history',
      entry ->> 'paragraph', entry ->> 'note', ${restOf('entry', 'by,date,themeProposalId,paragraph,note')}
    from (select tenant_id, id, blocks #> '{governance,decision}' as entry from project) as decided
    where json_typeof(entry) = 'object'`,
];

/** The themes that were proposed, whom the working group has heard, and what the steering group decided. */
export const themes: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
