import { readEntities, type Entities, type Vocabulary } from './entities.ts';
import { hit, spoken, type Spoken } from './tokens.ts';
import { isDietaryStatement } from './dietary.ts';

/** Ways of asking for one thing. `a|b + c` wants one of a or b, and c; more groups are more certain. */
export interface Phrasing<Id extends string> {
  readonly id: Id;
  readonly ways: readonly string[];
}

export type Understanding<Id extends string> =
  | { readonly kind: 'command'; readonly id: Id; readonly entities: Entities }
  /** Two commands fit equally well: ask. */
  | { readonly kind: 'unsure'; readonly suggestions: readonly Id[]; readonly entities: Entities }
  | { readonly kind: 'notUnderstood'; readonly suggestions: readonly Id[] }
  /** Somebody told what somebody eats: it is not kept anywhere. */
  | { readonly kind: 'dietaryTold' };

/** Reads what somebody wrote, in Swedish or English, with typing errors. Decides nothing that cannot be taken back. */
export function understand<Id extends string>(
  text: string,
  phrasings: readonly Phrasing<Id>[],
  known: Vocabulary,
): Understanding<Id> {
  const said = spoken(text);
  if (isDietaryStatement(said)) return { kind: 'dietaryTold' };
  const entities = readEntities(text, said, known);
  const ranked = phrasings
    .map((phrasing) => ({ id: phrasing.id, ...best(phrasing, said, entities) }))
    .filter(({ score, partial }) => score > 0 || partial > 0)
    .toSorted((one, other) => other.score - one.score || other.partial - one.partial);
  const [first, second] = ranked;
  if (first === undefined || first.score === 0)
    return { kind: 'notUnderstood', suggestions: ranked.slice(0, 2).map(({ id }) => id) };
  if (second !== undefined && second.score === first.score)
    return { kind: 'unsure', suggestions: [first.id, second.id], entities };
  return { kind: 'command', id: first.id, entities };
}

interface Score {
  /** Zero unless every group of some way was said. */
  readonly score: number;
  /** How much of the nearest way was said, 0 to 1: what to suggest. */
  readonly partial: number;
}

function best<Id extends string>(phrasing: Phrasing<Id>, said: Spoken, entities: Entities): Score {
  const scores = phrasing.ways.map((way) => scoreOf(way, said, entities));
  return {
    score: Math.max(...scores.map(({ score }) => score)),
    partial: Math.max(...scores.map(({ partial }) => partial)),
  };
}

function scoreOf(way: string, said: Spoken, entities: Entities): Score {
  const groups = way.split(' + ').map((group) => groupScore(group.split('|'), said, entities));
  const hits = groups.filter((score) => score > 0);
  const isWhole = hits.length === groups.length;
  return { score: isWhole ? hits.reduce((sum, score) => sum + score, 0) : 0, partial: hits.length / groups.length };
}

/** What comes after "uppgift" or "beslut" is somebody's own text, whatever commands its words would otherwise fit. */
const openingScore = 60;

/** 10 for a word as written, 9 through a typing error, 15 for words in a row or at the start: those are more telling. */
function groupScore(alternatives: readonly string[], said: Spoken, entities: Entities): number {
  const scores = alternatives.map((wanted) => {
    if (wanted === '@date') return entities.dates.length > 0 ? 10 : 0;
    // A session alone says little: every command may name one.
    if (wanted === '@session') return entities.sessionIds.length > 0 ? 5 : 0;
    if (wanted === '@time') return entities.times.length > 0 ? 10 : 0;
    if (wanted === '@town') return entities.saysTown ? 10 : 0;
    if (wanted === '@venue') return entities.venueIds.length > 0 ? 10 : 0;
    if (wanted === '@person') return entities.personIds.length > 0 ? 10 : 0;
    const opens = wanted.startsWith('^^');
    const found = hit(opens ? wanted.slice(1) : wanted, said);
    if (found === undefined) return 0;
    if (opens) return openingScore;
    const isTelling = /[\^_$]/.test(wanted);
    return (isTelling ? 15 : 10) - (found === 'exact' ? 0 : 1);
  });
  return Math.max(...scores);
}
