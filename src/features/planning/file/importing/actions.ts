import {
  endOfDay,
  localDate,
  localDateOf,
  localTimeOf,
  readLocalDate,
  startInstant,
} from '../../../../domain/local-date.ts';
import type { ProjectKey } from '../../../../domain/ids.ts';
import type { Role } from '../../../../domain/people.ts';
import { Temporal } from 'temporal-polyfill';
import { foldEmail } from '../../../../domain/swedish-text.ts';
import { dayOf, readClock, readMoment, zoneOf } from '../checks/rules.ts';
import { restOf } from '../shape/rules.ts';
import { knownKeys } from '../shape/known-keys/rules.ts';
import type { FileRows, New } from './store.ts';
import { publicationRows } from './publications/actions.ts';
import { retentionRows } from './retention/actions.ts';
import { taskRows } from './tasks/actions.ts';
import { themeRows } from './themes/actions.ts';
import type { FilePerson, FileRegistration, FileSession, Loose, ProjectFile } from '../types.ts';

/** What a conversion needs beside the entry. */
interface Context {
  readonly file: ProjectFile;
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly ids: { readonly tenant_id: string; readonly project_id: string };
}

export function rowsOf(file: ProjectFile, key: ProjectKey, now: Temporal.Instant): FileRows {
  const context: Context = {
    file,
    zone: zoneOf(file),
    now,
    ids: { tenant_id: key.tenantId, project_id: key.projectId },
  };
  return {
    project: projectRow(context),
    organisation: organisationRows(context),
    person: [
      ...(file.staff ?? []).map((person, position) => personRow(context, person, { kind: 'staff', position })),
      ...(file.participants ?? []).map((person, position) =>
        personRow(context, person, { kind: 'participant', position }),
      ),
    ],
    project_role: roleRows(context),
    venue: venueRows(context),
    speaker: speakerRows(context),
    session: (file.sessions ?? []).map((session, index) => sessionRow(context, session, index)),
    milestone: milestoneRows(context),
    guideline_override: overrideRows(context),
    registration: registrationRows(context),
    session_participation: participationRows(context),
    session_guest: guestRows(context),
    ...themeRows(file, context.ids),
    ...publicationRows(file, context.ids),
    ...retentionRows(file, context.ids, now),
    ...taskRows(file, context.ids, now),
  };
}

function projectRow({ file, zone, now, ids }: Context): New<'project'> {
  const { project } = file;
  const dates = project.keyDates ?? {};
  return {
    tenant_id: ids.tenant_id,
    id: ids.project_id,
    title: project.title,
    subtitle: project.subtitle ?? null,
    challenge: project.challenge ?? null,
    purpose: project.purpose ?? null,
    municipal_need: project.municipalNeed ?? null,
    diary_number: project.diaryNumber ?? null,
    target_groups: JSON.stringify(project.targetGroups ?? []),
    max_per_organisation: JSON.stringify(project.maxParticipantsPerOrganisation ?? {}),
    max_total: project.maxParticipantsTotal ?? null,
    guideline_version: project.guidelineVersion ?? '2026-01',
    language: file.language ?? 'sv-SE',
    time_zone: zone,
    key_dates: JSON.stringify(dates),
    registration_opens: dayOf(dates['registrationOpens'], zone)?.toString() ?? null,
    registration_closes: closingMoment(dates['registrationCloses'], zone),
    registration_url: project.registrationUrl ?? null,
    web_page: project.webPage ?? null,
    contact_person_id: project.contact?.personId ?? null,
    organiser_mailbox: project.organiserMailbox ?? null,
    shared_calendar_mailbox: project.sharedCalendarMailbox ?? null,
    guest_policy: JSON.stringify({
      substituteAllowed: false,
      colleagueAllowedSessions: [],
      ...project.guestPolicy,
    }),
    dietary_legal_basis: project.dietaryTerms?.legalBasis ?? null,
    dietary_retention_days: project.dietaryTerms?.retentionDays ?? null,
    dietary_decision: project.dietaryTerms?.decisionReference ?? null,
    state: 'dormant',
    blocks: JSON.stringify(blocksOf(file)),
    created_at: moment(now),
  };
}

/** A day without a clock time holds until its last minute. */
function closingMoment(text: string | null | undefined, zone: string): Date | null {
  if (text == null) return null;
  const at = readMoment(text);
  return moment(at ?? endOfDay(localDate(text), zone));
}

/** The file's blocks that have no table. The dietary one is not among them: it is in the vault or nowhere. */
function blocksOf(file: ProjectFile): Loose {
  const { contact } = file.project;
  const contactRest = contact === undefined ? {} : restOf(contact, knownKeys.contact);
  return {
    ...restOf(file, knownKeys.file),
    project: { ...restOf(file.project, knownKeys.project), contact: contactRest },
    ...(file.governance === undefined ? {} : { governance: restOf(file.governance, knownKeys.governance) }),
  };
}

