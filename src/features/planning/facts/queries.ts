import { Temporal } from 'temporal-polyfill';
import { localDateOf } from '../../../domain/local-date.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import { commitmentText, registrationFields } from '../../../guideline/2026-01/fixed-wording.ts';
import type {
  InvitationFacts,
  OrganisationFacts,
  Override,
  ProjectDescription,
  ProjectFacts,
  Publication,
  RecipientGroup,
  RegistrationFacts,
  RoleFacts,
} from '../../../guideline/facts.ts';
import type { Tools } from '../../../tools.ts';
import { linkChecksOf } from '../../web-links/queries.ts';
import { addressesIn } from '../../mailings/rules.ts';
import { resentMark } from '../../notices/rules.ts';
import { publishedUrls } from '../../publications/facts/queries.ts';
import { invitedOrganisations, registrationPage } from '../../registration/rules.ts';
import { betweenFacts, sectorCounts } from './between/rules.ts';
import { themeFacts } from '../../themes/facts/queries.ts';
import { organisationsOf, peopleOf, projectOf, rolesOf, sessionsOf, speakersOf, venuesOf } from '../reading/queries.ts';
import { milestoneRows, overrideRows } from '../store.ts';
import type { Organisation, Person, Project, RoleHolder } from '../types.ts';
import { sessionFacts } from './session/queries.ts';
import { costSplitOf } from './blocks/rules.ts';
import { costFacts } from './costs/queries.ts';
import { dayOf, donePrefix, optional, type Milestones } from './rules.ts';
import * as store from './store.ts';
import { regionPeriods } from '../region/queries.ts';

/** The project as the guideline's rules see it, read now; null when the tenant has none such. */
export async function factsOf(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  key: ProjectKey,
): Promise<ProjectFacts | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const zone = project.timeZone;
  const now = tools.clock.now();
  const [people, roles, organisations, sessions, venues, speakers] = await Promise.all([
    peopleOf(tools, key),
    rolesOf(tools, key),
    organisationsOf(tools, key),
    sessionsOf(tools, key),
    venuesOf(tools, key),
    speakersOf(tools, key),
  ]);
  const registrations = await store.registrationFacts(tools, key);
  const milestones = await milestonesOf(tools, key, zone);
  const confirmed = registrations.filter(({ state }) => state === 'confirmed');
  const absences = await store.participationFacts(tools, key);
  const shared = await sharedFacts(tools, key);
  const linkChecks = await linkChecksOf(tools, key);
  const { keyDates } = project;
  const registrationUrl = registrationPage(project, tools.settings.publicUrl);
  const sessionsSeen = sessions.map((session) =>
    sessionFacts(session, {
      project,
      roles,
      venues,
      speakers,
      milestones,
      confirmed,
      linkChecks,
      ...shared,
      publicUrl: tools.settings.publicUrl,
    }),
  );
  const registration = registrationFacts(project, registrations, milestones);
  const isClosed = registration.closedAt !== undefined;
  const confirmedIds = new Set(confirmed.map((row) => row.person_id));
  return {
    today: localDateOf(now, zone),
    now,
    timeZone: zone,
    guidelineVersion: project.guidelineVersion,
    toolSince: localDateOf(Temporal.Instant.from(project.createdAt), zone),
    project: { ...descriptionOf(project), registrationUrl },
    region: await regionPeriods(tools, key.tenantId),
    theme: await themeFacts(tools, key),
    roles: roleFacts(roles, people, organisations),
    organisations: organisations.map((one) =>
      organisationFacts(one, invitedOrganisations(project, organisations), confirmed),
    ),
    sessions: sessionsSeen,
    invitation: invitationFacts(project, organisations, {
      milestones,
      publicUrl: tools.settings.publicUrl,
      written: await invitedSince(tools, key, zone),
      linkCheck: linkChecks.get(registrationUrl),
    }),
    registration: {
      ...registration,
      ...(await mailCounts(tools, key, registrations)),
      sectors: sectorCounts(
        people,
        confirmed.map(({ person_id }) => person_id),
      ),
      absentTwice: absentTwice(absences),
    },
    publications: publicationsOf(milestones, await publishedUrls(tools, key)),
    ...optional('costSplit', costSplitOf(project.blocks)),
    ...optional(
      'costs',
      await costFacts(tools, { project, speakers, sessions: sessionsSeen, confirmed: confirmedIds, isClosed }),
    ),
    ...optional('dalating', dayOf(keyDates['dalating'])),
    ...optional('datesSetOn', milestones.get('datesAndRoomsSet')?.on),
    ...optional('sharedCalendarMailbox', project.sharedCalendarMailbox ?? undefined),
    ...optional('participantListOn', milestones.get('participantListShared')?.on),
    overrides: await overridesOf(tools, key, zone),
    between: betweenFacts(
      project,
      confirmed.map(({ person_id }) => person_id),
    ),
    doneByHand: doneByHand(milestones),
  };
}

