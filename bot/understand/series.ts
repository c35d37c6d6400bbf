import type { LocalDate } from '../../src/domain/local-date.ts';
import { parseSpokenDate } from '../../src/domain/spoken-date.ts';
import { parseSpokenTime } from '../../src/domain/spoken-time.ts';
import { weekdayNames, withoutAccents } from '../../src/domain/swedish-text.ts';
import type { SeriesRhythm } from '../../src/features/meetings/series/types.ts';

/** What somebody has said of a series of meetings; what they left out is undefined. Days and times are local. */
export interface ToldSeries {
  readonly rhythm?: SeriesRhythm;
  /** 1 is Monday. */
  readonly weekday?: number;
  readonly from?: string;
  readonly until?: string;
  readonly startTime?: string;
  readonly endTime?: string;
  readonly isTeams: boolean;
}

/** "9-10", "kl. 13.30–15"; not the middle of a date. */
const range =
  /(?<![\d-])(?:kl\.? ?)?\b(\d{1,2})(?:[.:](\d{2}))? ?(?:-|–|till|to) ?(\d{1,2})(?:[.:](\d{2}))?\b(?!-\d| ?(?:\/|jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec))/;
/** A start alone: "kl 9", "9:30". With a point and no "kl" it may be a date. */
const single = /(?<![\d-])(?:\bkl(?:ockan)?\.? ?(\d{1,2})(?:[.:](\d{2}))?|\b(\d{1,2}):(\d{2}))\b(?!-\d)/;
/** "halv tio", "kvart i tre", "half past nine". */
const inWords =
  /\b(?:(?:fem|tio|kvart|tjugo) (?:i|over) (?:halv )?|halv |half past |(?:a )?quarter (?:to|past) )(?:[a-z]+|\d{1,2})\b/g;
const ending = /\b(?:fram till|till och med|t\.?o\.?m\.?|tom|till|until|through|to) (.+)$/;
const beginning =
  /\b(?:fran och med|fr\.?o\.?m\.?|from|fran|med start|starting|start) (.+?)(?= (?:fram till|till|t\.?o\.?m|tom|until|through|to)\b|$)/;

const names = (['sv', 'en'] as const).flatMap((language) =>
  weekdayNames[language].map((name, index) => [withoutAccents(name.toLowerCase()), index + 1] as const),
);

/** "varannan tisdag 9-10 till 1 mars", "first Monday of each month 13:00–14:30 until 1 June". */
export function readSeries(text: string, today: LocalDate): ToldSeries {
  const said = withoutAccents(text.toLowerCase())
    .replace(/[,;]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(inWords, inFigures)
    .trim();
  const times = range.exec(said);
  const alone = times === null ? single.exec(said) : null;
  const rest = said
    .replace(times === null ? single : range, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const from = beginning.exec(rest)?.[1];
  const until = ending.exec(rest)?.[1];
  const first = from === undefined ? undefined : dayIn(from, today);
  const last = until === undefined ? undefined : dayIn(until, first ?? today);
  const weekday = names.find(([name]) => new RegExp(`\\b${name}`).test(rest))?.[1];
  const rhythm = rhythmIn(rest, weekday);
  return {
    ...(rhythm === undefined ? {} : { rhythm }),
    ...(weekday === undefined ? {} : { weekday }),
    ...(first === undefined ? {} : { from: first.toString() }),
    ...(last === undefined ? {} : { until: last.toString() }),
    ...(times === null ? {} : { startTime: clock(times[1], times[2]), endTime: clock(times[3], times[4]) }),
    ...(alone === null ? {} : { startTime: clock(alone[1] ?? alone[3], alone[2] ?? alone[4]) }),
    isTeams: /\bteams\b/.test(rest),
  };
}

function inFigures(words: string): string {
  return parseSpokenTime(words)[0] ?? words;
}

function rhythmIn(said: string, weekday: number | undefined): SeriesRhythm | undefined {
  if (/\b(manad|month)/.test(said)) return 'month';
  if (/\b(varannan|every other|every second|fortnight|biweekly|udda|jamna)/.test(said)) return 'fortnight';
  if (/\b(varje|var|every|weekly|each)\b/.test(said)) return 'week';
  return weekday !== undefined && /dagar\b|days\b/.test(said) ? 'week' : undefined;
}

function dayIn(text: string, after: LocalDate): LocalDate | undefined {
  const [found] = parseSpokenDate(text, after);
  if (found === undefined) return undefined;
  return found.kind === 'day' ? found.date : found.monday.add({ days: 4 });
}

/** A bare hour before seven is one of the afternoon. */
function clock(hour: string | undefined, minute: string | undefined): string {
  const told = Number(hour);
  const hours = told < 7 ? told + 12 : told;
  return `${String(Math.min(hours, 23)).padStart(2, '0')}:${minute ?? '00'}`;
}
