import type { Temporal } from 'temporal-polyfill';
import type { PersonId, ProjectKey } from '../../domain/ids.ts';
import type { RegistrationState } from '../../domain/people.ts';
import { foldEmail } from '../../domain/swedish-text.ts';
import type { Language } from '../../domain/words.ts';
import type { Tools, Work } from '../../tools.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { organisationsOf, peopleOf, projectOf } from '../planning/queries.ts';
import type { Person, Project } from '../planning/types.ts';
import { saveDietary } from './dietary/actions.ts';
import { confirmedLetter, lateLetter, mergedLetter, waitingLetter } from './letters/registered.ts';
import { writeTo } from './mailing/actions.ts';
import { offerFreePlaces } from './places/actions.ts';
import { placesOf, waitingOf } from './places/queries.ts';
import { registrationPhase } from './queries.ts';
import {
  accountTypeOf,
  commitmentVersion,
  hasPlace,
  isSameName,
  keyOf,
  nextParticipantId,
  positionInLine,
} from './rules.ts';
import {
  changePerson,
  changeRegistration,
  insertPerson,
  lockProject,
  putParticipation,
  putRegistration,
  registrationRow,
  type PersonChange,
} from './store.ts';
import type { By, OutlookAnswer, Receipt, RegistrationInput, RegistrationWarning } from './types.ts';

/**
 * REG-01, REG-05: one registration for all sessions, with its confirmation mail in the same transaction.
 * The same address again is merged with the first; after closing it becomes a request. The caller has checked that
 * the project takes registrations at all (`registrationPhase`).
 */
export async function register(
  tools: Tools,
  key: ProjectKey,
  input: RegistrationInput,
  language: Language,
): Promise<Receipt> {
  return await tools.tx(async (work) => {
    await lockProject(work.db, key);
    const project = await projectOf(work, key);
    if (project === null) throw new Error(`there is no project ${key.projectId} to register for`);
    const emailKey = foldEmail(input.email).address;
    const person = (await peopleOf(work, key)).find((one) => one.emailKey === emailKey);
    const before = person === undefined ? undefined : await registrationRow(work.db, key, person.id);
    const isIn = before !== undefined && ['confirmed', 'waitingList', 'lateRequest'].includes(before.state);
    if (person !== undefined && isIn) return await merge(work, tools, { project, person, input, language });
    const personId = person?.id ?? (await addPerson(work, project, input));
    return await enter(work, tools, { project, personId, input, language });
  });
}

interface Entry {
  readonly project: Project;
  readonly input: RegistrationInput;
  readonly language: Language;
}

async function addPerson(work: Work, project: Project, input: RegistrationInput): Promise<PersonId> {
  const people = await peopleOf(work, project);
  const organisations = await organisationsOf(work, project);
  const organisation = organisations.find(({ id }) => id === input.organisationId);
  const email = foldEmail(input.email).address;
  const id = nextParticipantId(people.map((one) => one.id));
  await insertPerson(work.db, {
    tenantId: project.tenantId,
    projectId: project.projectId,
    id,
    givenName: input.givenName,
    familyName: input.familyName,
    title: input.title,
    organisationId: input.organisationId,
    unit: input.organisationText,
    email,
    emailKey: email,
    phone: input.phone,
    accountType: accountTypeOf(email, organisation),
    position: people.length + 1,
  });
  return id;
}

