import type { Temporal } from 'temporal-polyfill';
import { readLocalDate, startInstant } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { isDecided } from '../../domain/dietary-terms.ts';
import { foldEmail } from '../../domain/swedish-text.ts';
import { currentVersion } from '../../guideline/versions.ts';
import type { Tools, Work } from '../../tools.ts';
import { auditedBy, writeAudit } from './audit/actions.ts';
import { valuesIn } from './audit/rules.ts';
import { emptySession } from './dates/rules.ts';
import { planChanged } from './outlook/actions.ts';
import { projectOf } from './queries.ts';
import { planRefusals, slugOf } from './rules.ts';
import * as store from './store.ts';
import type { Identity, NewProject, PlanRefusal, Project, ProjectPatch } from './types.ts';

/** The guideline's template (PLN-01): four sessions, whose dates are set later. */
const templateSessions = 4;

/**
 * A new, dormant project with the caller as content lead. The caller's address comes from the directory,
 * because it is shown to participants and must not be what somebody typed.
 */
export async function createProject(
  tools: Tools,
  identity: Identity & { readonly name: string },
  input: NewProject,
): Promise<Outcome<{ projectId: string }, PlanRefusal>> {
  const person = await tools.directory.byOid(identity.oid);
  if (person?.mail == null) return refused('noAddress');
  const now = tools.clock.now();
  const projectId = input.id ?? slugOf(input.title, now.toZonedDateTimeISO('Europe/Stockholm').year);
  const key = { tenantId: identity.tenantId, projectId };
  const ids = { tenant_id: identity.tenantId, project_id: projectId };
  const name = splitName(person.displayName);
  const mail = person.mail;
  return await tools.tx(async (work) => {
    if ((await store.projectRowById(work, projectId)) !== undefined) return refused('idTaken', { projectId });
    await store.insertProjectRow(work, newProjectRow(key, input.title, now));
    await store.insertPerson(work, {
      ...ids,
      id: 'st-1',
      kind: 'staff',
      ...name,
      display_name: person.displayName,
      title: '',
      organisation_id: null,
      unit: null,
      email: mail,
      email_key: foldEmail(mail).address,
      phone: null,
      account_type: person.isGuest ? 'guest' : 'member',
      oid: identity.oid,
      extra: '{}',
      position: 0,
    });
    await store.replaceRoles(work, key, [
      { person_id: 'st-1', role: 'contentLead', position: 0 },
      { person_id: 'st-1', role: 'planningGroup', position: 0 },
    ]);
    for (let number = 1; number <= (input.sessions ?? templateSessions); number += 1) {
      await store.insertSession(work, emptySession(ids, number));
    }
    const by = { actorName: identity.name, actorPersonId: 'st-1' };
    await writeAudit(work, tools, { ...key, ...by, act: 'project.create', details: { values: valuesIn(input) } });
    return done({ projectId });
  });
}

function splitName(displayName: string): { given_name: string; family_name: string } {
  const [given = '', ...family] = displayName.trim().split(/\s+/);
  return { given_name: given, family_name: family.join(' ') };
}

const noTerms = { dietary_legal_basis: null, dietary_retention_days: null, dietary_decision: null };

function newProjectRow(key: { tenantId: string; projectId: string }, title: string, now: Temporal.Instant) {
  return {
    tenant_id: key.tenantId,
    id: key.projectId,
    title,
    subtitle: null,
    challenge: null,
    purpose: null,
    municipal_need: null,
    diary_number: null,
    target_groups: '[]',
    max_per_organisation: '{}',
    max_total: null,
    guideline_version: currentVersion.version,
    language: 'sv-SE',
    time_zone: 'Europe/Stockholm',
    key_dates: '{}',
    registration_opens: null,
    registration_closes: null,
    registration_url: null,
    web_page: null,
    contact_person_id: 'st-1',
    organiser_mailbox: null,
    shared_calendar_mailbox: null,
    guest_policy: JSON.stringify({ substituteAllowed: true, colleagueAllowedSessions: [] }),
    ...noTerms,
    state: 'dormant' as const,
    blocks: '{}',
    created_at: new Date(now.epochMilliseconds),
  };
}

/** Changes texts, limits, dates and addresses of the project. What is left out stays; null takes a value away. */
export async function changeProject(
  tools: Tools,
  actor: Actor,
  patch: ProjectPatch,
): Promise<Outcome<{ revision: number }, PlanRefusal>> {
  return await tools.tx(async (work) => {
    await store.lockProject(work.db, actor);
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const fault = (await datesFault(work, project, patch)) ?? openingFault(tools, project, patch);
    if (fault !== undefined) return fault;
    await store.updateProject(work, actor, columnsOf(project, patch));
    await writeAudit(work, tools, {
      ...auditedBy(actor),
      act: isRegistration(patch) ? 'registration.settings' : 'project.change',
      details: { fields: Object.keys(patch).join(', '), values: valuesIn(changedIn(project, patch)) },
    });
    await planChanged(work, project);
    return done({ revision: project.revision + 1 });
  });
}

/** How the registration is set, as opposed to what the project says. */
const registrationFields: readonly string[] = [
  'registrationOpens',
  'registrationCloses',
  'registrationUrl',
  'maxTotal',
  'maxPerOrganisation',
  'guestPolicy',
  'organiserMailbox',
  'sharedCalendarMailbox',
];

