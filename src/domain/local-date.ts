import { Temporal } from 'temporal-polyfill';

/** A day on the wall calendar where the sessions are held, without clock time or zone. */
export type LocalDate = Temporal.PlainDate;

/** A clock time on that day, `HH:mm`, 24-hour. */
export type LocalTime = string;

export const stockholm = 'Europe/Stockholm';

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Reads `2026-09-22`. Throws when the text is not an existing day, so check input from people with `readLocalDate`. */
export function localDate(text: string): LocalDate {
  const date = readLocalDate(text);
  if (date === undefined)
    throw new RangeError(
      `"${text}" är inget datum. Skriv år-månad-dag, till exempel 2026-09-22. / "${text}" is not a date. Write year-month-day, for example 2026-09-22.`,
    );
  return date;
}

/** Reads `2026-09-22`, or gives undefined when the text is anything else, a day that does not exist or a year before 1900. */
export function readLocalDate(text: string): LocalDate | undefined {
  if (!/^(19|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

export function isLocalTime(text: string): boolean {
  return timePattern.test(text);
}

/** The moment when the clock on the wall shows `time` on that day in `zone`. Throws when `time` is not `HH:mm`. */
export function startInstant(date: LocalDate, time: LocalTime, zone: string): Temporal.Instant {
  if (!isLocalTime(time))
    throw new RangeError(
      `"${time}" är inget klockslag. Skriv timme:minut, till exempel 09:00. / "${time}" is not a time. Write hour:minute, for example 09:00.`,
    );
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** The last minute of the day in `zone`: a deadline without a clock time holds until 23.59. */
export function endOfDay(date: LocalDate, zone: string): Temporal.Instant {
  return startInstant(date, '23:59', zone);
}

/** ISO text with the offset that holds there and then, such as `2026-09-22T08:30:00+02:00`. */
export function withOffset(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}

export function localDateOf(instant: Temporal.Instant, zone: string): LocalDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** The clock on the wall in `zone`, `HH:mm`. */
export function localTimeOf(instant: Temporal.Instant, zone: string): LocalTime {
  return instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** Minutes from one clock time to another of the same day. */
export function minutesBetween(from: LocalTime, to: LocalTime): number {
  return minuteOfDay(to) - minuteOfDay(from);
}

function minuteOfDay(time: LocalTime): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** Within the day: what would be later than 23:59 stays there. */
export function addMinutes(time: LocalTime, minutes: number): LocalTime {
  const total = Math.min(minutesBetween('00:00', time) + minutes, 24 * 60 - 1);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** Calendar months back, clamped to the month's last day: 30 April minus two months is 28 February. */
export function minusMonths(date: LocalDate, months: number): LocalDate {
  return date.subtract({ months }, { overflow: 'constrain' });
}

/** Days from one date to another, negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}

export function isBefore(one: LocalDate, other: LocalDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

export function isAfter(one: LocalDate, other: LocalDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}

export type IsoWeek = { readonly week: number; readonly year: number };

/** ISO 8601 week. Its year differs from the calendar's around New Year: 1 January 2027 is in week 53 of 2026. */
export function isoWeek(date: LocalDate): IsoWeek {
  const thursday = date.add({ days: 4 - date.dayOfWeek });
  return { week: Math.ceil(thursday.dayOfYear / 7), year: thursday.year };
}

/** Monday of an ISO week, or undefined when that year has no such week. */
export function mondayOfWeek(week: number, year: number): LocalDate | undefined {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = fourth.add({ days: 1 - fourth.dayOfWeek + (week - 1) * 7 });
  const found = isoWeek(monday);
  return found.week === week && found.year === year ? monday : undefined;
}

/** Whole weeks that bring `from` nearest to `to`, so that every date of a project keeps its weekday when it is moved. */
export function wholeWeeksBetween(from: LocalDate, to: LocalDate): number {
  return Math.round(daysBetween(from, to) / 7);
}

export function shiftDate(date: LocalDate, weeks: number): LocalDate {
  return date.add({ weeks });
}

/**
 * Moves a moment whole weeks along the wall clock: 09.00 stays 09.00 and the offset is the zone's on the new day.
 * Takes and gives ISO text with an offset.
 */
export function shiftMoment(text: string, weeks: number, zone: string): string {
  const moved = Temporal.Instant.from(text).toZonedDateTimeISO(zone).add({ weeks });
  return withOffset(moved.toInstant(), zone);
}
