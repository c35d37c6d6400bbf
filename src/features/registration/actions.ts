import type { PersonId, ProjectKey } from '../../domain/ids.ts';
import { foldEmail } from '../../domain/swedish-text.ts';
import type { Language } from '../../domain/words.ts';
import type { Tools, Work } from '../../tools.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { organisationsOf, peopleOf, projectOf } from '../planning/queries.ts';
import type { Project } from '../planning/types.ts';
import { registerAgain } from './again/actions.ts';
import { saveDietary } from './dietary/actions.ts';
import { confirmedLetter, lateLetter, waitingLetter } from './letters/registered.ts';
import { writeTo } from './mailing/actions.ts';
import { placeFor } from './places/actions.ts';
import { accountTypeOf, commitmentVersion, keyOf, nextParticipantId, positionInLine } from './rules.ts';
import { insertPerson, lockProject, putParticipation, putRegistration, registrationRow } from './store.ts';
import type { By, OutlookAnswer, Receipt, RegistrationInput } from './types.ts';

/**
 * REG-01, REG-05: one registration for all sessions, with its confirmation mail in the same transaction.
 * The same address again is the same person (`again/`); after closing it becomes a request. The caller has checked that
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
    const people = await peopleOf(work, key);
    const person = people.find((one) => one.emailKey === emailKey);
    const before = person === undefined ? undefined : await registrationRow(work.db, key, person.id);
    const isIn = before !== undefined && ['confirmed', 'waitingList', 'lateRequest'].includes(before.state);
    if (person !== undefined && isIn) return await registerAgain(work, tools, { project, person, input, language });
    const entering = person ?? (await addPerson(work, project, people, input));
    return await enter(work, tools, { project, person: entering, input, language });
  });
}

interface Entry {
  readonly project: Project;
  readonly input: RegistrationInput;
  readonly language: Language;
}

interface Entering {
  readonly id: PersonId;
  readonly organisationId: string | null;
}

async function addPerson(
  work: Work,
  project: Project,
  people: readonly Entering[],
  input: RegistrationInput,
): Promise<Entering> {
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
  return { id, organisationId: input.organisationId };
}

/** A first registration, or a new one after having left: a place, the waiting list, or a request. */
async function enter(
  work: Work,
  tools: Tools,
  { project, person: { id: personId, organisationId }, input, language }: Entry & { readonly person: Entering },
): Promise<Receipt> {
  const now = tools.clock.now();
  const { state, places, waiting } = await placeFor(work, tools, project, organisationId);
  const order = Math.max(0, ...waiting.map((one) => one.order)) + 1;
  await putRegistration(work.db, {
    tenantId: project.tenantId,
    projectId: project.projectId,
    personId,
    state,
    registeredAt: now,
    source: 'webForm',
    commitmentAt: now,
    commitmentVersion,
    waitingPosition: state === 'waitingList' ? order : null,
    warnings: input.warnings,
  });
  if (input.dietaryText !== '')
    await saveDietary(work, tools, { ...keyOf(project), personId, text: input.dietaryText });
  const line = state === 'waitingList' ? [...waiting, { personId, organisationId, order }] : waiting;
  const position = positionInLine(line, personId);
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
    result: state,
    state,
    position,
  };
}

const nobody: By = { personId: null, name: 'Anmälningsformuläret' };

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