function isRegistration(patch: ProjectPatch): boolean {
  const fields = Object.keys(patch);
  return fields.length > 0 && fields.every((name) => registrationFields.includes(name));
}

/** What somebody has typed anew; a form also sends what stands as it stood. */
function changedIn(project: Project, patch: ProjectPatch): readonly unknown[] {
  const known: Readonly<Record<string, unknown>> = { ...project, invitation: project.blocks['invitation'] };
  return Object.entries(patch).flatMap(([name, value]: [string, unknown]) => differing(known[name], value));
}

function differing(before: unknown, after: unknown): readonly unknown[] {
  if (typeof after === 'object' && after !== null && !Array.isArray(after)) {
    const stood: Readonly<Record<string, unknown>> = { ...objectOf(before) };
    return Object.entries(after).flatMap(([name, value]: [string, unknown]) => differing(stood[name], value));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [after];
}

async function datesFault(work: Work, project: Project, patch: ProjectPatch) {
  const days = [
    patch.registrationOpens,
    ...Object.entries(patch.keyDates ?? {}).map(([name, value]) => (name.endsWith('Note') ? null : value)),
  ];
  const wrong = days.find((day) => day != null && readLocalDate(day.slice(0, 10)) === undefined);
  if (wrong != null) return refused('badDate' as const, { value: wrong });
  if (patch.registrationCloses != null && closingOf(patch.registrationCloses, project.timeZone) === undefined)
    return refused('badDate' as const, { value: patch.registrationCloses });
  const opens = patch.registrationOpens === undefined ? project.registrationOpens : patch.registrationOpens;
  const closes = patch.registrationCloses === undefined ? project.registrationCloses : patch.registrationCloses;
  if (opens !== null && closes !== null && closes.slice(0, 10) < opens) return refused('closesBeforeOpening' as const);
  if (patch.registrationCloses === undefined) return undefined;
  const closed = (await store.milestoneRows(work, project)).some(
    ({ name, source }) => name === 'registrationClosed' && source !== 'history',
  );
  return closed ? refused('registrationClosed' as const) : undefined;
}

/** An opening day that has come opens the form, which asks about dietary needs. */
function openingFault({ settings, clock }: Tools, project: Project, patch: ProjectPatch) {
  const isUndecided = settings.dietaryTermsRequired && !isDecided(patch.dietaryTerms ?? project.dietaryTerms);
  if (patch.registrationOpens == null || !isUndecided) return undefined;
  const today = clock.now().toZonedDateTimeISO(project.timeZone).toPlainDate().toString();
  return patch.registrationOpens > today ? undefined : refused('dietaryUndecided' as const);
}

/** `2026-08-28T16:00`, local in the project's zone. */
function closingOf(text: string, zone: string): Temporal.Instant | undefined {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
  const date = readLocalDate(day);
  return date === undefined ? undefined : startInstant(date, time, zone);
}

function columnsOf(project: Project, patch: ProjectPatch) {
  const closes =
    patch.registrationCloses == null ? patch.registrationCloses : closingOf(patch.registrationCloses, project.timeZone);
  return {
    ...given('title', patch.title),
    ...given('subtitle', patch.subtitle),
    ...given('challenge', patch.challenge),
    ...given('purpose', patch.purpose),
    ...given('municipal_need', patch.municipalNeed),
    ...given('diary_number', patch.diaryNumber),
    ...given('target_groups', json(patch.targetGroups)),
    ...given('max_per_organisation', json(patch.maxPerOrganisation)),
    ...given('max_total', patch.maxTotal),
    ...given('key_dates', patch.keyDates === undefined ? undefined : json(keptDates(project, patch.keyDates))),
    ...given('registration_opens', patch.registrationOpens),
    ...given('registration_closes', closes == null ? closes : new Date(closes.epochMilliseconds)),
    ...given('registration_url', patch.registrationUrl),
    ...given('web_page', patch.webPage),
    ...given('organiser_mailbox', patch.organiserMailbox),
    ...given('shared_calendar_mailbox', patch.sharedCalendarMailbox),
    ...given(
      'guest_policy',
      patch.guestPolicy === undefined ? undefined : json({ ...project.guestPolicy, ...patch.guestPolicy }),
    ),
    ...given('dietary_legal_basis', patch.dietaryTerms?.legalBasis),
    ...given('dietary_retention_days', patch.dietaryTerms?.retentionDays),
    ...given('dietary_decision', patch.dietaryTerms?.decisionReference),
    ...given(
      'blocks',
      patch.invitation === undefined
        ? undefined
        : json({ ...project.blocks, invitation: { ...objectOf(project.blocks['invitation']), ...patch.invitation } }),
    ),
  };
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function keptDates(project: Project, change: Readonly<Record<string, string | null>>) {
  return Object.fromEntries(Object.entries({ ...project.keyDates, ...change }).filter(([, value]) => value !== null));
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>); // a computed key is typed as string
}

function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

export { setRoles } from './roles/actions.ts';
export { registerOrganisation, registerSpeaker, registerVenue } from './register/actions.ts';
export { addSession, previewAdd } from './dates/adding/actions.ts';
export { cancelSession, changeSession, moveSession, previewCancel, previewMove } from './dates/actions.ts';
export { overrideRule, recordMilestone } from './guidance/actions.ts';
export { activate, previewActivation } from './activation/actions.ts';
export { planRefusals };
