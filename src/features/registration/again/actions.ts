import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../../../domain/words.ts';
import type { Tools, Work } from '../../../tools.ts';
import type { Person, Project } from '../../planning/types.ts';
import { saveFirstDietary } from '../dietary/actions.ts';
import { againLetter } from '../letters/registered.ts';
import { writeTo } from '../mailing/actions.ts';
import { placeFor } from '../places/actions.ts';
import { waitingOf } from '../places/queries.ts';
import { keyOf, positionInLine } from '../rules.ts';
import { changePerson, changeRegistration, registrationRow } from '../store.ts';
import type { Receipt, RegistrationInput } from '../types.ts';
import { doubts, filledIn, isSameForm } from './rules.ts';

export interface Again {
  readonly project: Project;
  readonly person: Person;
  readonly input: RegistrationInput;
  readonly language: Language;
}

/**
 * The same address once more: one person, one registration, and the first one's place in line. Anybody may know an
 * address, so nothing that is stored changes, the page says what it would say to somebody new, and a mail to the address
 * leads to the page where its owner corrects things.
 */
export async function registerAgain(
  work: Work,
  tools: Tools,
  { project, person, input, language }: Again,
): Promise<Receipt> {
  const row = await registrationRow(work.db, project, person.id);
  if (row === undefined) throw new Error('a registration vanished inside its own transaction');
  const now = tools.clock.now();
  const who = { ...keyOf(project), personId: person.id };
  const { state } = row;
  // The very same form within minutes is a double click, and tells nobody anything that they have not written themselves.
  if (isSameForm(person, input) && isRecent(row.registered_at, now)) {
    const position = positionInLine(await waitingOf(work, project), person.id);
    return { personId: person.id, result: shown(state), state, position };
  }
  await changePerson(work.db, project, person.id, filledIn(person, input));
  const warnings = new Set([...row.warnings, ...doubts(person, input)]);
  await changeRegistration(work.db, who, { warnings: JSON.stringify([...warnings]) });
  await saveFirstDietary(work, tools, { ...who, text: input.dietaryText });
  const version = now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString();
  const about = { project, personId: person.id, language, kind: 'registration.merged', version } as const;
  await writeTo(work, tools, about, againLetter);
  const other = await placeFor(work, tools, project, input.organisationId);
  const last = { personId: '', organisationId: input.organisationId, order: Number.MAX_SAFE_INTEGER };
  const position = other.state === 'waitingList' ? positionInLine([...other.waiting, last], last.personId) : null;
  return { personId: person.id, result: other.state, state, position };
}

function shown(state: Receipt['state']): Receipt['result'] {
  return state === 'waitingList' || state === 'lateRequest' ? state : 'confirmed';
}

const recentMs = 10 * 60_000;

function isRecent(at: Date, now: Temporal.Instant): boolean {
  return now.epochMilliseconds - at.getTime() < recentMs;
}
