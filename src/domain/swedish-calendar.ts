import { Temporal } from 'temporal-polyfill';
import { daysBetween, isAfter, isBefore, isoWeek } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import type { Words } from './words.ts';

/** A weekday or Sunday that is free. `byLaw` is false for the three eves that are free in practice only. */
export type Holiday = { readonly date: LocalDate; readonly words: Words; readonly byLaw: boolean };

export const holidayLaw: Words = {
  sv: 'Lag (1989:253) om allmänna helgdagar',
  en: 'Act (1989:253) on public holidays',
};

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  return Temporal.PlainDate.from({ year, month, day: dayOfMonth });
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + skipped + 15) % 30;
  const fullMoon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = fullMoon - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return day(year, month, offset + 28 - 31 * Math.floor(month / 4));
}

/** First given weekday (1 = Monday) on or after a date. */
function weekdayFrom(date: LocalDate, weekday: number): LocalDate {
  return date.add({ days: (weekday - date.dayOfWeek + 7) % 7 });
}

/** Midsommarafton: the Friday that falls 19–25 June. */
export function midsummerEve(year: number): LocalDate {
  return weekdayFrom(day(year, 6, 19), 5);
}

const holidaysByYear = new Map<number, readonly Holiday[]>();
const holidayByDay = new Map<number, ReadonlyMap<number, Holiday>>();

/** The year's free days beside Saturdays and ordinary Sundays, in order. Computed, so any year works. */
export function holidays(year: number): readonly Holiday[] {
  const known = holidaysByYear.get(year);
  if (known !== undefined) return known;
  const computed = computeHolidays(year);
  holidaysByYear.set(year, computed);
  return computed;
}

function computeHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const byLaw = (date: LocalDate, sv: string, en: string): Holiday => ({ date, words: { sv, en }, byLaw: true });
  const inPractice = (date: LocalDate, sv: string, en: string): Holiday => ({ date, words: { sv, en }, byLaw: false });
  const days = [
    byLaw(day(year, 1, 1), 'nyårsdagen', "New Year's Day"),
    byLaw(day(year, 1, 6), 'trettondedag jul', 'Epiphany'),
    byLaw(easter.subtract({ days: 2 }), 'långfredagen', 'Good Friday'),
    byLaw(easter, 'påskdagen', 'Easter Sunday'),
    byLaw(easter.add({ days: 1 }), 'annandag påsk', 'Easter Monday'),
    byLaw(day(year, 5, 1), 'första maj', 'May Day'),
    byLaw(easter.add({ days: 39 }), 'Kristi himmelsfärdsdag', 'Ascension Day'),
    byLaw(easter.add({ days: 49 }), 'pingstdagen', 'Whit Sunday'),
    byLaw(day(year, 6, 6), 'nationaldagen', 'the National Day'),
    inPractice(midsummerEve(year), 'midsommarafton', 'Midsummer Eve'),
    byLaw(midsummerEve(year).add({ days: 1 }), 'midsommardagen', 'Midsummer Day'),
    byLaw(weekdayFrom(day(year, 10, 31), 6), 'alla helgons dag', "All Saints' Day"),
    inPractice(day(year, 12, 24), 'julafton', 'Christmas Eve'),
    byLaw(day(year, 12, 25), 'juldagen', 'Christmas Day'),
    byLaw(day(year, 12, 26), 'annandag jul', 'Boxing Day'),
    inPractice(day(year, 12, 31), 'nyårsafton', "New Year's Eve"),
  ];
  return days.sort((one, other) => Temporal.PlainDate.compare(one.date, other.date));
}

export function holidayOn(date: LocalDate): Holiday | undefined {
  const { year } = date;
  const known = holidayByDay.get(year) ?? new Map(holidays(year).map((holiday) => [dayOfYear(holiday.date), holiday]));
  holidayByDay.set(year, known);
  return known.get(dayOfYear(date));
}

/** Unique within its year. */
const dayOfYear = ({ month, day }: LocalDate): number => month * 100 + day;

export function isWorkingDay(date: LocalDate): boolean {
  return date.dayOfWeek <= 5 && holidayOn(date) === undefined;
}

/** The date itself when it is a working day, else the nearest working day before it. */
export function previousWorkingDay(date: LocalDate): LocalDate {
  return isWorkingDay(date) ? date : previousWorkingDay(date.subtract({ days: 1 }));
}

/** The date itself when it is a working day, else the nearest working day after it. */
export function nextWorkingDay(date: LocalDate): LocalDate {
  return isWorkingDay(date) ? date : nextWorkingDay(date.add({ days: 1 }));
}

/** The working day that comes `count` working days after the date; the date itself is not counted. */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  let found = date;
  for (let left = count; left > 0;) {
    found = found.add({ days: 1 });
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let at = from.add({ days: 1 }); !isAfter(at, to); at = at.add({ days: 1 })) if (isWorkingDay(at)) count += 1;
  return count;
}

/** Klämdag: a working day squeezed in between two free days. */
export function isBridgeDay(date: LocalDate): boolean {
  return isWorkingDay(date) && !isWorkingDay(date.subtract({ days: 1 })) && !isWorkingDay(date.add({ days: 1 }));
}

/** Industrisemester: weeks 27–32, when most people are away. */
export function isIndustrialHoliday(date: LocalDate): boolean {
  const { week } = isoWeek(date);
  return week >= 27 && week <= 32;
}

/** From midsummer to the end of the industrial holiday: an invitation sent now is read in August. */
export function isSummerHoliday(date: LocalDate): boolean {
  return isSummerMonth(date) && isoWeek(date).week <= 32 && !isBefore(date, midsummerEve(date.year));
}

const isSummerMonth = ({ month }: LocalDate): boolean => month >= 6 && month <= 8;

/** From the eve of Christmas week to Epiphany: 21 December–6 January. */
export function isChristmasHoliday(date: LocalDate): boolean {
  return (date.month === 12 && date.day >= 21) || (date.month === 1 && date.day <= 6);
}

/** Second Sunday of September every fourth year: parliament, region and municipality on the same day. */
export function electionDay(year: number): LocalDate | undefined {
  return year % 4 === 2 ? weekdayFrom(day(year, 9, 8), 7) : undefined;
}

/** Vasaloppet's winter week: the ten days that end on the first Sunday in March. */
export function isVasaloppetWeek(date: LocalDate): boolean {
  const last = weekdayFrom(day(date.year, 3, 1), 7);
  const before = daysBetween(date, last);
  return before >= 0 && before < 10;
}

/** First week of the elk hunt, as opened in 2016–2023: 1 September in the north and west of Dalarna, 8 October in the south. */
export function elkHuntStart(date: LocalDate): 'north' | 'south' | undefined {
  if (isWithinDays(date, day(date.year, 9, 1), 7)) return 'north';
  return isWithinDays(date, day(date.year, 10, 8), 7) ? 'south' : undefined;
}

function isWithinDays(date: LocalDate, first: LocalDate, days: number): boolean {
  return !isBefore(date, first) && daysBetween(first, date) < days;
}
