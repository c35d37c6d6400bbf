import { Temporal } from 'temporal-polyfill';
import { isBefore, isoWeek, mondayOfWeek, readLocalDate } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { monthNames, weekdayNames, withoutAccents } from './swedish-text.ts';

/** What a person may have meant. Several candidates are asked about, none is guessed. */
export type DateCandidate =
  | {
      readonly kind: 'day';
      readonly date: LocalDate;
      /** They also named a weekday, and it is another than the date's. */
      readonly weekdayDiffers: boolean;
    }
  | { readonly kind: 'week'; readonly week: number; readonly year: number; readonly monday: LocalDate };

/** "tis", "tors", "mon": but not those that are words of their own ("man", "son", "sat", "sun"). */
function shortForms(weekday: string): readonly string[] {
  return [weekday.slice(0, 3), weekday.slice(0, -3)].filter((form) => !/^(man|son|sat|sun)$/.test(form));
}

const monthNumbers = new Map<string, number>();
const weekdayNumbers = new Map<string, number>();
for (const language of ['sv', 'en'] as const) {
  monthNames[language].forEach((name, index) => {
    for (const form of [name, name.slice(0, 3)]) monthNumbers.set(form.toLowerCase(), index + 1);
  });
  weekdayNames[language].forEach((name, index) => {
    const plain = withoutAccents(name.toLowerCase());
    for (const form of [plain, `${plain}en`, ...shortForms(plain)]) weekdayNumbers.set(form, index + 1);
  });
}
monthNumbers.set('sept', 9);

/**
 * Reads a date as people write it in chat: "13e jan", "5/11" (day/month), "v45", "onsdag v. 45", "20 januari", "i morgon".
 * A date without a year is the next one from `reference`. No candidate means that the text names no existing date.
 */
export function parseSpokenDate(text: string, reference: LocalDate): readonly DateCandidate[] {
  const words = withoutAccents(text.toLowerCase()).replace(/\s+/g, ' ').trim();
  return (
    isoDay(words) ??
    relativeDay(words, reference) ??
    daysAhead(words, reference) ??
    relativeWeek(words, reference) ??
    weekOnly(words, reference) ??
    namedMonth(words, reference) ??
    slashDay(words, reference) ??
    dayOnly(words, reference) ??
    weekdayOnly(words, reference) ??
    []
  );
}

/** "31 februari", "31/4", "29 februari 2027": a day of some month that does not have it, as it was written. */
export function dayThatIsNone(text: string): string | undefined {
  const words = withoutAccents(text.toLowerCase()).replace(/\s+/g, ' ').trim();
  const named = [...words.matchAll(/\b(\d{1,2})(?::?[ea]|st|nd|rd|th)?(?: of)? ([a-z]+)\b(?:,? (\d{4}))?/g)]
    .map(([said, day, month, year]) => ({ said, day, month: monthNumbers.get(month ?? ''), year }))
    .find(({ month }) => month !== undefined);
  const slashed = /\b(\d{1,2})\/(\d{1,2})\b/.exec(words);
  const found =
    named ??
    (slashed === null ? undefined : { said: slashed[0], day: slashed[1], month: Number(slashed[2]), year: undefined });
  if (found?.month === undefined) return undefined;
  // Every day that exists in some year exists in a leap year.
  const date = existing({ year: Number(found.year ?? 2028), month: found.month, day: Number(found.day) });
  return date === undefined ? found.said : undefined;
}

/** What stands beside a day and belongs to it. */
const besideDays =
  /^(pa|den|har|i|om|nasta|denna|of|in|on|the|this|next|after|v|w|vecka|veckan|veckor|weeks?|dag|dagar|days?|i?dag|i?mor(gon|ron)|i?overmor(gon|ron)|today|tomorrow|[vw]\.?\d{1,2}|\d{1,2}(:?[ea]|st|nd|rd|th)?|\d{4}|\d{1,2}\/\d{1,2}(-\d{2,4})?|\d{4}-\d{2}-\d{2})$/;