async function sharedFacts(tools: Pick<Tools, 'db'>, key: ProjectKey) {
  const [rooms, mirrors, substitutes, evaluations, documents] = await Promise.all([
    store.roomFacts(tools, key),
    store.mirrorFacts(tools, key),
    store.substituteFacts(tools, key),
    store.evaluationFacts(tools, key),
    store.documentFacts(tools, key),
  ]);
  return { rooms, mirrors, substitutes, evaluations, documents };
}

async function milestonesOf(tools: Pick<Tools, 'db'>, key: ProjectKey, zone: string): Promise<Milestones> {
  const rows = await milestoneRows(tools, key);
  return new Map(
    rows.map(({ name, at, source }) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
      return [name, { at: instant, on: localDateOf(instant, zone), source }];
    }),
  );
}

/** Milestones that say of a rule that it is met outside the tool. */
function doneByHand(milestones: Milestones): ReadonlyMap<string, LocalDate> {
  return new Map(
    [...milestones].flatMap(([name, { on }]) =>
      name.startsWith(donePrefix) ? [[name.slice(donePrefix.length), on]] : [],
    ),
  );
}

function descriptionOf(project: Project): ProjectDescription {
  return {
    id: project.projectId,
    title: project.title,
    targetGroups: project.targetGroups,
    maxPerOrganisation: project.maxPerOrganisation,
    ...optional('challenge', project.challenge ?? undefined),
    ...optional('purpose', project.purpose ?? undefined),
    ...optional('municipalNeed', project.municipalNeed ?? undefined),
    ...optional('maxTotal', project.maxTotal ?? undefined),
    ...optional('webPage', project.webPage ?? undefined),
  };
}

function roleFacts(
  roles: readonly RoleHolder[],
  people: readonly Person[],
  organisations: readonly Organisation[],
): RoleFacts {
  const holder = (role: RoleHolder['role']) => roles.find((one) => one.role === role)?.personId;
  const lead = people.find(({ id }) => id === holder('contentLead'));
  const typeOf = (personId: string) => {
    const person = people.find(({ id }) => id === personId);
    return organisations.find(({ id }) => id === person?.organisationId)?.type;
  };
  return {
    ...(lead === undefined
      ? {}
      : {
          contentLead: {
            id: lead.id,
            name: lead.displayName,
            email: lead.email,
            ...optional('phone', lead.phone ?? undefined),
          },
        }),
    ...optional('deputyId', holder('deputy')),
    ...optional('processFacilitatorId', holder('processFacilitator')),
    planningGroup: roles
      .filter(({ role }) => role === 'planningGroup')
      .map(({ personId }) => ({ id: personId, ...optional('organisationType', typeOf(personId)) })),
  };
}

function organisationFacts(
  organisation: Organisation,
  invited: readonly Organisation[],
  confirmed: readonly { readonly organisation_id: string | null }[],
): OrganisationFacts {
  const participants = confirmed.filter((row) => row.organisation_id === organisation.id).length;
  return {
    id: organisation.id,
    name: organisation.name,
    type: organisation.type,
    invited: participants > 0 || invited.includes(organisation),
    confirmedParticipants: participants,
    ...optional('functionMailbox', organisation.functionMailbox ?? undefined),
  };
}

function invitationFacts(
  project: Project,
  organisations: readonly Organisation[],
  {
    milestones,
    publicUrl,
    written,
    linkCheck,
  }: {
    milestones: Milestones;
    publicUrl: string;
    written: ReadonlyMap<string, LocalDate>;
    linkCheck: InvitationFacts['linkCheck'];
  },
): InvitationFacts {
  const sent = milestones.get('invitationSent');
  const sentOn = sent?.on;
  // What the tool has sent is known per address; what was sent beside it is taken to have gone to all.
  const sentTo = (id: string) => (sent?.source === 'tool' ? written.get(id) : sentOn);
  const block = project.blocks['invitation'];
  const texts = typeof block === 'object' && block !== null ? (block as Readonly<Record<string, unknown>>) : {};
  const text = (name: string) => (typeof texts[name] === 'string' ? texts[name] : undefined);
  return {
    ...optional('sentOn', sentOn),
    ...optional('wholeProjectText', text('wholeProjectText')),
    ...optional('closingText', text('closingText')),
    ...optional('aboutText', text('aboutText')),
    recipients: [
      ...addressesIn(text('municipalDirectorsAddress')).map((address) =>
        recipient('municipalDirectors', address, sentTo(`municipalDirectors.${address.toLowerCase()}`)),
      ),
      ...addressesIn(text('targetGroupAddress')).map((address) =>
        recipient('targetGroup', address, sentTo(`targetGroups.${address.toLowerCase()}`)),
      ),
      ...organisations
        .filter(({ type }) => type === 'municipality')
        .map((one) => ({
          group: 'municipalMailbox' as const,
          organisationId: one.id,
          ...optional('address', one.functionMailbox ?? undefined),
          ...optional('sentOn', sentTo(one.id)),
        })),
    ],
    ...optional('linkCheck', linkCheck),
    trustedHosts: [new URL(publicUrl).host],
  };
}

