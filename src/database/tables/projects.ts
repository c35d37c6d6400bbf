import type { ColumnType, Generated } from 'kysely';
import type { OrganisationType } from '../../domain/organisation.ts';
import type { DietaryBasis } from '../../domain/dietary-terms.ts';
import type { AccountType, Role } from '../../domain/people.ts';

/** json or jsonb: written with JSON.stringify (the engines disagree on arrays), read as a value. */
export type Json<Value> = ColumnType<Value, string, string>;
/** timestamptz. */
export type Moment = ColumnType<Date, Date | string, Date | string>;
/** date, `YYYY-MM-DD`. */
export type Day = string;

interface OfTenant {
  tenant_id: string;
}
interface OfProject extends OfTenant {
  project_id: string;
}

/** `dormant`: stands still, nothing goes out, until the content lead has confirmed what would. */
export type ProjectState = 'dormant' | 'active' | 'closed';

export type Delivery = 'manual' | 'graph';

export interface ProjectTable extends OfTenant {
  /** `lp-2026-kompetens`; unique in the tenant. Also the slug of the public pages, so it is unique in the database. */
  id: string;
  title: string;
  subtitle: string | null;
  challenge: string | null;
  purpose: string | null;
  municipal_need: string | null;
  diary_number: string | null;
  target_groups: Json<readonly string[]>;
  /** Organisation type → most participants from one such organisation. */
  max_per_organisation: Json<Readonly<Record<string, number>>>;
  max_total: number | null;
  guideline_version: string;
  language: string;
  time_zone: string;
  /** The file's key dates that are not columns (themeProposalsFrom, dalating, invitationSent …), name → date or text. */
  key_dates: Json<Readonly<Record<string, string>>>;
  registration_opens: Day | null;
  registration_closes: Moment | null;
  registration_url: string | null;
  web_page: string | null;
  contact_person_id: string | null;
  organiser_mailbox: string | null;
  shared_calendar_mailbox: string | null;
  guest_policy: Json<{ substituteAllowed: boolean; colleagueAllowedSessions: readonly string[]; note?: string }>;
  /** What must be decided before anybody is asked what they eat; null while it is not. */
  dietary_legal_basis: DietaryBasis | null;
  /** Days after the last session. */
  dietary_retention_days: number | null;
  /** The reference of the decision on disposal. Nothing is disposed of without one. */
  dietary_decision: string | null;
  state: ProjectState;
  /** Blocks of the project file that are kept but not yet worked with (costs, homework, focusGroups, seating …). */
  blocks: Json<Readonly<Record<string, unknown>>>;
  created_at: Moment;
  /** who sends. `manual`: a person, with what the tool has prepared; no mail or calendar of Microsoft 365 is used. */
  delivery: Generated<Delivery>;
  /** Rises with every change of the plan, so that a preview can tell that something changed. */
  revision: Generated<number>;
}

export interface OrganisationTable extends OfProject {
  id: string;
  type: OrganisationType;
  name: string;
  short_name: string;
  /** `2080`; null for those without an official code. */
  code: string | null;
  email_domain: string | null;
  function_mailbox: string | null;
  registrar_mailbox: string | null;
  /** The rest of the file's entry (county code, municipality group, units, hostTenant). */
  extra: Json<Readonly<Record<string, unknown>>>;
  position: number;
}

/** Staff and participants alike: a person of one project. */
export interface PersonTable extends OfProject {
  id: string;
  kind: 'staff' | 'participant';
  given_name: string;
  family_name: string;
  display_name: string;
  title: string;
  organisation_id: string | null;
  unit: string | null;
  email: string;
  /** The folded address (trimmed, lower case); unique in the project. */
  email_key: string;
  phone: string | null;
  account_type: AccountType;
  /** Joined once to a verified sign-in through a directory look-up or the roster; never by a token's mail claim. */
  oid: string | null;
  extra: Json<Readonly<Record<string, unknown>>>;
  position: number;
}

export interface ProjectRoleTable extends OfProject {
  person_id: string;
  role: Role;
  position: number;
}

