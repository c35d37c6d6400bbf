import type { ProjectKey, SessionId } from '../../domain/ids.ts';
import { isDecided } from '../../domain/dietary-terms.ts';
import type { AccountType, RegistrationState, SessionAnswer } from '../../domain/people.ts';
import { reachOf } from '../../domain/reach.ts';
import { compareFamilyName, compareSwedish } from '../../domain/swedish-text.ts';
import type { Tools } from '../../tools.ts';
import { abstentionOf } from '../planning/abstaining/rules.ts';
import { organisationsOf, peopleOf, projectOf, sessionsOf } from '../planning/queries.ts';
import type { Organisation, Person, Project } from '../planning/types.ts';
import { declinedAll } from './declined/rules.ts';
import { eatersFrom } from './eating/rules.ts';
import { invitedOrganisations, phaseOf, positionInLine, type Waiting } from './rules.ts';
import {
  confirmationMailStates,
  guestRows,
  milestoneAt,
  participationRows,
  registrationRows,
  type GuestRow,
  type ParticipationRow,
  type RegistrationRow,
} from './store.ts';
import type {
  ConfirmedPerson,
  Eaters,
  Participant,
  ParticipantList,
  ParticipantSession,
  RegistrationClosed,
  RegistrationCounts,
  RegistrationPhase,
  RegistrationWarning,
} from './types.ts';

/** `tools` or the work of an open transaction. */
type Reader = Pick<Tools, 'db'>;

/** Whether bookings may go out (CAL-01): true once the closing was carried out, by itself under a yes or by hand. */
export async function registrationStateOf(reader: Reader, key: ProjectKey): Promise<RegistrationClosed> {
  const closedAt = await milestoneAt(reader.db, key, 'registrationClosed');
  return { closed: closedAt !== null, closedAt: closedAt?.toISOString() ?? null };
}

/** What a visitor of the form meets right now. */
export async function registrationPhase(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  project: Project,
): Promise<RegistrationPhase> {
  const closed = await milestoneAt(tools.db, project, 'registrationClosed');
  const opened = await milestoneAt(tools.db, project, 'registrationOpened');
  return phaseOf(
    {
      ...project,
      closedAt: closed?.toISOString() ?? null,
      openedByHand: opened !== null,
      isShut: isShut(project, tools),
    },
    tools.clock.now(),
  );
}

/** In a tenant nobody is asked what they eat before the terms are decided. */
export function isShut(
  { dietaryTerms }: Pick<Project, 'dietaryTerms'>,
  { settings }: Pick<Tools, 'settings'>,
): boolean {
  return settings.dietaryTermsRequired && !isDecided(dietaryTerms);
}

/** Everybody who is in the project, in Swedish order of family names. */
export async function confirmedPeople(reader: Reader, key: ProjectKey): Promise<readonly ConfirmedPerson[]> {
  const confirmed = await idsIn(reader, key, ['confirmed']);
  return (await peopleOf(reader, key))
    .filter(({ id }) => confirmed.has(id))
    .toSorted(compareFamilyName)
    .map(({ id, displayName, email, accountType, oid }) => ({ personId: id, displayName, email, accountType, oid }));
}

async function idsIn(
  reader: Reader,
  key: ProjectKey,
  states: readonly RegistrationState[],
): Promise<ReadonlySet<string>> {
  const rows = await registrationRows(reader.db, key);
  return new Set(rows.filter(({ state }) => states.includes(state)).map((row) => row.person_id));
}

