import { Temporal } from 'temporal-polyfill';
import type { StoredEvent, StoredPattern, StoredRecurrence, Weekday } from '../rows.ts';
import { zoneOf } from '../graph/zones.ts';

/** Monday first, as Temporal counts. */
export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const indexes: readonly StoredPattern['index'][] = ['first', 'second', 'third', 'fourth'];

/** Exchange works out a series without an end for so long. */
const longestYears = 10;
const mostOccurrences = 999;

const known = new WeakMap<object, readonly Temporal.PlainDate[]>();

/** The local days of a series, in order, those taken out among them. */
export function daysOf(recurrence: StoredRecurrence): readonly Temporal.PlainDate[] {
  const before = known.get(recurrence);
  if (before !== undefined) return before;
  const { range, pattern } = recurrence;
  const first = Temporal.PlainDate.from(range.startDate);
  const end = range.type === 'endDate' && range.endDate !== null ? Temporal.PlainDate.from(range.endDate) : null;
  const last = end ?? first.add({ years: longestYears });
  const most = range.type === 'numbered' ? Math.min(range.numberOfOccurrences, mostOccurrences) : mostOccurrences;
  const days: Temporal.PlainDate[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0 && days.length < most; day = day.add({ days: 1 }))
    if (isOn(day, first, pattern)) days.push(day);
  known.set(recurrence, days);
  return days;
}

function isOn(day: Temporal.PlainDate, first: Temporal.PlainDate, pattern: StoredPattern): boolean {
  const { interval } = pattern;
  const months = (day.year - first.year) * 12 + day.month - first.month;
  switch (pattern.type) {
    case 'daily':
      return first.until(day).days % interval === 0;
    case 'weekly':
      return isWeekday(day, pattern) && weeksBetween(first, day, pattern.firstDayOfWeek) % interval === 0;
    case 'absoluteMonthly':
      return months % interval === 0 && isDayOfMonth(day, pattern);
    case 'relativeMonthly':
      return months % interval === 0 && isIndexed(day, pattern);
    case 'absoluteYearly':
      return isYear(day, first, pattern) && isDayOfMonth(day, pattern);
    case 'relativeYearly':
      return isYear(day, first, pattern) && isIndexed(day, pattern);
  }
}

const isWeekday = (day: Temporal.PlainDate, { daysOfWeek }: StoredPattern): boolean => {
  const name = weekdays[day.dayOfWeek - 1];
  return name !== undefined && daysOfWeek.includes(name);
};

const isYear = (day: Temporal.PlainDate, first: Temporal.PlainDate, { month, interval }: StoredPattern): boolean =>
  day.month === month && (day.year - first.year) % interval === 0;

/** "The 31st" is the last day of a shorter month. */
const isDayOfMonth = (day: Temporal.PlainDate, { dayOfMonth }: StoredPattern): boolean =>
  day.day === Math.min(dayOfMonth, day.daysInMonth);

function isIndexed(day: Temporal.PlainDate, pattern: StoredPattern): boolean {
  if (!isWeekday(day, pattern)) return false;
  // With several weekdays the first of any of them counts, as in "the first working day".
  const same = Array.from({ length: day.daysInMonth }, (_, index) => day.with({ day: index + 1 })).filter((one) =>
    isWeekday(one, pattern),
  );
  const wanted = pattern.index === 'last' ? same.at(-1) : same[indexes.indexOf(pattern.index)];
  return wanted?.equals(day) ?? false;
}

function weeksBetween(first: Temporal.PlainDate, day: Temporal.PlainDate, firstDayOfWeek: Weekday): number {
  const starts = weekdays.indexOf(firstDayOfWeek);
  const weekOf = (date: Temporal.PlainDate) => date.subtract({ days: (date.dayOfWeek - 1 - starts + 7) % 7 });
  return weekOf(first).until(weekOf(day)).days / 7;
}

/** A series as its occurrences, each as an event of its own with an id that leads back; another event as itself. */
export function occurrencesOf(event: StoredEvent): readonly StoredEvent[] {
  const { recurrence } = event;
  if (recurrence == null) return [event];
  const zone = zoneOf(event.startZone, event.startZone);
  const lengthMs = event.endMs - event.startMs;
  const time = Temporal.Instant.fromEpochMilliseconds(event.startMs).toZonedDateTimeISO(zone).toPlainTime();
  return daysOf(recurrence)
    .filter((day) => event.cancelledDates?.includes(day.toString()) !== true)
    .map((day) => {
      // The same hour on both sides of a change of clocks.
      const startMs = day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
      const id = occurrenceId(event.id, day.toString());
      return { ...event, id, startMs, endMs: startMs + lengthMs, recurrence: null, seriesMasterId: event.id };
    });
}

const mark = '-OID-';

export const occurrenceId = (masterId: string, day: string): string => `${masterId}${mark}${day.replaceAll('-', '')}`;

/** The series and the day that an occurrence's id stands for. */
export function readOccurrenceId(id: string): { readonly masterId: string; readonly day: string } | undefined {
  const [masterId, digits] = id.split(mark);
  if (masterId === undefined || digits === undefined || !/^\d{8}$/.test(digits)) return undefined;
  return { masterId, day: `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` };
}
