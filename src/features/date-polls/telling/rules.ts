import { Temporal } from 'temporal-polyfill';
import { localDate, localDateOf } from '../../../domain/local-date.ts';
import { isOpen, morningOf, nextMorning, readingDayAfter, readingDayBefore } from '../../reminders/mornings/rules.ts';

/** Days before the last day to answer that the reminder comes, as reminders of last days do. */
const soonDays = 2;
/** Days after which a result is no news. */
const newsDays = 14;

/**
 * The day when those who have not answered are reminded: two days before the last one, on a day when people read. In a
 * short poll it is the last such day after the question; null when there is none.
 */
export function remindsOn({ sentOn, closesOn }: { readonly sentOn: string; readonly closesOn: string }): string | null {
  const closes = localDate(closesOn);
  const days = [closes.subtract({ days: soonDays }), closes].map((day) => readingDayBefore(day).toString());
  return days.find((day) => day > sentOn) ?? null;
}

/** The first morning after the last day when people read. */
export function tellsOn(closesOn: string): string {
  return readingDayAfter(localDate(closesOn).add({ days: 1 })).toString();
}

export interface Timed {
  readonly sentAt: Temporal.Instant;
  readonly closesOn: string;
  readonly isReminded: boolean;
}

/** What is to be done about a poll whose result has not been told. `late`: nobody has use for it any more. */
export type Step = 'remind' | 'tell' | 'late';

export function stepOf(poll: Timed, now: Temporal.Instant, zone: string): Step | undefined {
  const today = localDateOf(now, zone).toString();
  const { closesOn } = poll;
  if (today > localDate(tellsOn(closesOn)).add({ days: newsDays }).toString()) return 'late';
  if (!isOpen(now, zone)) return undefined;
  if (today >= tellsOn(closesOn)) return 'tell';
  const on = reminderOf(poll, zone);
  return on !== null && today >= on && today <= closesOn ? 'remind' : undefined;
}

/** The next moment when `stepOf` has something new to say. */
export function nextStepAt(poll: Timed, now: Temporal.Instant, zone: string): Temporal.Instant {
  const today = localDateOf(now, zone).toString();
  const on = reminderOf(poll, zone);
  const day = on === null || today > poll.closesOn ? tellsOn(poll.closesOn) : on;
  const at = morningOf(localDate(day), zone);
  return Temporal.Instant.compare(at, now) > 0 ? at : nextMorning(now, zone);
}

function reminderOf({ sentAt, closesOn, isReminded }: Timed, zone: string): string | null {
  return isReminded ? null : remindsOn({ sentOn: localDateOf(sentAt, zone).toString(), closesOn });
}
