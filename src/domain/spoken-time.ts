import type { LocalTime } from './local-date.ts';
import { withoutAccents } from './swedish-text.ts';

const hourWords = new Map<string, number>();
const hoursInSwedish = ['ett', 'tva', 'tre', 'fyra', 'fem', 'sex', 'sju', 'atta', 'nio', 'tio', 'elva', 'tolv'];
const hoursInEnglish = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
for (const names of [hoursInSwedish, hoursInEnglish]) names.forEach((name, index) => hourWords.set(name, index + 1));

const minuteWords = new Map<string, number>([
  ['fem', 5],
  ['five', 5],
  ['tio', 10],
  ['ten', 10],
  ['kvart', 15],
  ['quarter', 15],
  ['a quarter', 15],
  ['tjugo', 20],
  ['tjuge', 20],
  ['twenty', 20],
]);

const minutePattern = [...minuteWords.keys()].sort((one, other) => other.length - one.length).join('|');
const hourPattern = `${[...hourWords.keys()].join('|')}|\\d{1,2}`;
const beforeOrAfter = new RegExp(
  `\\b(?:(${minutePattern}) (i|over|to|past) )?(halv |half (?:past )?)?(${hourPattern})\\b`,
);
const figures = /\b([01]?\d|2[0-3])[.:]([0-5]\d)\b/;

/**
 * Reads a clock time as people say it: "kvart i tre", "halv tio", "fem i halv tre", "kl 9", "14.45", "quarter to three".
 * Spoken hours leave morning or afternoon open: the candidate within a working day (7–18) comes first.
 */
export function parseSpokenTime(text: string): readonly LocalTime[] {
  const words = withoutAccents(text.toLowerCase()).replace(/\s+/g, ' ').trim();
  const exact = figures.exec(words);
  if (exact !== null) return [format(Number(exact[1]) * 60 + Number(exact[2]))];
  const spoken = longestMatch(words);
  if (spoken === undefined) return [];
  const [, step, direction, half, hourText = ''] = spoken;
  const hour = hourWords.get(hourText) ?? Number(hourText);
  if (hour > 24) return [];
  const minutes = hour * 60 + halfOffset(half) + stepOffset(step, direction);
  return hour > 12 ? [format(minutes)] : bothHalvesOfTheDay(minutes);
}

/** "påminn om två": a bare hour only counts when the text says that it is a time, or is nothing else. */
function longestMatch(words: string): RegExpExecArray | undefined {
  const match = beforeOrAfter.exec(words);
  if (match === null) return undefined;
  const qualified = match[1] !== undefined || match[3] !== undefined;
  const isTime = qualified || /\b(kl|klockan|at|till|fran|vid)\.? ?$/.test(words.slice(0, match.index));
  return isTime || match[0] === words ? match : undefined;
}

/** Swedish counts to the half hour ("halv tio" is 9.30), English from it. */
function halfOffset(half: string | undefined): number {
  if (half === undefined) return 0;
  return half.startsWith('halv') ? -30 : 30;
}

function stepOffset(step: string | undefined, direction: string | undefined): number {
  const minutes = minuteWords.get(step ?? '') ?? 0;
  return direction === 'i' || direction === 'to' ? -minutes : minutes;
}

function bothHalvesOfTheDay(minutes: number): readonly LocalTime[] {
  const day = 24 * 60;
  const either = [minutes, minutes + day / 2].map((value) => (value + day) % day);
  return either
    .sort((one, other) => Number(isOffHours(one)) - Number(isOffHours(other)) || one - other)
    .map((value) => format(value));
}

function isOffHours(minutes: number): boolean {
  return minutes < 7 * 60 || minutes > 18 * 60;
}

function format(minutes: number): LocalTime {
  const hour = Math.floor(minutes / 60) % 24;
  return `${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
