import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Column type json, not jsonb, where an object of the project file is kept: it gives the keys back in the file's order.
const statements = `
create table installation (key text primary key, value text not null);

create table identity (
  tenant_id text not null, oid text not null, email_key text, looked_up_at timestamptz not null, primary key (tenant_id, oid));

create table project (
  tenant_id text not null, id text not null unique, title text not null, subtitle text, challenge text, purpose text,
  municipal_need text, diary_number text, target_groups jsonb not null, max_per_organisation json not null, max_total int,
  guideline_version text not null, language text not null, time_zone text not null, key_dates json not null,
  registration_opens date, registration_closes timestamptz, registration_url text, web_page text, contact_person_id text,
  organiser_mailbox text, shared_calendar_mailbox text, guest_policy json not null, state text not null,
  blocks json not null, created_at timestamptz not null, revision int not null default 1,
  primary key (tenant_id, id));

create table organisation (
  tenant_id text not null, project_id text not null, id text not null, type text not null, name text not null,
  short_name text not null, code text, email_domain text, function_mailbox text, registrar_mailbox text,
  extra json not null, position int not null,
  primary key (tenant_id, project_id, id), foreign key (tenant_id, project_id) references project on delete cascade);

create table person (
  tenant_id text not null, project_id text not null, id text not null, kind text not null, given_name text not null,
  family_name text not null, display_name text not null, title text not null, organisation_id text, unit text,
  email text not null, email_key text not null, phone text, account_type text not null, oid text, extra json not null,
  position int not null,
  primary key (tenant_id, project_id, id), unique (tenant_id, project_id, email_key),
  foreign key (tenant_id, project_id) references project on delete cascade);
create index person_by_oid on person (tenant_id, oid);
create index person_by_email on person (tenant_id, email_key);

create table project_role (
  tenant_id text not null, project_id text not null, person_id text not null, role text not null, position int not null,
  primary key (tenant_id, project_id, person_id, role),
  foreign key (tenant_id, project_id, person_id) references person on delete cascade);

create table venue (
  tenant_id text not null, project_id text not null, id text not null, name text not null, city text not null,
  owner_organisation_id text, own boolean not null, capacity int, equipment jsonb not null, layout_options jsonb not null,
  room_mailbox text, booking_contact text, step_free boolean, extra json not null, position int not null,
  primary key (tenant_id, project_id, id), foreign key (tenant_id, project_id) references project on delete cascade);

create table speaker (
  tenant_id text not null, project_id text not null, id text not null, display_name text not null, person_id text,
  organisation_id text, title text, topic text, kind text, mode text not null, status text, email text, tech_test date,
  cost_sek int, slides_consent boolean, extra json not null, position int not null,
  primary key (tenant_id, project_id, id), foreign key (tenant_id, project_id) references project on delete cascade);

create table session (
  tenant_id text not null, project_id text not null, id text not null, number int not null, title text not null, theme text,
  date date, start_time text, end_time text, full_day boolean not null, format text not null, venue_id text,
  preparation text, agenda json not null, layout text, imported_room_status text, extra json not null, cancelled_at timestamptz,
  primary key (tenant_id, project_id, id), foreign key (tenant_id, project_id) references project on delete cascade);

create table guideline_override (
  tenant_id text not null, project_id text not null, rule_id text not null, scope text not null, reason text not null,
  person_id text, person_name text not null, at timestamptz not null,
  primary key (tenant_id, project_id, rule_id, scope), foreign key (tenant_id, project_id) references project on delete cascade);

create table audit (
  tenant_id text not null, project_id text not null, id text not null, at timestamptz not null, actor_name text not null,
  actor_person_id text, act text not null, subject text, details jsonb not null, request_id text,
  primary key (tenant_id, project_id, id), foreign key (tenant_id, project_id) references project on delete cascade);

create table milestone (
  tenant_id text not null, project_id text not null, name text not null, at timestamptz not null, source text not null,
  primary key (tenant_id, project_id, name), foreign key (tenant_id, project_id) references project on delete cascade);

create table registration (
  tenant_id text not null, project_id text not null, person_id text not null, state text not null,
  registered_at timestamptz not null, source text not null, commitment_at timestamptz, commitment_version text,
  waiting_position int, cancelled_at timestamptz, warnings jsonb not null,
  primary key (tenant_id, project_id, person_id),
  foreign key (tenant_id, project_id, person_id) references person on delete cascade);

create table session_participation (
  tenant_id text not null, project_id text not null, session_id text not null, person_id text not null,
  answer text not null default 'none', answered_at timestamptz, own_answer text, own_answer_at timestamptz, attended boolean,
  primary key (tenant_id, project_id, session_id, person_id),
  foreign key (tenant_id, project_id, person_id) references person on delete cascade,
  foreign key (tenant_id, project_id, session_id) references session on delete cascade);

create table session_guest (
  tenant_id text not null, project_id text not null, session_id text not null, id text not null, kind text not null,
  host_person_id text not null, given_name text not null, family_name text not null, organisation_id text, email text not null,
  created_at timestamptz not null, cancelled_at timestamptz,
  primary key (tenant_id, project_id, id),
  foreign key (tenant_id, project_id, session_id) references session on delete cascade);

create table personal_link (
  tenant_id text not null, project_id text not null, hash text not null primary key, purpose text not null, person_id text,
  subject_id text, created_at timestamptz not null, expires_at timestamptz not null, revoked_at timestamptz,
  foreign key (tenant_id, project_id) references project on delete cascade);

create table dietary_vault (
  tenant_id text not null, project_id text not null, person_id text not null, sealed bytea not null, updated_at timestamptz not null,
  primary key (tenant_id, project_id, person_id),
  foreign key (tenant_id, project_id, person_id) references person on delete cascade);

create table notice (
  tenant_id text not null, project_id text not null, id text not null, key text not null, kind text not null, session_id text,
  person_id text, channel text not null, recipient_address text, recipient_name text, content jsonb not null,
  state text not null, not_before timestamptz not null, created_at timestamptz not null, sent_at timestamptz, far_id text,
  attempts int not null default 0, last_error text, confirmation_id text, claimed_at timestamptz,
  primary key (tenant_id, project_id, id), unique (tenant_id, project_id, key),
  foreign key (tenant_id, project_id) references project on delete cascade);
create index notice_to_send on notice (not_before) where state in ('waiting', 'sending');

create table confirmation (
  tenant_id text not null, project_id text not null, id text not null, act text not null, session_id text,
  text_version text not null, recipient_count int not null, standing boolean not null, due_at timestamptz,
  confirmed_by text, confirmed_by_name text not null, confirmed_at timestamptz not null, announced_at timestamptz,
  stopped_at timestamptz, executed_at timestamptz,
  primary key (tenant_id, project_id, id), foreign key (tenant_id, project_id) references project on delete cascade);

create table room_booking (
  tenant_id text not null, project_id text not null, session_id text not null, venue_id text not null, status text not null,
  asked_at timestamptz, answered_at timestamptz, answer_note text, head_count int not null, head_count_source text not null,
  override_reason text,
  primary key (tenant_id, project_id, session_id),
  foreign key (tenant_id, project_id, session_id) references session on delete cascade);

create table meeting_mirror (
  tenant_id text not null, project_id text not null, session_id text not null, part text not null, mailbox text not null,
  transaction_id text not null, event_id text, ical_uid text, etag text, written jsonb not null, join_url text,
  state text not null, updated_at timestamptz not null,
  primary key (tenant_id, project_id, session_id, part),
  foreign key (tenant_id, project_id) references project on delete cascade);

create table meeting_sync (
  tenant_id text not null, mailbox text not null, delta_link text, read_at timestamptz, subscription_id text,
  subscription_expires_at timestamptz, primary key (tenant_id, mailbox));

create table evaluation (
  tenant_id text not null, project_id text not null, session_id text not null, questions jsonb not null,
  opens_at timestamptz not null, closes_at timestamptz not null, opened_at timestamptz, closed_at timestamptz, card_activity_id text,
  primary key (tenant_id, project_id, session_id),
  foreign key (tenant_id, project_id, session_id) references session on delete cascade);

create table evaluation_mark (
  tenant_id text not null, project_id text not null, session_id text not null, person_id text not null,
  primary key (tenant_id, project_id, session_id, person_id),
  foreign key (tenant_id, project_id, session_id) references session on delete cascade);

create table evaluation_urn (
  tenant_id text not null, project_id text not null, session_id text not null, slot text not null, answers jsonb not null,
  primary key (tenant_id, project_id, session_id, slot));

create table evaluation_answer (
  tenant_id text not null, project_id text not null, session_id text not null, id text not null, answers jsonb not null,
  stored_on date not null,
  primary key (tenant_id, project_id, session_id, id));

create table document (
  tenant_id text not null, project_id text not null, session_id text not null, id text not null, name text not null,
  kind text not null, content_type text not null, size bigint not null, speaker_id text, photographer text, alt_text text,
  rights_confirmed boolean not null, added_by text not null, added_at timestamptz not null, drive_id text, item_id text,
  web_url text, shared_at timestamptz, confirmation_id text,
  primary key (tenant_id, project_id, id),
  foreign key (tenant_id, project_id, session_id) references session on delete cascade);

create table document_content (
  tenant_id text not null, document_id text not null, content bytea not null, primary key (tenant_id, document_id));

create table conversation (
  tenant_id text not null, conversation_id text not null, kind text not null, service_url text not null, bot_id text not null,
  team_id text, oid text, installed boolean not null, greeted_at timestamptz, seen_at timestamptz not null,
  primary key (tenant_id, conversation_id));

create table project_conversation (
  tenant_id text not null, project_id text not null, purpose text not null, conversation_id text not null,
  linked_by text not null, linked_at timestamptz not null,
  primary key (tenant_id, project_id, purpose), foreign key (tenant_id, project_id) references project on delete cascade);

create table handled_activity (
  tenant_id text not null, conversation_id text not null, activity_id text not null, at timestamptz not null,
  primary key (tenant_id, conversation_id, activity_id));

create table bot_follow_up (
  tenant_id text not null, id text not null, project_id text not null, conversation_id text not null, activity_id text,
  what text not null, details jsonb not null, done_at timestamptz, primary key (tenant_id, id));
`;

/** The tables of the first version. */
export const core: Migration = {
  up: async (db) => {
    for (const statement of statements.split(';\n')) {
      if (statement.trim() !== '') await sql.raw(statement).execute(db);
    }
  },
};
