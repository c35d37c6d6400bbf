import { Temporal } from 'temporal-polyfill';
import {
  isAfter,
  localDate,
  localDateOf,
  localTimeOf,
  startInstant,
  type LocalDate,
} from '../../../domain/local-date.ts';
import { isWorkingDay, nextWorkingDay, previousWorkingDay } from '../../../domain/swedish-calendar.ts';

/** `soon`: on the working day before the last one. `late`: on the first working day after it. */
export type ReminderKind = 'soon' | 'late';

/** Nobody is reminded in an evening, a night, a weekend or on a red day. */
const opens = '08:00';
const closes = '18:00';
/** Days after which it is of no use to be told for the first time that something is late. */
const newsDays = 7;

export interface Reminded {
  /** Local day. */
  readonly dueOn: string;
  /** When the owner was given this day. */
  readonly dueSetAt: Temporal.Instant;
  readonly told: Readonly<Record<ReminderKind, boolean>>;
}

const kinds: readonly ReminderKind[] = ['soon', 'late'];

function momentOf(kind: ReminderKind, dueOn: string, zone: string): Temporal.Instant {
  const due = localDate(dueOn);
  const day = kind === 'soon' ? previousWorkingDay(due.subtract({ days: 1 })) : nextWorkingDay(due.add({ days: 1 }));
  return startInstant(day, opens, zone);
}

/**
 * What the owner is to be told now. Only what has come since they were given the day (never for the past), only once, and
 * in working hours: what was missed waits for the next morning while it is still of use.
 */
export function reminderDue(task: Reminded, now: Temporal.Instant, zone: string): ReminderKind | undefined {
  return isOpen(now, zone) ? kinds.find((kind) => waits(kind, task, { now, zone })) : undefined;
}

/** When `reminderDue` next has something new to say. */
export function nextReminder(task: Reminded, now: Temporal.Instant, zone: string): Temporal.Instant | undefined {
  const opening = nextOpening(now, zone);
  const moments = kinds.flatMap((kind) => {
    if (task.told[kind]) return [];
    const at = momentOf(kind, task.dueOn, zone);
    if (isLater(at, now)) return isLater(at, task.dueSetAt) ? [at] : [];
    return !isOpen(now, zone) && waits(kind, task, { now: opening, zone }) ? [opening] : [];
  });
  return moments.toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
}

function waits(
  kind: ReminderKind,
  task: Reminded,
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): boolean {
  const at = momentOf(kind, task.dueOn, zone);
  if (task.told[kind] || isLater(at, now) || !isLater(at, task.dueSetAt)) return false;
  const today = localDateOf(now, zone);
  const due = localDate(task.dueOn);
  return kind === 'soon' ? !isAfter(today, due) : isAfter(today, due) && !isAfter(today, due.add({ days: newsDays }));
}

function isOpen(at: Temporal.Instant, zone: string): boolean {
  const time = localTimeOf(at, zone);
  return isWorkingDay(localDateOf(at, zone)) && time >= opens && time < closes;
}

function nextOpening(now: Temporal.Instant, zone: string): Temporal.Instant {
  const today = localDateOf(now, zone);
  const thisMorning = startInstant(nextWorkingDay(today), opens, zone);
  return isLater(thisMorning, now) ? thisMorning : startInstant(nextWorkingDay(today.add({ days: 1 })), opens, zone);
}

function isLater(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}

/** How far off the last day is, for the words. */
export function whenDue(dueOn: string, today: LocalDate): 'today' | 'tomorrow' | 'later' | 'past' {
  const due = localDate(dueOn);
  if (isAfter(today, due)) return 'past';
  if (today.equals(due)) return 'today';
  return today.add({ days: 1 }).equals(due) ? 'tomorrow' : 'later';
}
