import { Temporal } from 'temporal-polyfill';
import { localDateOf, localTimeOf, startInstant, type LocalDate } from '../../../domain/local-date.ts';
import { isWise, wiseDayBy } from '../../../domain/wise-day.ts';

/** Nobody is reminded in an evening or at night; what a standstill held up goes the same day, or in the next morning. */
const opens = '08:00';
const closes = '17:00';

/** The days that a last day is moved out of are those when nobody reads: free days, klämdagar, summer and Christmas. */
export function isReadingDay(day: LocalDate): boolean {
  return isWise(day, []);
}

/** The day itself, or the nearest before it when people read. */
export function readingDayBefore(day: LocalDate): LocalDate {
  return wiseDayBy(day, []).day;
}

/** The day itself, or the nearest after it when people read. */
export function readingDayAfter(day: LocalDate): LocalDate {
  let found = day;
  while (!isReadingDay(found)) found = found.add({ days: 1 });
  return found;
}

export function isOpen(now: Temporal.Instant, zone: string): boolean {
  const time = localTimeOf(now, zone);
  return isReadingDay(localDateOf(now, zone)) && time >= opens && time < closes;
}

/** The morning that counts as looked at when a project is woken: in the middle of a day it hears nothing before the next. */
export function lastLook(now: Temporal.Instant, zone: string): string {
  const today = localDateOf(now, zone);
  return (localTimeOf(now, zone) > opens ? today : today.subtract({ days: 1 })).toString();
}

export function morningOf(day: LocalDate, zone: string): Temporal.Instant {
  return startInstant(day, opens, zone);
}

/** Eight o'clock on the next day when people read, after now. */
export function nextMorning(now: Temporal.Instant, zone: string): Temporal.Instant {
  const today = localDateOf(now, zone);
  const first = morningOf(readingDayAfter(today), zone);
  return Temporal.Instant.compare(first, now) > 0 ? first : morningOf(readingDayAfter(today.add({ days: 1 })), zone);
}

/** The first morning of the week when people read; nothing in a week without any. */
export function weekMorning(day: LocalDate): LocalDate | undefined {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const first = readingDayAfter(monday);
  return Temporal.PlainDate.compare(first, monday.add({ days: 6 })) <= 0 ? first : undefined;
}

/** The next morning of a week's news. A week may have no day at all when people read. */
export function nextWeekMorning(after: LocalDate): LocalDate {
  const first = weekMorning(after);
  if (first !== undefined && Temporal.PlainDate.compare(first, after) > 0) return first;
  const monday = after.subtract({ days: after.dayOfWeek - 1 }).add({ weeks: 1 });
  return weekMorning(monday) ?? readingDayAfter(monday);
}