/** Whether a word may be part of how people write a day. */
export function isDateWord(word: string): boolean {
  const plain = withoutAccents(word.toLowerCase()).replace(/[.,]+$/, '');
  return besideDays.test(plain) || monthNumbers.has(plain) || weekdayNumbers.has(plain) || fewNumbers.has(plain);
}

type Found = readonly DateCandidate[] | undefined;

function isoDay(words: string): Found {
  const text = /\b\d{4}-\d{2}-\d{2}\b/.exec(words)?.[0];
  const date = text === undefined ? undefined : readLocalDate(text);
  return date === undefined ? undefined : [dayCandidate(date, words)];
}

const relativeDays: readonly (readonly [RegExp, number])[] = [
  [/\b(i ?overmor(gon|ron)|day after tomorrow)\b/, 2],
  [/\b(i ?mor(gon|ron)|tomorrow)\b/, 1],
  [/\b(i ?dag|today)\b/, 0],
];

function relativeDay(words: string, reference: LocalDate): Found {
  const match = relativeDays.find(([pattern]) => pattern.test(words));
  return match === undefined ? undefined : [dayCandidate(reference.add({ days: match[1] }), '')];
}

const fewNumbers = new Map<string, number>();
for (const names of ['en tva tre fyra fem sex sju atta', 'one two three four five six seven eight'])
  names.split(' ').forEach((name, index) => fewNumbers.set(name, index + 1));
fewNumbers.set('ett', 1).set('a', 1);

/** "om tre dagar", "om 2 veckor", "in a week". */
function daysAhead(words: string, reference: LocalDate): Found {
  const match = /\b(?:om|in) (\d{1,2}|[a-z]+) (dag|dagar|days?|vecka|veckor|weeks?)\b/.exec(words);
  const count = match === null ? undefined : (fewNumbers.get(match[1] ?? '') ?? Number(match[1]));
  if (match === null || count === undefined || !Number.isInteger(count)) return undefined;
  const date = reference.add(/^(vecka|veckor|week)/.test(match[2] ?? '') ? { weeks: count } : { days: count });
  return [dayCandidate(date, '')];
}

const relativeWeeks: readonly (readonly [RegExp, number])[] = [
  [/\b(nasta vecka|next week)\b/, 1],
  [/\b(denna vecka|den har veckan|i veckan|this week)\b/, 0],
];

/** "nästa vecka", also with a weekday: "tisdag nästa vecka". */
function relativeWeek(words: string, reference: LocalDate): Found {
  const match = relativeWeeks.find(([pattern]) => pattern.test(words));
  if (match === undefined) return undefined;
  const monday = reference.subtract({ days: reference.dayOfWeek - 1 }).add({ weeks: match[1] });
  const weekday = weekdayIn(words);
  if (weekday !== undefined) return [dayCandidate(monday.add({ days: weekday - 1 }), '')];
  return [{ kind: 'week', ...isoWeek(monday), monday }];
}

/** "v45", "v. 45", "vecka 45", "week 45 2027", also with a weekday: "torsdag v45". */
function weekOnly(words: string, reference: LocalDate): Found {
  const match = /\b(?:v|vecka|week|w)\.? ?(\d{1,2})\b(?:,? (\d{4})\b)?/.exec(words);
  if (match === null) return undefined;
  const week = Number(match[1]);
  const years = match[2] === undefined ? yearsFrom(reference) : [Number(match[2])];
  const mondays = years.flatMap((year) => mondayOfWeek(week, year) ?? []);
  const monday = mondays.find((candidate) => !isBefore(candidate.add({ days: 6 }), reference)) ?? mondays[0];
  if (monday === undefined) return [];
  const weekday = weekdayIn(words);
  if (weekday !== undefined) return [dayCandidate(monday.add({ days: weekday - 1 }), '')];
  return [{ kind: 'week', ...isoWeek(monday), monday }];
}

