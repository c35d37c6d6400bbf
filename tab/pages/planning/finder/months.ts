import type { FoundDay } from '../../../../src/features/planning/dates/finding/types.ts';

export interface Week {
  readonly monday: string;
  /** Monday to Friday; undefined outside the window and the month. */
  readonly days: readonly (FoundDay | undefined)[];
}

export interface Month {
  /** Its first day in the window. */
  readonly first: string;
  readonly weeks: readonly Week[];
}

const DAY_MS = 86_400_000;
const workingDays = 5;

/** Days in order as months of weeks. */
export function monthsOf(days: readonly FoundDay[]): readonly Month[] {
  const months: { first: string; weeks: { monday: string; days: (FoundDay | undefined)[] }[] }[] = [];
  for (const day of days) {
    const at = new Date(`${day.date}T12:00:00Z`);
    const place = (at.getUTCDay() + 6) % 7;
    const monday = new Date(at.getTime() - place * DAY_MS).toISOString().slice(0, 10);
    let month = months.at(-1);
    if (month === undefined || month.first.slice(0, 7) !== day.date.slice(0, 7)) {
      month = { first: day.date, weeks: [] };
      months.push(month);
    }
    let week = month.weeks.at(-1);
    if (week === undefined || week.monday !== monday) {
      week = { monday, days: Array.from({ length: workingDays }, () => undefined) };
      month.weeks.push(week);
    }
    week.days[place] = day;
  }
  return months;
}