function recipient(group: RecipientGroup, address: string, sentOn: LocalDate | undefined) {
  return { group, address, ...optional('sentOn', sentOn) };
}

/** The day on which each recipient's invitation was written. */
async function invitedSince(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  zone: string,
): Promise<ReadonlyMap<string, LocalDate>> {
  return new Map(
    (await store.invitationMails(tools, key)).map((row) => [
      row.key.slice(row.key.lastIndexOf(':') + 1).split(resentMark)[0] ?? '',
      localDateOf(Temporal.Instant.fromEpochMilliseconds(row.created_at.getTime()), zone),
    ]),
  );
}

type Registrations = Awaited<ReturnType<typeof store.registrationFacts>>;

function registrationFacts(
  project: Project,
  registrations: Registrations,
  milestones: Milestones,
): Omit<RegistrationFacts, 'unconfirmedByMail' | 'bouncedConfirmations' | 'absentTwice' | 'sectors'> {
  const count = (state: string) => registrations.filter((row) => row.state === state).length;
  const sent = milestones.get('calendarBookingsSent');
  return {
    ...optional('opensOn', dayOf(project.registrationOpens)),
    ...optional(
      'closesAt',
      project.registrationCloses === null ? undefined : Temporal.Instant.from(project.registrationCloses),
    ),
    ...optional('closedAt', milestones.get('registrationClosed')?.at),
    ...(sent === undefined
      ? {}
      : sent.source === 'history'
        ? { bookingsSentOn: sent.on }
        : { bookingsSentAt: sent.at }),
    fields: registrationFields,
    extraFields: [],
    commitmentText,
    automaticConfirmation: true,
    confirmed: count('confirmed'),
    waiting: count('waitingList'),
    withoutCommitment: registrations.filter(
      (row) => (row.state === 'confirmed' || row.state === 'waitingList') && row.commitment_at === null,
    ).length,
  };
}

/** Registrations that a file brought had their answer before our time. */
async function mailCounts(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  registrations: Registrations,
): Promise<Pick<RegistrationFacts, 'unconfirmedByMail' | 'bouncedConfirmations'>> {
  const mails = await store.confirmationMails(tools, key);
  const withMail = new Set(mails.map(({ person_id }) => person_id));
  const own = registrations.filter(
    (row) => (row.state === 'confirmed' || row.state === 'waitingList') && withMail.size > 0,
  );
  return {
    unconfirmedByMail: own.filter((row) => !withMail.has(row.person_id) && row.source === 'webForm').length,
    // One that came back and was sent again to the right address has arrived.
    bouncedConfirmations: [...new Map(mails.map(({ person_id, state }) => [person_id, state])).values()].filter(
      (state) => state === 'failed' || state === 'bounced',
    ).length,
  };
}

function absentTwice(absences: readonly { readonly person_id: string }[]): number {
  const counts = new Map<string, number>();
  for (const { person_id } of absences) counts.set(person_id, (counts.get(person_id) ?? 0) + 1);
  return [...counts.values()].filter((count) => count >= 2).length;
}

function publicationsOf(milestones: Milestones, urls: ReadonlyMap<string, string>) {
  const at = (name: string): Publication | undefined => {
    const milestone = milestones.get(name);
    return milestone === undefined ? undefined : { on: milestone.on, ...optional('url', urls.get(name)) };
  };
  return {
    ...optional('web', at('publishedWeb')),
    ...optional('newsletter', at('publishedNewsletter')),
    ...optional('linkedIn', at('publishedLinkedIn')),
    ...optional('summaryWeb', at('summaryWeb')),
    ...optional('summaryNewsletter', at('summaryNewsletter')),
  };
}

async function overridesOf(tools: Pick<Tools, 'db'>, key: ProjectKey, zone: string): Promise<readonly Override[]> {
  const rows = await overrideRows(tools, key);
  return rows.map((row) => ({
    ruleId: row.rule_id,
    reason: row.reason,
    by: row.person_name,
    on: localDateOf(Temporal.Instant.fromEpochMilliseconds(row.at.getTime()), zone),
    ...(row.scope === '' ? {} : { sessionId: row.scope }),
  }));
}
