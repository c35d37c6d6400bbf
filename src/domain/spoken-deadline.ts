import type { LocalDate } from './local-date.ts';
import { isDateWord, parseSpokenDate, type DateCandidate } from './spoken-date.ts';
import { parseSpokenTime } from './spoken-time.ts';
import { clockText, withoutAccents } from './swedish-text.ts';

/** What is to be done, and by when as far as the text says. */
export interface Deadline {
  /** The text without the day. A clock time stays in it, since a last day has none. */
  readonly what: string;
  /** Several: the text leaves open which; none: see `unread`. */
  readonly days: readonly DateCandidate[];
  /** Something is said to be the last day that is no existing day: "senast 32 januari". */
  readonly unread: string | null;
}

/** Words of a day at the end; the longest way of writing one is "senast på fredag den 13 november 2026". */
const mostWords = 7;
/** Before a day, and no part of what is to be done. */
const before =
  /^(senast|till|fore|innan|tills|by|before|due|until|on|pa|den|i|the|latest|no|later|than|att|ar|klart|klar)$/;
const saysLastDay = /\b(?:senast|no later than|due by)\s+(.+)$/i;

/** "boka lunch senast fredag", "boka buss v45", "book lunch by 13 Jan": takes the day off the end of what is to be done. */
export function readDeadline(text: string, reference: LocalDate): Deadline {
  const { rest, time } = withoutTime(text.trim());
  const words = rest.split(/\s+/);
  const count = dayLength(words, reference);
  if (count === 0) return { what: text.trim(), days: [], unread: saysLastDay.exec(text)?.[1]?.trim() ?? null };
  const days = parseSpokenDate(words.slice(-count).join(' '), reference);
  const left = words.slice(0, -count);
  while (left.length > 1 && before.test(plain(left.at(-1) ?? ''))) left.pop();
  const what = left.join(' ').replace(/[\s,;:–-]+$/, '');
  return { what: time === undefined ? what : `${what}, ${time}`, days, unread: null };
}

/** How many words at the end name a day: the fewest that do, and those before them that belong to it. */
function dayLength(words: readonly string[], reference: LocalDate): number {
  const most = Math.min(mostWords, words.length);
  let count = 0;
  for (let length = 1; length <= most; length += 1) {
    if (!isDateWord(words.at(-length) ?? '')) break;
    const has = parseSpokenDate(words.slice(-length).join(' '), reference).length > 0;
    if (!has && count > 0) break;
    // "rum 12 fredag": a bare number before a whole day belongs to what is to be done.
    if (has && (count === 0 || !/^\d+,?$/.test(words.at(-length) ?? ''))) count = length;
    else if (count > 0) break;
  }
  return count;
}

const timeAtEnd =
  /(?:^|[\s,]+)((?:(?:kl\.?|klockan|at) ?)?(?:\d{1,2}[.:]\d{2}|(?:(?:fem|tio|tjugo|kvart|five|ten|twenty|quarter|a quarter) (?:i|over|över|to|past) )?(?:halv |half past )?(?:ett|två|tva|tre|fyra|fem|sex|sju|åtta|atta|nio|tio|elva|tolv|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?:kl\.?|klockan|at) ?\d{1,2}))$/i;

/** A clock time after a day: "fredag halv tio". */
function withoutTime(text: string): { readonly rest: string; readonly time: string | undefined } {
  const found = timeAtEnd.exec(text)?.[1];
  const [time] = found === undefined ? [] : parseSpokenTime(found);
  if (found === undefined || time === undefined) return { rest: text, time: undefined };
  const rest = text.slice(0, -found.length).replace(/[\s,]+$/, '');
  const isAfterDay = isDateWord(rest.split(/\s+/).at(-1) ?? '');
  if (!isAfterDay) return { rest: text, time: undefined };
  return {
    rest,
    time: /\b(at|past|to|half past)\b/.test(found) ? `at ${clockText(time, 'en')}` : `kl. ${clockText(time, 'sv')}`,
  };
}

function plain(word: string): string {
  return withoutAccents(word.toLowerCase()).replace(/[.,:;]+$/, '');
}