function yearsFrom(reference: LocalDate): readonly number[] {
  const { year } = isoWeek(reference);
  return [year, year + 1, year + 2];
}

/** "13e jan", "13:e januari 2027", "den 13 januari", "jan 13th". */
function namedMonth(words: string, reference: LocalDate): Found {
  const dayFirst = /\b(\d{1,2})(?::?[ea]|st|nd|rd|th)?(?: of)? (?<month>[a-z]+)\.?(?:,? (\d{4}))?/g;
  const monthFirst = /\b(?<month>[a-z]+)\.? (\d{1,2})(?::?[ea]|st|nd|rd|th)?\b(?:,? (\d{4}))?/g;
  for (const pattern of [dayFirst, monthFirst]) {
    for (const match of words.matchAll(pattern)) {
      const month = monthNumbers.get(match.groups?.['month'] ?? '');
      const day = Number(pattern === dayFirst ? match[1] : match[2]);
      if (month !== undefined) return fromParts({ day, month, year: match[3] }, words, reference);
    }
  }
  return undefined;
}

/** "5/11", "5/11-26", "5/11 2026": day before month, always. */
function slashDay(words: string, reference: LocalDate): Found {
  const match = /\b(\d{1,2})\/(\d{1,2})(?:[ -/]+(\d{4}|\d{2}))?\b/.exec(words);
  if (match === null) return undefined;
  return fromParts({ day: Number(match[1]), month: Number(match[2]), year: match[3] }, words, reference);
}

/** "den 13", "13:e": the next such day, and the one a month later. */
function dayOnly(words: string, reference: LocalDate): Found {
  const match = /\bden (\d{1,2})(?::?[ea])?\b/.exec(words) ?? /\b(\d{1,2})(?::[ea]|th|st|nd|rd)\b/.exec(words);
  if (match === null) return undefined;
  const day = Number(match[1]);
  const found: DateCandidate[] = [];
  for (let ahead = 0; ahead <= 12 && found.length < 2; ahead += 1) {
    const month = reference.toPlainYearMonth().add({ months: ahead });
    const date = existing({ year: month.year, month: month.month, day });
    if (date !== undefined && !isBefore(date, reference)) found.push(dayCandidate(date, words));
  }
  return found;
}

function weekdayOnly(words: string, reference: LocalDate): Found {
  const weekday = weekdayIn(words);
  if (weekday === undefined) return undefined;
  const ahead = (weekday - reference.dayOfWeek + 7) % 7 || 7;
  const date = reference.add({ days: /\b(nasta|next)\b/.test(words) && ahead < 7 ? ahead + 7 : ahead });
  return [dayCandidate(date, '')];
}

function fromParts(
  said: { readonly day: number; readonly month: number; readonly year: string | undefined },
  words: string,
  reference: LocalDate,
): readonly DateCandidate[] {
  const { day, month } = said;
  if (said.year !== undefined) {
    const date = existing({ year: Number(said.year.length === 2 ? `20${said.year}` : said.year), month, day });
    return date === undefined ? [] : [dayCandidate(date, words)];
  }
  // 29 February may be up to eight years away.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = existing({ year: reference.year + ahead, month, day });
    if (date !== undefined && !isBefore(date, reference)) return [dayCandidate(date, words)];
  }
  return [];
}

function existing(parts: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): LocalDate | undefined {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function dayCandidate(date: LocalDate, words: string): DateCandidate {
  const weekday = weekdayIn(words);
  return { kind: 'day', date, weekdayDiffers: weekday !== undefined && weekday !== date.dayOfWeek };
}

function weekdayIn(words: string): number | undefined {
  for (const word of words.split(/[^a-z]+/)) {
    const weekday = weekdayNumbers.get(word);
    if (weekday !== undefined) return weekday;
  }
  return undefined;
}
