import { describe, expect, test } from 'vitest';
import {
  daysBetween,
  isoWeek,
  localDate,
  localDateOf,
  localTimeOf,
  minusMonths,
  mondayOfWeek,
  readLocalDate,
  shiftDate,
  shiftMoment,
  startInstant,
  stockholm,
  wholeWeeksBetween,
  withOffset,
} from '../../src/domain/local-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from '../../src/domain/swedish-calendar.ts';
import { dalarnaPeriods } from '../../src/domain/region-periods.ts';
import { dueBy } from '../../src/guideline/due-dates.ts';

const start = (date: string, time: string): string => startInstant(localDate(date), time, stockholm).toString();

test('nine in the morning is another moment in summer than in winter', () => {
  expect(start('2026-09-22', '08:30')).toBe('2026-09-22T06:30:00Z');
  expect(start('2026-11-05', '09:00')).toBe('2026-11-05T08:00:00Z');
  expect(start('2027-01-13', '09:00')).toBe('2027-01-13T08:00:00Z');
  expect(start('2027-02-23', '09:00')).toBe('2027-02-23T08:00:00Z');
});

test('a moment is written with the offset of its day', () => {
  expect(withOffset(startInstant(localDate('2026-09-22'), '08:30', stockholm), stockholm)).toBe(
    '2026-09-22T08:30:00+02:00',
  );
  expect(withOffset(startInstant(localDate('2026-10-25'), '09:00', stockholm), stockholm)).toBe(
    '2026-10-25T09:00:00+01:00',
  );
});

test('a moment is read as a local day and time', () => {
  const closing = startInstant(localDate('2026-08-28'), '16:00', stockholm);
  expect([localDateOf(closing, stockholm).toString(), localTimeOf(closing, stockholm)]).toEqual([
    '2026-08-28',
    '16:00',
  ]);
});

test('a day that does not exist is refused in both languages', () => {
  expect(readLocalDate('2026-02-30')).toBeUndefined();
  expect(() => localDate('2026-02-30')).toThrow(/inget datum.*not a date/);
  expect(() => startInstant(localDate('2026-02-28'), '9.00', stockholm)).toThrow(/inget klockslag.*not a time/);
});

test('INV-01 two months before 30 April is 28 February', () => {
  expect(minusMonths(localDate('2026-04-30'), 2).toString()).toBe('2026-02-28');
  expect(minusMonths(localDate('2028-04-30'), 2).toString()).toBe('2028-02-29');
  expect(minusMonths(localDate('2026-09-22'), 2).toString()).toBe('2026-07-22');
});

test('weeks are ISO weeks, and 2026 has fifty-three', () => {
  const weeks = ['2026-09-22', '2026-11-05', '2027-01-13', '2027-02-23'].map((date) => isoWeek(localDate(date)).week);
  expect(weeks).toEqual([39, 45, 2, 8]);
  expect(isoWeek(localDate('2027-01-01'))).toEqual({ week: 53, year: 2026 });
  expect(mondayOfWeek(53, 2026)?.toString()).toBe('2026-12-28');
  expect(mondayOfWeek(53, 2027)).toBeUndefined();
});

test('a project moved whole weeks keeps its weekdays and takes the offset of the new day', () => {
  const weeks = wholeWeeksBetween(localDate('2026-09-22'), localDate('2027-02-04'));
  expect(shiftDate(localDate('2026-09-22'), weeks).dayOfWeek).toBe(2);
  expect(shiftMoment('2026-09-22T08:30:00+02:00', 10, stockholm)).toBe('2026-12-01T08:30:00+01:00');
  expect(shiftMoment('2026-08-28T16:00:00+02:00', -26, stockholm)).toBe('2026-02-27T16:00:00+01:00');
});

/** The same dates in every run: a small linear congruential generator. */
function randomDates(count: number): ReturnType<typeof localDate>[] {
  let seed = 20260922;
  return Array.from({ length: count }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return localDate('2020-01-01').add({ days: seed % 15000 });
  });
}

describe('for any date', () => {
  const dates = randomDates(3000);

  test('the previous working day is a working day, at most five days back, and its own previous one', () => {
    for (const date of dates) {
      const previous = previousWorkingDay(date);
      expect(isWorkingDay(previous)).toBe(true);
      expect(daysBetween(previous, date)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(previous, date)).toBeLessThanOrEqual(5);
      expect(previousWorkingDay(previous).equals(previous)).toBe(true);
    }
  });

  test('two months back is never later in the month, nor more than 62 days', () => {
    for (const date of dates) {
      const back = minusMonths(date, 2);
      expect(back.day).toBeLessThanOrEqual(date.day);
      expect((back.month + 2 - 1) % 12).toBe(date.month - 1);
      expect(daysBetween(back, date)).toBeLessThanOrEqual(62);
      if (back.day < date.day) expect(back.day).toBe(back.daysInMonth);
    }
  });

  test('counting working days there and back agrees', () => {
    for (const date of dates.slice(0, 500)) expect(workingDaysBetween(date, addWorkingDays(date, 10))).toBe(10);
  });

  test('the wise day is a working day and no later than the rule has it', () => {
    for (const date of dates) {
      const due = dueBy(date, dalarnaPeriods);
      expect(isWorkingDay(due.wiseDay)).toBe(true);
      expect(daysBetween(due.wiseDay, date)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(due.wiseDay, date)).toBeLessThanOrEqual(65);
      expect(due.because === undefined).toBe(due.wiseDay.equals(date));
    }
  });

  test('the ISO week and its Monday belong together', () => {
    for (const date of dates) {
      const { week, year } = isoWeek(date);
      const monday = mondayOfWeek(week, year);
      expect(monday === undefined ? -1 : daysBetween(monday, date)).toBe(date.dayOfWeek - 1);
    }
  });
});