function organisationRows({ file, ids }: Context): readonly New<'organisation'>[] {
  return (file.organisations ?? []).map((entry, position) => ({
    ...ids,
    id: entry.id,
    type: entry.type,
    name: entry.name,
    short_name: entry.shortName ?? entry.name,
    code: entry.code ?? null,
    email_domain: entry.emailDomain ?? null,
    function_mailbox: entry.functionMailbox ?? null,
    registrar_mailbox: entry.registrarMailbox ?? null,
    extra: JSON.stringify(restOf(entry, knownKeys.organisation)),
    position,
  }));
}

function personRow(
  { ids }: Context,
  entry: FilePerson,
  { kind, position }: { kind: 'staff' | 'participant'; position: number },
): New<'person'> {
  return {
    ...ids,
    id: entry.id,
    kind,
    given_name: entry.givenName,
    family_name: entry.familyName,
    display_name: entry.displayName ?? `${entry.givenName} ${entry.familyName}`.trim(),
    title: entry.title ?? '',
    organisation_id: entry.organisationId ?? null,
    unit: entry.unit ?? null,
    email: entry.email.trim(),
    email_key: foldEmail(entry.email).address,
    phone: entry.phone ?? null,
    account_type: entry.accountType ?? 'mailOnly',
    oid: null,
    extra: JSON.stringify(restOf(entry, kind === 'staff' ? knownKeys.person : knownKeys.participant)),
    position,
  };
}

function roleRows({ file, ids }: Context): readonly New<'project_role'>[] {
  const governance = file.governance ?? {};
  const one = (personId: string | null | undefined) => (personId == null ? [] : [personId]);
  const holders: readonly (readonly [Role, readonly string[]])[] = [
    ['contentLead', one(governance.contentLead)],
    ['deputy', one(governance.deputy)],
    ['processFacilitator', one(governance.processFacilitator)],
    ['planningGroup', governance.planningGroup ?? []],
    ['workingGroup', governance.workingGroup ?? []],
    ['steeringGroup', governance.steeringGroup ?? []],
  ];
  return holders.flatMap(([role, people]) =>
    people.map((person_id, position) => ({ ...ids, person_id, role, position })),
  );
}

function venueRows({ file, ids }: Context): readonly New<'venue'>[] {
  return (file.venues ?? []).map((entry, position) => ({
    ...ids,
    id: entry.id,
    name: entry.name,
    city: entry.city ?? '',
    owner_organisation_id: entry.ownerOrganisationId ?? null,
    own: entry.own ?? false,
    capacity: entry.capacity ?? null,
    equipment: JSON.stringify(entry.equipment ?? []),
    layout_options: JSON.stringify(entry.layoutOptions ?? []),
    room_mailbox: entry.roomMailbox ?? null,
    booking_contact: entry.bookingContact ?? null,
    step_free: entry.stepFree ?? null,
    extra: JSON.stringify(restOf(entry, knownKeys.venue)),
    position,
  }));
}

function speakerRows({ file, ids }: Context): readonly New<'speaker'>[] {
  return (file.speakers ?? []).map((entry, position) => ({
    ...ids,
    id: entry.id,
    display_name: entry.displayName,
    person_id: entry.participantId ?? null,
    organisation_id: entry.organisationId ?? null,
    title: entry.title ?? null,
    topic: entry.topic ?? null,
    kind: entry.kind ?? null,
    mode: entry.mode ?? 'onsite',
    status: entry.status ?? null,
    email: entry.email ?? null,
    tech_test: entry.techTest ?? null,
    cost_sek: entry.costSek ?? null,
    slides_consent: entry.slidesConsent ?? null,
    links: JSON.stringify((entry.links ?? []).map((link) => (typeof link === 'string' ? { url: link } : link))),
    owner_person_id: entry.ownerId ?? null,
    asked_on: entry.askedOn ?? null,
    answered_on: entry.answeredOn ?? null,
    extra: JSON.stringify(restOf(entry, knownKeys.speaker)),
    position,
  }));
}

function sessionRow({ ids, zone }: Context, entry: FileSession, index: number): New<'session'> {
  const start = readMoment(entry.start ?? '');
  const end = readMoment(entry.end ?? '');
  const cancelled = readMoment(entry.cancelledAt ?? '');
  return {
    ...ids,
    id: entry.id,
    number: entry.number ?? index + 1,
    title: entry.title,
    theme: entry.theme ?? null,
    date: start === undefined ? (entry.date ?? null) : localDateOf(start, zone).toString(),
    start_time: start === undefined ? null : localTimeOf(start, zone),
    end_time: end === undefined ? null : localTimeOf(end, zone),
    full_day: entry.fullDay ?? true,
    format: entry.format ?? 'onsite',
    venue_id: entry.venueId ?? null,
    preparation: entry.preparation ?? null,
    agenda: JSON.stringify(
      (entry.agenda ?? []).map((item) => ({
        ...item,
        start: readClock(item.start) ?? item.start,
        end: readClock(item.end) ?? item.end,
      })),
    ),
    layout: entry.layout ?? null,
    imported_room_status: entry.roomBookingStatus ?? null,
    extra: JSON.stringify(restOf(entry, knownKeys.session)),
    cancelled_at: cancelled === undefined ? null : moment(cancelled),
  };
}