/** A first registration, or a new one after having left: a place, the waiting list, or a request. */
async function enter(
  work: Work,
  tools: Tools,
  { project, personId, input, language }: Entry & { readonly personId: PersonId },
): Promise<Receipt> {
  const now = tools.clock.now();
  const isClosed = (await registrationPhase({ ...tools, db: work.db }, project)) === 'closed';
  const organisationId = (await peopleOf(work, project)).find(({ id }) => id === personId)?.organisationId ?? null;
  // A place that has become free since, when a limit was raised, belongs to those who wait.
  if (!isClosed) await offerFreePlaces(work, tools, project);
  const places = await placesOf(work, project);
  const free = hasPlace(places.of(organisationId), places.project);
  const state: RegistrationState = isClosed ? 'lateRequest' : free ? 'confirmed' : 'waitingList';
  const waiting = await waitingOf(work, project);
  await putRegistration(work.db, {
    tenantId: project.tenantId,
    projectId: project.projectId,
    personId,
    state,
    registeredAt: now,
    source: 'webForm',
    commitmentAt: now,
    commitmentVersion,
    waitingPosition: state === 'waitingList' ? Math.max(0, ...waiting.map(({ order }) => order)) + 1 : null,
    warnings: input.warnings,
  });
  if (input.dietaryText !== '')
    await saveDietary(work, tools, { ...keyOf(project), personId, text: input.dietaryText });
  const position = positionInLine(await waitingOf(work, project), personId);
  const kind = state === 'confirmed' ? 'confirmed' : state === 'waitingList' ? 'waiting' : 'late';
  await writeTo(
    work,
    tools,
    { project, personId, language, kind: `registration.${kind}`, version: now.toString() },
    (telling, person) => {
      if (state === 'confirmed') return confirmedLetter(telling, person);
      if (state === 'lateRequest') return lateLetter(telling, person);
      const { max, taken } = places.of(organisationId);
      const isOwnFull = max !== null && taken >= max;
      return waitingLetter(telling, person, { position: position ?? 1, max: isOwnFull ? max : null });
    },
  );
  await recordAct(work, tools, project, {
    by: nobody,
    act: 'registration.received',
    subject: personId,
    details: { state },
  });
  return {
    personId,
    result: state === 'confirmed' || state === 'waitingList' ? state : 'lateRequest',
    state,
    position,
  };
}

const nobody: By = { personId: null, name: 'Anmälningsformuläret' };

/** The same person once more: the new details, no second registration, and a mail only when something changed. */
async function merge(
  work: Work,
  tools: Tools,
  { project, person, input, language }: Entry & { readonly person: Person },
): Promise<Receipt> {
  const change = mergedFields(person, input);
  await changePerson(work.db, project, person.id, change);
  const row = await registrationRow(work.db, project, person.id);
  if (row === undefined) throw new Error('a registration vanished inside its own transaction');
  const otherOrganisation = input.organisationId !== null && input.organisationId !== person.organisationId;
  const warnings = new Set([
    ...row.warnings,
    ...(otherOrganisation ? (['otherOrganisationGiven'] satisfies RegistrationWarning[]) : []),
  ]);
  await changeRegistration(
    work.db,
    { ...keyOf(project), personId: person.id },
    { warnings: JSON.stringify([...warnings]) },
  );
  if (input.dietaryText !== '')
    await saveDietary(work, tools, { ...keyOf(project), personId: person.id, text: input.dietaryText });
  // A double click posts the same form twice within the minute: that is one act, and one mail.
  const version = tools.clock.now().round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString();
  const isRepeat = Object.keys(change).length === 0 && isRecent(row.registered_at, tools.clock.now());
  if (!isRepeat)
    await writeTo(
      work,
      tools,
      { project, personId: person.id, language, kind: 'registration.merged', version },
      mergedLetter,
    );
  const position = positionInLine(await waitingOf(work, project), person.id);
  return { personId: person.id, result: 'merged', state: row.state, position };
}

function isRecent(at: Date, now: Temporal.Instant): boolean {
  return now.epochMilliseconds - at.getTime() < 10 * 60_000;
}

/** Staff keep the name and title that the planners gave them; a name without its accents does not replace one with them. */
function mergedFields(person: Person, input: RegistrationInput): PersonChange {
  const phone = input.phone === person.phone ? {} : { phone: input.phone };
  if (person.kind === 'staff') return phone;
  const displayName = `${input.givenName} ${input.familyName}`;
  const isSame = isSameName(displayName, `${person.givenName} ${person.familyName}`);
  const name = isSame ? {} : { given_name: input.givenName, family_name: input.familyName, display_name: displayName };
  return { ...phone, ...name, ...(input.title === person.title ? {} : { title: input.title }) };
}

/** Keeps what Outlook says. The person's own word on their page still goes before it. */
export async function recordAnswers(
  work: Pick<Work, 'db'>,
  key: ProjectKey & { readonly sessionId: string },
  answers: readonly OutlookAnswer[],
): Promise<void> {
  for (const { personId, answer, answeredAt } of answers) {
    const answered_at = answeredAt === null ? null : new Date(answeredAt);
    await putParticipation(work.db, { ...key, personId, set: { answer, answered_at } });
  }
}
