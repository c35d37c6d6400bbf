import { chance, shuffled } from './chance.ts';
import type { Script, ToldEvaluation } from './script.ts';

/** How one session went, from the file or from the seed. */
export interface Outcome {
  /** Ids of the file's participants. */
  readonly present: readonly string[];
  readonly absent: readonly string[];
  /** Those who answer the evaluation, each with the form's fields. */
  readonly answers: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

const ABSENT = 0.09;
const ANSWERS = 0.86;

/** Labels of the file's `support` counts → the form's values. */
const supportValues: Readonly<Record<string, string>> = {
  tid: 'time',
  'stöd från min chef': 'manager',
  'kollegor som hakar på': 'colleagues',
  'mer kunskap': 'knowledge',
  'kontakt i en annan organisation': 'contact',
  'inget, jag är på gång': 'nothing',
};
const talkValues: Readonly<Record<string, string>> = { forLite: 'tooLittle', lagom: 'right', forMycket: 'tooMuch' };

/** Who came and what they answered: told by the file, otherwise the seed's choice among those who did not decline. */
export function outcomeOf(script: Script, sessionId: string, seed: number): Outcome {
  const ids = script.participants.map(({ id }) => id);
  const told = script.evaluations.get(sessionId);
  const isLast = script.sessions.at(-1)?.id === sessionId;
  const away = (script.away ?? []).filter((one) => one.sessionId === sessionId).map(({ id }) => id);
  const missing = told ? told.absentParticipantIds : ids.filter((id) => chance(seed, 'absent', sessionId, id) < ABSENT);
  const absent = ids.filter((id) => missing.includes(id) || away.includes(id));
  const present = ids.filter((id) => !absent.includes(id));
  const answering = told
    ? shuffled(present, seed, `answers ${sessionId}`).slice(0, told.responses)
    : present.filter((id) => chance(seed, 'answers', sessionId, id) < ANSWERS);
  const forms = told
    ? toldForms(told, answering.length, isLast)
    : answering.map((id) => seededForm(seed, [sessionId, id], isLast));
  return { present, absent, answers: new Map(answering.map((id, index) => [id, forms[index] ?? {}])) };
}

type Form = Readonly<Record<string, string>>;

/** Deals the file's counts out, one value each, and its texts to the first few. */
function toldForms(told: ToldEvaluation, size: number, isLast: boolean): Form[] {
  const useful = dealt(told.useful, size);
  const likelihood = dealt(told.likelihood, size);
  const talkTime = dealt(told.talkTime, size).map((label) => talkValues[label] ?? 'right');
  const support = ticked(told.support, size);
  return Array.from({ length: size }, (_, index) => ({
    useful: useful[index] ?? '3',
    ...(isLast ? { contacts: '3-5' } : { likelihood: likelihood[index] ?? '3' }),
    talkTime: talkTime[index] ?? 'right',
    ...(support[index] === undefined ? {} : { support: support[index] }),
    ...(told.plans[index] === undefined || isLast ? {} : { plan: told.plans[index] }),
    ...(told.keepOrChange[index] === undefined ? {} : { keepOrChange: told.keepOrChange[index] }),
  }));
}

function dealt(counted: Readonly<Record<string, number>>, size: number): string[] {
  return Object.entries(counted)
    .flatMap(([value, count]) => Array.from({ length: count }, () => value))
    .slice(0, size);
}

/** Several may tick the same; a form field holds one, and the rest are dealt to the next people. */
function ticked(counted: Readonly<Record<string, number>>, size: number): (string | undefined)[] {
  return dealt(counted, size).map((label) => supportValues[label]);
}

function seededForm(seed: number, words: readonly string[], isLast: boolean): Form {
  const pick = (name: string, values: readonly string[]): string =>
    values[Math.floor(chance(seed, name, ...words) * values.length)] ?? values[0] ?? '';
  return {
    useful: pick('useful', ['2', '3', '3', '4']),
    ...(isLast
      ? { contacts: pick('contacts', ['1-2', '3-5', '6+']) }
      : { likelihood: pick('likelihood', ['2', '3', '3', '4']) }),
    support: pick('support', Object.values(supportValues)),
    talkTime: pick('talkTime', ['tooLittle', 'right', 'right', 'right']),
    ...(chance(seed, 'writes', ...words) < 0.15 ? { keepOrChange: 'Mer tid i grupperna.' } : {}),
  };
}