/** The key dates that say that something has been done, and the milestone each becomes. */
export const keyDateMilestones: readonly string[] = ['datesAndRoomsSet', 'invitationSent', 'calendarBookingsSent'];

/** A key date in the future is a plan and makes no milestone. */
function milestoneRows({ file, ids, zone, now }: Context): readonly New<'milestone'>[] {
  const own = (file.milestones ?? []).map(({ name, at }) => ({ name, at: Temporal.Instant.from(at) }));
  const dates = keyDateMilestones.flatMap((name) => {
    const text = file.project.keyDates?.[name];
    const at = text == null ? undefined : (readMoment(text) ?? dayStart(text, zone));
    return at === undefined || own.some((one) => one.name === name) ? [] : [{ name, at }];
  });
  const done = dates.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
  return [...own, ...done].map(({ name, at }) => ({ ...ids, name, at: moment(at), source: 'history' as const }));
}

export function dayStart(text: string, zone: string): Temporal.Instant | undefined {
  const day = readLocalDate(text);
  return day === undefined ? undefined : startInstant(day, '00:00', zone);
}

function overrideRows({ file, ids }: Context): readonly New<'guideline_override'>[] {
  return (file.overrides ?? []).map((entry) => ({
    ...ids,
    rule_id: entry.ruleId,
    scope: entry.sessionId ?? '',
    reason: entry.reason,
    person_id: null,
    person_name: entry.by,
    at: moment(Temporal.Instant.from(entry.at)),
  }));
}

function registrationRows({ file, ids, zone, now }: Context): readonly New<'registration'>[] {
  const opens = dayOf(file.project.keyDates?.['registrationOpens'], zone);
  const standard = opens === undefined ? now : startInstant(opens, '00:00', zone);
  let waiting = 0;
  return registered(file).map((entry) => {
    const at = readMoment(entry.registeredAt ?? '') ?? standard;
    const state = entry.status ?? 'confirmed';
    if (state === 'waitingList') waiting += 1;
    const cancelled = readMoment(entry.cancelledAt ?? '');
    return {
      ...ids,
      person_id: entry.id,
      state,
      registered_at: moment(at),
      source: entry.source ?? 'import',
      commitment_at: committedAt(entry, at),
      commitment_version: entry.commitmentVersion ?? null,
      waiting_position: state === 'waitingList' ? (entry.waitingPosition ?? waiting) : null,
      cancelled_at: cancelled === undefined ? null : moment(cancelled),
      warnings: JSON.stringify(entry.registrationWarnings ?? []),
      shares_phone: entry.sharesPhone ?? false,
    };
  });
}

/** The participants, and those of the staff who take part as well. */
function registered(file: ProjectFile): readonly (FileRegistration & { readonly id: string })[] {
  const staff = (file.staff ?? []).flatMap(({ id, registration }) =>
    registration === undefined ? [] : [{ ...registration, id }],
  );
  return [...(file.participants ?? []), ...staff];
}

function committedAt(entry: FileRegistration, registeredAt: Temporal.Instant): Date | null {
  if (entry.commitmentAccepted !== true) return null;
  return moment(readMoment(entry.commitmentAt ?? '') ?? registeredAt);
}

function participationRows({ file, ids }: Context): readonly New<'session_participation'>[] {
  return (file.attendance ?? []).map((entry) => ({
    ...ids,
    session_id: entry.sessionId,
    person_id: entry.participantId,
    answer: entry.answer ?? 'none',
    answered_at: optionalMoment(entry.answeredAt),
    own_answer: entry.ownAnswer ?? null,
    own_answer_at: optionalMoment(entry.ownAnswerAt),
    attended: entry.attended ?? null,
  }));
}

function guestRows({ file, ids, now }: Context): readonly New<'session_guest'>[] {
  return (file.guests ?? []).map((entry) => ({
    ...ids,
    session_id: entry.sessionId,
    id: entry.id,
    kind: entry.kind,
    host_person_id: entry.hostId,
    given_name: entry.givenName,
    family_name: entry.familyName,
    organisation_id: entry.organisationId ?? null,
    email: entry.email,
    created_at: optionalMoment(entry.createdAt) ?? moment(now),
    cancelled_at: optionalMoment(entry.cancelledAt),
  }));
}

function optionalMoment(text: string | undefined): Date | null {
  const at = readMoment(text ?? '');
  return at === undefined ? null : moment(at);
}

function moment(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds);
}
