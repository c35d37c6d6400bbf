import { withoutAccents } from '../../src/domain/swedish-text.ts';

/** Somebody who can be given a task, as the bot knows them. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whose task it is said to be. */
export type ToldOwner =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'me' }
  /** Everybody whom the name fits. */
  | { readonly kind: 'known'; readonly ids: readonly string[] }
  /** Two or more people, where a task has one owner. */
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown'; readonly name: string };

export interface ToldTask {
  readonly owner: ToldOwner;
  /** What is to be done, with its last day still in it. */
  readonly rest: string;
  /** The word itself was said: "lägg till en punkt" may mean the programme. */
  readonly saysTask: boolean;
}

const opening =
  /^(?:(?:lägg|lagg) (?:till|in)|add|skapa|create|ny|nytt|new)?\s*(?:(?:en|a|an|ny|new)\s+)*(uppgift(?:en)?|task|todo)?\b[\s:,–-]*/i;
const addressing = /^(?:till|åt|at|för|for|to)\s+/i;
const that = /^(?:att|that)\s+/i;
const me = /^(?:mig|mej|me|myself)\b/i;
/** Between a name and what is to be done: "Karin ska boka". */
const between = /^[\s:,–-]*(?:(?:ska|skall|will|should|to|att)\s+)?/i;

/** "uppgift till Karin: boka lunch", "uppgift till anna berg boka buss", "lägg till att Maria ska boka mick". */
export function readTask(text: string, owners: readonly Named[]): ToldTask {
  const trimmed = text.trim();
  const opened = opening.exec(trimmed);
  const saysTask = opened?.[1] !== undefined;
  const after = trimmed.slice(opened?.[0].length ?? 0).replace(that, '');
  const isAddressed = addressing.test(after);
  const said = after.replace(addressing, '');
  const mine = isAddressed ? me.exec(said) : null;
  if (mine !== null) return { owner: { kind: 'me' }, rest: restAfter(said, mine[0].length), saysTask };
  const found = nameAtStart(said, owners);
  if (found !== undefined) return { ...ownersFrom(said, found, owners), saysTask };
  if (!isAddressed) return { owner: { kind: 'nobody' }, rest: after.trim(), saysTask };
  const name = unknownName(said);
  return { owner: { kind: 'unknown', name }, rest: restAfter(said, name.length), saysTask };
}

const another = /^\s*(?:,|och\b|and\b|&|samt\b)\s*/i;

/** "Tobias och Mattias: städa": a name after a name is no part of what is to be done. */
function ownersFrom(said: string, first: Found, owners: readonly Named[]): Omit<ToldTask, 'saysTask'> {
  const ids = [...first.ids];
  let rest = said.slice(first.length);
  let count = 1;
  for (let and = another.exec(rest); and !== null; and = another.exec(rest)) {
    const next = rest.slice(and[0].length);
    const found = nameAtStart(next, owners);
    // A comma may end the name: "Karin, boka lunch".
    if (found === undefined && and[0].trim() === ',') break;
    if (found === undefined) {
      const name = unknownName(next);
      return { owner: { kind: 'unknown', name }, rest: restAfter(next, name.length) };
    }
    ids.push(...found.ids);
    count += 1;
    rest = next.slice(found.length);
  }
  const kind = count > 1 ? 'several' : 'known';
  return { owner: { kind, ids: [...new Set(ids)] }, rest: restAfter(rest, 0) };
}

function restAfter(said: string, length: number): string {
  return said.slice(length).replace(between, '').trim();
}

/** What stands before the colon, else the first word. */
function unknownName(said: string): string {
  const colon = said.indexOf(':');
  return colon > 0 && colon < 50 ? said.slice(0, colon).trim() : (/^\S+/.exec(said)?.[0] ?? '');
}

interface Found {
  readonly ids: readonly string[];
  readonly length: number;
}

/** The most words at the start that are somebody's name; with a given name alone, everybody who has it. */
function nameAtStart(said: string, owners: readonly Named[]): Found | undefined {
  const words = [...said.matchAll(/\S+/g)].slice(0, 4);
  const parts = words.map(({ 0: word }) => plain(word));
  const [first = ''] = parts;
  let fits = owners.filter(({ name }) => isGiven(name, first));
  let count = 1;
  if (fits.length === 0) fits = owners.filter(({ name }) => namePartsAfter(name).includes(first));
  if (fits.length === 0) return undefined;
  for (; count < parts.length; count += 1) {
    const ended = /[:,]$/.test(words[count - 1]?.[0] ?? '');
    const next = parts[count] ?? '';
    const whole = ended ? [] : fits.filter(({ name }) => namePartsAfter(name).includes(next));
    if (whole.length === 0) break;
    fits = whole;
  }
  const last = words[count - 1];
  const length = (last?.index ?? 0) + (last?.[0].replace(/[:,]+$/, '').length ?? 0);
  return { ids: fits.map(({ id }) => id), length };
}

/** "eva" and "eva-lotta" are both Eva-Lotta Norrby. */
function isGiven(name: string, word: string): boolean {
  const [given = ''] = plain(name).split(' ');
  return word !== '' && (given === word || given.startsWith(`${word}-`));
}

/** The family name, and each half of a double one. */
function namePartsAfter(name: string): readonly string[] {
  const family = plain(name).split(' ').slice(1);
  return [...family, ...family.flatMap((part) => part.split('-'))];
}

function plain(text: string): string {
  return withoutAccents(text.toLowerCase()).replace(/[:,.]+$/, '');
}