export interface VenueTable extends OfProject {
  id: string;
  name: string;
  city: string;
  owner_organisation_id: string | null;
  own: boolean;
  capacity: number | null;
  equipment: Json<readonly string[]>;
  layout_options: Json<readonly string[]>;
  room_mailbox: string | null;
  booking_contact: string | null;
  step_free: boolean | null;
  extra: Json<Readonly<Record<string, unknown>>>;
  position: number;
}

export interface SpeakerTable extends OfProject {
  id: string;
  display_name: string;
  person_id: string | null;
  organisation_id: string | null;
  title: string | null;
  topic: string | null;
  kind: string | null;
  mode: 'remote' | 'onsite';
  status: string | null;
  email: string | null;
  tech_test: Day | null;
  cost_sek: number | null;
  /** null: not asked or not answered. */
  slides_consent: boolean | null;
  /** Who in the planning group keeps in touch. */
  owner_person_id: string | null;
  /** As a project file has them, with whatever more it says of each. */
  links: Json<readonly { readonly url: string; readonly title?: string }[]>;
  /** Local days of the question and of the latest answer. */
  asked_on: string | null;
  answered_on: string | null;
  extra: Json<Readonly<Record<string, unknown>>>;
  position: number;
}

/** One agenda item, times local as `HH:mm`. */
export interface AgendaItem {
  readonly start: string;
  readonly end: string;
  readonly type: string;
  readonly title: string;
  readonly speakerIds?: readonly string[];
  readonly mode?: 'remote' | 'onsite';
  /** Who sees to it that the item goes as planned. */
  readonly responsibleId?: string;
}

export interface SessionTable extends OfProject {
  id: string;
  number: number;
  title: string;
  theme: string | null;
  /** Local day in the project's zone; null while no date is set. */
  date: Day | null;
  /** Local `HH:mm`. */
  start_time: string | null;
  end_time: string | null;
  full_day: boolean;
  format: 'onsite' | 'digital' | 'hybrid';
  venue_id: string | null;
  preparation: string | null;
  agenda: Json<readonly AgendaItem[]>;
  layout: string | null;
  /** What the file claims was booked: history, never acted on. */
  imported_room_status: string | null;
  extra: Json<Readonly<Record<string, unknown>>>;
  /** Sessions taken out of the plan keep their row, so that Outlook can be told. */
  cancelled_at: Moment | null;
}

export interface GuidelineOverrideTable extends OfProject {
  rule_id: string;
  /** A session id, or empty for the whole project. */
  scope: string;
  reason: string;
  person_id: string | null;
  person_name: string;
  at: Moment;
}

/** Who did what, when: the project's log. No personal data beyond ids and the actor's name. */
export interface AuditTable extends OfProject {
  id: string;
  at: Moment;
  actor_name: string;
  actor_person_id: string | null;
  act: string;
  subject: string | null;
  details: Json<Readonly<Record<string, string | number | boolean | null>>>;
  request_id: string | null;
}

/** A date or fact that the tool itself has done or been told, such as `invitationSent` or `sessionInfoSent:s-1`. */
export interface MilestoneTable extends OfProject {
  name: string;
  at: Moment;
  /** `history`: the imported file says so, before the tool. */
  source: 'history' | 'tool' | 'hand';
}

/** What the directory said about a verified sign-in. Asked again after a day. */
export interface IdentityTable extends OfTenant {
  oid: string;
  /** The folded address in the directory; null when it has none or does not know the person. */
  email_key: string | null;
  /** null: looked up before this was asked. */
  is_guest: boolean | null;
  looked_up_at: Moment;
}

export interface ProjectTables {
  identity: IdentityTable;
  project: ProjectTable;
  organisation: OrganisationTable;
  person: PersonTable;
  project_role: ProjectRoleTable;
  venue: VenueTable;
  speaker: SpeakerTable;
  session: SessionTable;
  guideline_override: GuidelineOverrideTable;
  audit: AuditTable;
  milestone: MilestoneTable;
}
