import type { Words } from '../../../../domain/words.ts';
import type { FileProblem } from '../types.ts';

/** What a validator tells of one fault; the part of zod's issue that is read here. */
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly issues?: unknown;
}

const longestValue = 80;

/** `participants[3].email`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

/** The value is shown, except among the dietary entries, whose texts appear nowhere. */
export function problemAt(path: string, value: unknown, words: Words): FileProblem {
  const hidden = value === undefined || path.startsWith('dietary');
  return { path, value: hidden ? null : shortened(JSON.stringify(value)), words };
}

function shortened(json: string): string {
  return json.length <= longestValue ? json : `${json.slice(0, longestValue - 1)}…`;
}

export function problemsOfIssues(issues: readonly Issue[], input: unknown): readonly FileProblem[] {
  return issues.map((issue) => {
    const value = valueAt(input, issue.path);
    return problemAt(pathText(issue.path), value, wordsOf(issue, value));
  });
}

/** One line for a terminal or a list: where, what stands there, what to do. */
export function problemLine(problem: FileProblem, language: 'sv' | 'en'): string {
  const where = [problem.path, problem.value].filter((part) => part !== null && part !== '').join(' = ');
  return where === '' ? problem.words[language] : `${where}: ${problem.words[language]}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    input,
  );
}

const kinds: Readonly<Record<string, Words>> = {
  string: { sv: 'text inom citattecken', en: 'text in quotation marks' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista inom [ ]', en: 'a list in [ ]' },
  object: { sv: 'ett objekt inom { }', en: 'an object in { }' },
  record: { sv: 'ett objekt inom { }', en: 'an object in { }' },
};

function wordsOf(issue: Issue, value: unknown): Words {
  const name = String(issue.path.at(-1) ?? '');
  if (name === 'schemaVersion') {
    return {
      sv: 'Programmet läser version 1 av projektfilen. Skriv "schemaVersion": 1.',
      en: 'The program reads version 1 of the project file. Write "schemaVersion": 1.',
    };
  }
  if (issue.code === 'invalid_value') {
    const allowed = (issue.values ?? []).map((one) => JSON.stringify(one)).join(', ');
    return { sv: `Välj ett av ${allowed}.`, en: `Choose one of ${allowed}.` };
  }
  if (issue.code === 'too_small') return tooSmall(issue, value);
  if (issue.code === 'too_big') {
    return {
      sv: `Talet får inte vara större än ${String(issue.maximum)}.`,
      en: `The number may not be above ${String(issue.maximum)}.`,
    };
  }
  const kind = kinds[String(issue.expected)] ?? { sv: String(issue.expected), en: String(issue.expected) };
  if (value === undefined) {
    return { sv: `Uppgiften saknas. Lägg till ${kind.sv}.`, en: `The value is missing. Add ${kind.en}.` };
  }
  return { sv: `Här ska det stå ${kind.sv}.`, en: `This has to be ${kind.en}.` };
}

function tooSmall(issue: Issue, value: unknown): Words {
  return typeof value === 'number'
    ? {
        sv: `Talet får inte vara mindre än ${String(issue.minimum)}.`,
        en: `The number may not be below ${String(issue.minimum)}.`,
      }
    : { sv: 'Texten är tom. Skriv något.', en: 'The text is empty. Write something.' };
}
