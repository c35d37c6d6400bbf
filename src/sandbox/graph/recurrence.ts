import { Temporal } from 'temporal-polyfill';
import { weekdays } from '../outlook/series.ts';
import type { StoredPattern, StoredRange, StoredRecurrence, Weekday } from '../rows.ts';
import { countOf, listOf, partOf, textOf } from './check-body.ts';
import type { Fields } from './check-body.ts';
import { GraphFault } from './errors.ts';

type Type = StoredPattern['type'];

/** Which parts of a pattern Graph asks for, by its type (resources/recurrencePattern). */
const needs: Readonly<Record<Type, readonly ('daysOfWeek' | 'dayOfMonth' | 'month')[]>> = {
  daily: [],
  weekly: ['daysOfWeek'],
  absoluteMonthly: ['dayOfMonth'],
  relativeMonthly: ['daysOfWeek'],
  absoluteYearly: ['dayOfMonth', 'month'],
  relativeYearly: ['daysOfWeek', 'month'],
};

/** A `patternedRecurrence`; null takes an event out of being a series, undefined leaves it. */
export function recurrenceOf(given: Fields, zone: string): StoredRecurrence | null | undefined {
  const value = given['recurrence'];
  if (value == null) return value === null ? null : undefined;
  const parts = partOf(value) ?? {};
  const [pattern, range] = [partOf(parts['pattern']), partOf(parts['range'])];
  if (pattern === undefined || range === undefined) throw unfit('A recurrence has both a pattern and a range.');
  return { pattern: patternOf(pattern), range: rangeOf(range, zone) };
}

function patternOf(value: Fields): StoredPattern {
  // Enum values were checked against Graph's own list, which is the union's.
  const type = textOf(value['type']) as Type | undefined;
  const interval = countOf(value['interval']) ?? 0;
  if (type === undefined) throw unfit("The recurrence pattern has no 'type'.");
  if (interval < 1) throw unfit("The recurrence pattern's 'interval' must be at least 1.");
  const daysOfWeek = (listOf(value['daysOfWeek']) ?? []) as Weekday[];
  const dayOfMonth = countOf(value['dayOfMonth']) ?? 0;
  const month = countOf(value['month']) ?? 0;
  const missing = needs[type].find(
    (name) =>
      (name === 'daysOfWeek' && daysOfWeek.length === 0) ||
      (name === 'dayOfMonth' && (dayOfMonth < 1 || dayOfMonth > 31)) ||
      (name === 'month' && (month < 1 || month > 12)),
  );
  if (missing !== undefined) throw unfit(`A pattern of the type '${type}' needs a valid '${missing}'.`);
  return {
    type,
    interval,
    month,
    dayOfMonth,
    daysOfWeek: weekdays.filter((day) => daysOfWeek.includes(day)),
    firstDayOfWeek: (textOf(value['firstDayOfWeek']) as Weekday | undefined) ?? 'sunday',
    index: (textOf(value['index']) as StoredPattern['index'] | undefined) ?? 'first',
  };
}

function rangeOf(value: Fields, zone: string): StoredRange {
  const type = textOf(value['type']) as StoredRange['type'] | undefined;
  const startDate = dayOf(value['startDate'], 'startDate');
  if (type === undefined || startDate === null) throw unfit("The recurrence range has no 'type' or no 'startDate'.");
  const endDate = type === 'endDate' ? dayOf(value['endDate'], 'endDate') : null;
  if (type === 'endDate' && (endDate === null || endDate < startDate))
    throw unfit("The recurrence range's 'endDate' is missing or earlier than its 'startDate'.");
  const numberOfOccurrences = type === 'numbered' ? (countOf(value['numberOfOccurrences']) ?? 0) : 0;
  if (type === 'numbered' && numberOfOccurrences < 1)
    throw unfit("A numbered range needs a positive 'numberOfOccurrences'.");
  return {
    type,
    startDate,
    endDate,
    numberOfOccurrences,
    recurrenceTimeZone: textOf(value['recurrenceTimeZone']) ?? zone,
  };
}

function dayOf(value: unknown, name: string): string | null {
  const text = textOf(value);
  if (text === undefined) return null;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    throw unfit(`The value '${text}' of '${name}' is not a date.`);
  }
}

/** "Must be the same value as the start property of the recurring event" (resources/recurrenceRange). */
export function checkRangeStart(recurrence: StoredRecurrence | null | undefined, startDay: string): void {
  if (recurrence == null || recurrence.range.startDate === startDay) return;
  throw unfit(`The range starts ${recurrence.range.startDate}, and the event ${startDay}.`);
}

/** Graph documents no code for these; this is the one that it gives for other values that do not fit together. */
function unfit(message: string): GraphFault {
  return new GraphFault(400, 'ErrorPropertyValidationFailure', message);
}

/** As Graph answers with it: every part, also those that the type has no use for. */
export function recurrenceShape(recurrence: StoredRecurrence | null | undefined): object | null {
  if (recurrence == null) return null;
  const { pattern, range } = recurrence;
  // What is not set is the first day of the calendar of .NET.
  return { pattern: { ...pattern }, range: { ...range, endDate: range.endDate ?? '0001-01-01' } };
}
