import { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore, localDate, localDateOf, type LocalDate } from '../../../domain/local-date.ts';
import { refused, type Refused } from '../../../domain/outcome.ts';
import { holidayOn, isChristmasHoliday } from '../../../domain/swedish-calendar.ts';
import type { Words } from '../../../domain/words.ts';
import type { MeetingAttendee, MeetingRecurrence } from '../../../ports/meetings.ts';
import { folded } from '../places/rules.ts';
import type { SeriesDay, SeriesOrder, SeriesRefusal } from './types.ts';

const longestYears = 2;
const weekIndexes = ['first', 'second', 'third', 'fourth'] as const;

/** The first meeting: the weekday itself, or the nearest after the day that was given. */
export function firstDay({ from, weekday }: Pick<SeriesOrder, 'from' | 'weekday'>): LocalDate {
  const day = localDate(from);
  return day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });
}

/** Which of its month's Tuesdays a Tuesday is: the fifth is the last. */
export function indexIn(day: LocalDate): MeetingRecurrence['index'] {
  return weekIndexes[Math.floor((day.day - 1) / 7)] ?? 'last';
}

export function recurrenceOf(order: SeriesOrder): MeetingRecurrence {
  const first = firstDay(order);
  return {
    every: order.rhythm === 'month' ? 'month' : 'week',
    interval: order.rhythm === 'fortnight' ? 2 : 1,
    weekday: order.weekday,
    index: indexIn(first),
    firstOn: first.toString(),
    lastOn: order.until,
  };
}

/** Every day of the series in order, those that are left out among them. */
export function daysOf(recurrence: MeetingRecurrence): readonly LocalDate[] {
  const { every, interval, firstOn, lastOn } = recurrence;
  const [first, last] = [localDate(firstOn), localDate(lastOn)];
  const days: LocalDate[] = [];
  for (let number = 0; ; number += interval) {
    const day =
      every === 'week'
        ? first.add({ weeks: number })
        : inMonth(first.with({ day: 1 }).add({ months: number }), recurrence);
    if (isAfter(day, last)) return days;
    days.push(day);
  }
}

function inMonth(month: LocalDate, { weekday, index }: MeetingRecurrence): LocalDate {
  const first = month.add({ days: (weekday - month.dayOfWeek + 7) % 7 });
  if (index !== 'last') return first.add({ weeks: weekIndexes.indexOf(index) });
  const fifth = first.add({ weeks: 4 });
  return fifth.month === month.month ? fifth : first.add({ weeks: 3 });
}

/** Why nobody meets on a day: red days and their eves, Christmas, July. */
export function leftOut(day: LocalDate): Words | null {
  const holiday = holidayOn(day);
  if (holiday !== undefined) return holiday.words;
  if (isChristmasHoliday(day)) return { sv: 'jul- och nyårshelgerna', en: 'the Christmas and New Year holidays' };
  return day.month === 7 ? { sv: 'juli', en: 'July' } : null;
}

/** Each day with why it is left out, or which session is on it. */
export function seriesDays(
  order: SeriesOrder,
  sessions: readonly { readonly number: number; readonly date: string | null; readonly cancelled: boolean }[],
): readonly SeriesDay[] {
  return daysOf(recurrenceOf(order)).map((day) => {
    const date = day.toString();
    const session = sessions.find((one) => one.date === date && !one.cancelled);
    return { date, leftOut: leftOut(day), sessionNumber: session?.number ?? null };
  });
}

/** With its first day worked out: today counts until the meeting would have begun. */
export function fromNowOn(order: SeriesOrder, now: Temporal.Instant, zone: string): SeriesOrder {
  const first = firstDay(order);
  const isPassed =
    first.equals(localDateOf(now, zone)) && Temporal.Instant.compare(startOf(first, order, zone), now) <= 0;
  if (isBefore(first, localDateOf(now, zone))) return order;
  return { ...order, from: (isPassed ? first.add({ weeks: 1 }) : first).toString() };
}

/** What is wrong with a series that somebody wants from today on. */
export function faultIn(order: SeriesOrder, today: LocalDate): Refused<SeriesRefusal> | undefined {
  const first = firstDay(order);
  if (isBefore(localDate(order.from), today)) return refused('past');
  if (isBefore(localDate(order.until), first)) return refused('endsBeforeStart');
  if (order.endTime <= order.startTime) return refused('clock');
  if (isAfter(localDate(order.until), first.add({ years: longestYears }))) return refused('tooLong');
  return daysOf(recurrenceOf(order)).every((day) => leftOut(day) !== null) ? refused('noDays') : undefined;
}

/** Everybody of the planning group once, without the mailbox that organises, and the room. */
export function attendeesOf(
  people: readonly { readonly address: string; readonly name: string }[],
  { organiser, room }: { readonly organiser: string; readonly room: { address: string; name: string } | null },
): readonly MeetingAttendee[] {
  const found = new Map<string, MeetingAttendee>();
  for (const { address, name } of people) {
    const key = folded(address);
    if (key !== folded(organiser) && !found.has(key)) found.set(key, { address, name, type: 'required' });
  }
  return [...(room === null ? [] : [{ ...room, type: 'resource' as const }]), ...found.values()];
}

/** The meeting to come, of those that take place: today's counts until it begins. */
export function nextMeeting(
  order: SeriesOrder,
  now: Temporal.Instant,
  zone: string,
): { readonly day: LocalDate; readonly before: LocalDate | null } | undefined {
  const days = daysOf(recurrenceOf(order)).filter((day) => leftOut(day) === null);
  const index = days.findIndex((day) => Temporal.Instant.compare(startOf(day, order, zone), now) > 0);
  const day = days[index];
  return day === undefined ? undefined : { day, before: days[index - 1] ?? null };
}

export function startOf(day: LocalDate, { startTime }: SeriesOrder, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: startTime }).toInstant();
}