/** LST-01 and the tab's *Deltagare*: every registration with its answers, attendance and guests. Nothing dietary. */
export async function participantsOf(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  key: ProjectKey,
  show: { readonly phone: boolean } = { phone: false },
): Promise<ParticipantList | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const [organisations, people, sessions, registrations, participations, guests, mails] = await Promise.all([
    organisationsOf(tools, key),
    peopleOf(tools, key),
    sessionsOf(tools, key),
    registrationRows(tools.db, key),
    participationRows(tools.db, key),
    guestRows(tools.db, key),
    confirmationMailStates(tools.db, key),
  ]);
  const declined = declinedAll({ sessions, registrations, participations }, tools.clock.now());
  const asked = new Set(declined.flatMap(({ personId, state }) => (state === 'stays' ? [] : [personId])));
  const live = sessions.filter(({ cancelled }) => !cancelled);
  const facts = { organisations, people, registrations, participations, guests, mails, asked, show };
  return {
    phase: await registrationPhase(tools, project),
    sessions: live.map(({ id, number, title, date }) => ({ id, number, title, date })),
    participants: registrations.flatMap((row) => participantOf(row, live, facts)).toSorted(compareFamilyName),
    counts: countsFrom(project, facts),
    reach: {
      member: reachOf('member'),
      guest: reachOf('guest'),
      external: reachOf('external'),
      mailOnly: reachOf('mailOnly'),
    },
  };
}

interface ListFacts {
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly registrations: readonly RegistrationRow[];
  readonly participations: readonly ParticipationRow[];
  readonly guests: readonly GuestRow[];
  readonly mails: readonly { person_id: string | null; state: string }[];
  readonly asked: ReadonlySet<string>;
  readonly show: { readonly phone: boolean };
}

function participantOf(
  row: RegistrationRow,
  sessions: readonly { id: string }[],
  facts: ListFacts,
): readonly Participant[] {
  const person = facts.people.find(({ id }) => id === row.person_id);
  if (person === undefined) return [];
  const organisation = facts.organisations.find(({ id }) => id === person.organisationId);
  return [
    {
      id: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      displayName: person.displayName,
      title: person.title,
      organisationId: person.organisationId,
      organisation: organisation?.name ?? person.unit ?? '',
      organisationType: organisation?.type ?? null,
      unit: person.unit,
      email: person.email,
      phone: facts.show.phone ? person.phone : null,
      sharedPhone: row.shares_phone ? person.phone : null,
      accountType: person.accountType,
      state: row.state,
      registeredAt: row.registered_at.toISOString(),
      source: row.source,
      waitingPosition: positionInLine(waitingFrom(facts), person.id),
      warnings: row.warnings as readonly RegistrationWarning[], // written from that type only
      committed: row.commitment_at !== null,
      confirmationMail: mailStateOf(facts.mails, person.id),
      sessions: sessions.map(({ id }) => participantSession(person.id, id, facts)),
      hasDeclinedAll: facts.asked.has(person.id),
    },
  ];
}

function waitingFrom({ registrations, people }: Pick<ListFacts, 'registrations' | 'people'>): readonly Waiting[] {
  const organisations = new Map(people.map(({ id, organisationId }) => [id, organisationId]));
  return registrations
    .filter(({ state }) => state === 'waitingList')
    .map((row, index) => ({
      personId: row.person_id,
      organisationId: organisations.get(row.person_id) ?? null,
      order: row.waiting_position ?? index + 1,
    }));
}

function mailStateOf(mails: ListFacts['mails'], personId: string): Participant['confirmationMail'] {
  const latest = mails.findLast((mail) => mail.person_id === personId)?.state;
  if (latest === undefined || latest === 'stopped') return 'none';
  if (latest === 'bounced') return 'failed';
  return latest === 'sent' || latest === 'failed' ? latest : 'waiting';
}

function participantSession(personId: string, sessionId: string, facts: ListFacts): ParticipantSession {
  const row = facts.participations.find((one) => one.person_id === personId && one.session_id === sessionId);
  const own = row?.own_answer ?? null;
  const outlook = row?.answer ?? 'none';
  return {
    sessionId,
    answer: own ?? outlook,
    answerFrom: own !== null ? 'own' : outlook === 'none' ? 'none' : 'outlook',
    attended: row?.attended ?? null,
    guests: facts.guests
      .filter((guest) => guest.host_person_id === personId && guest.session_id === sessionId)
      .map((guest) => ({
        id: guest.id,
        kind: guest.kind,
        name: `${guest.given_name} ${guest.family_name}`,
        email: guest.email,
        organisationId: guest.organisation_id,
      })),
  };
}

