import { withoutAccents } from '../../src/domain/swedish-text.ts';

/** A message as the matcher sees it: lower case, å and ä as a, ö as o, apostrophes gone, one space between words. */
export interface Spoken {
  readonly folded: string;
  readonly words: readonly string[];
}

export function spoken(text: string): Spoken {
  const folded = withoutAccents(text.toLowerCase())
    .replace(/['’´]/g, '')
    .replace(/[^a-z0-9:.\-/]+/g, ' ')
    .replace(/[.:\-/]+(?= |$)/g, '')
    .trim();
  return { folded, words: folded === '' ? [] : folded.split(' ') };
}

/** Hits of a wanted word: `exact` counts a little more than a hit through a typing error. */
export type Hit = 'exact' | 'near' | undefined;

/**
 * `laget` hits words that begin with it, and words that are one typing error away when both are long enough to bear it.
 * `=rum` hits that word alone, `ta_bort` those words in a row, `^task` only the first word, `ar_klar$` only the last
 * ones, `^paminn$` the whole message; `^^task` opens free text, see `understand.ts`.
 */
export function hit(wanted: string, said: Spoken): Hit {
  if (wanted.endsWith('$')) return endHit(wanted.slice(0, -1), said);
  if (wanted.startsWith('^')) return hit(wanted.slice(1), firstWords(said, wanted));
  if (wanted.includes('_')) return rowHit(wanted.split('_'), said);
  if (wanted.startsWith('=')) return said.words.includes(wanted.slice(1)) ? 'exact' : undefined;
  if (said.words.some((word) => beginsWith(word, wanted))) return 'exact';
  return said.words.some((word) => isNear(word, wanted)) ? 'near' : undefined;
}

function endHit(wanted: string, { folded }: Spoken): Hit {
  const words = wanted.replace(/^\^/, '').replaceAll('_', ' ');
  const isThere = wanted.startsWith('^') ? folded === words : ` ${folded}`.endsWith(` ${words}`);
  return isThere ? 'exact' : undefined;
}

/** Words in a row, the last of which may go on; a typing error in one of them is borne as in a word alone. */
function rowHit(wanted: readonly string[], said: Spoken): Hit {
  if (` ${said.folded} `.includes(` ${wanted.join(' ')}`)) return 'exact';
  const isRow = said.words.some((_, from) =>
    wanted.every((one, index) => {
      const word = said.words[from + index] ?? '';
      return word === one || isNear(word, one);
    }),
  );
  return isRow ? 'near' : undefined;
}

function firstWords(said: Spoken, wanted: string): Spoken {
  const words = said.words.slice(0, wanted.split('_').length);
  return { words, folded: words.join(' ') };
}

function beginsWith(word: string, wanted: string): boolean {
  return wanted.length < 4 ? word === wanted : word.startsWith(wanted);
}

/** One typing error in words of five letters or more, two from nine on. An ending may differ. */
function isNear(word: string, wanted: string): boolean {
  if (word.length < 5 || wanted.length < 5) return false;
  const allowed = Math.min(word.length, wanted.length) >= 9 ? 2 : 1;
  const sameLength = word.slice(0, wanted.length);
  return [word, sameLength].some((candidate) => editDistance(candidate, wanted, allowed) <= allowed);
}

/** Letters changed, added, taken away or swapped with their neighbour; gives up above `limit`. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const at = (up: number, left: number): number =>
        (up === 0 ? row[j - left] : rows[i - up]?.[j - left]) ?? limit + 1;
      let best = Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        best = Math.min(best, at(2, 2) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? limit + 1;
}