/** How many there are of each, per organisation with its limit, and which municipalities are silent. */
export async function countsOf(reader: Reader, key: ProjectKey): Promise<RegistrationCounts | null> {
  const project = await projectOf(reader, key);
  if (project === null) return null;
  const [organisations, people, registrations] = await Promise.all([
    organisationsOf(reader, key),
    peopleOf(reader, key),
    registrationRows(reader.db, key),
  ]);
  return countsFrom(project, { organisations, people, registrations });
}

/** As `countsOf`, from what has been read. */
export function countsFrom(
  project: Project,
  facts: Pick<ListFacts, 'organisations' | 'people' | 'registrations'>,
): RegistrationCounts {
  const organisationOf = new Map(facts.people.map(({ id, organisationId }) => [id, organisationId]));
  const count = (state: RegistrationState, organisationId?: string): number =>
    facts.registrations.filter(
      (row) =>
        row.state === state && (organisationId === undefined || organisationOf.get(row.person_id) === organisationId),
    ).length;
  const typeOf = new Map(facts.people.map(({ id, accountType }) => [id, accountType]));
  const ofType = (type: AccountType): number =>
    facts.registrations.filter(({ state, person_id }) => state === 'confirmed' && typeOf.get(person_id) === type)
      .length;
  const invited = invitedOrganisations(project, facts.organisations);
  const withPeople = facts.organisations.filter(({ id }) => count('confirmed', id) + count('waitingList', id) > 0);
  const shown = [...new Set([...invited, ...withPeople])].toSorted((one, other) =>
    compareSwedish(one.name, other.name),
  );
  const nobodyFrom = invited
    .filter(({ id }) => !facts.registrations.some((row) => isPresent(row) && organisationOf.get(row.person_id) === id))
    .toSorted((one, other) => compareSwedish(one.name, other.name));
  const named = ({ id, name, shortName }: Organisation) => ({ organisationId: id, name, shortName });
  return {
    confirmed: count('confirmed'),
    waitingList: count('waitingList'),
    lateRequests: count('lateRequest'),
    cancelled: count('cancelled'),
    declined: count('declined'),
    perAccountType: {
      member: ofType('member'),
      guest: ofType('guest'),
      external: ofType('external'),
      mailOnly: ofType('mailOnly'),
    },
    maxTotal: project.maxTotal,
    perOrganisation: shown.map(({ id, name, shortName, type }) => ({
      organisationId: id,
      name,
      shortName,
      type,
      confirmed: count('confirmed', id),
      waiting: count('waitingList', id),
      max: project.maxPerOrganisation[type] ?? null,
    })),
    silentMunicipalities: nobodyFrom
      .filter((one) => one.type === 'municipality' && abstentionOf(one) === null)
      .map(named),
    abstaining: nobodyFrom.flatMap((one) => {
      const abstention = abstentionOf(one);
      return abstention === null ? [] : [{ ...named(one), ...abstention }];
    }),
  };
}

function isPresent({ state }: RegistrationRow): boolean {
  return state === 'confirmed' || state === 'waitingList' || state === 'lateRequest';
}

/** Who eats at a session: confirmed who have not declined and sent nobody instead, and the guests. */
export async function eatersOf(reader: Reader, key: ProjectKey, sessionId: SessionId): Promise<Eaters> {
  const confirmed = await idsIn(reader, key, ['confirmed']);
  const answers = new Map<string, SessionAnswer>();
  for (const row of await participationRows(reader.db, key))
    if (row.session_id === sessionId) answers.set(row.person_id, row.own_answer ?? row.answer);
  const guests = (await guestRows(reader.db, key)).filter((guest) => guest.session_id === sessionId);
  return eatersFrom({
    confirmed,
    declined: new Set([...answers].flatMap(([id, answer]) => (answer === 'declined' ? [id] : []))),
    guests: guests.map(({ host_person_id: hostId, kind }) => ({ hostId, kind })),
  });
}
