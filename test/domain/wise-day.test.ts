import { describe, expect, test } from 'vitest';
import { daysBetween, isoWeek, localDate } from '../../src/domain/local-date.ts';
import { dalarnaPeriods } from '../../src/domain/region-periods.ts';
import {
  isBridgeDay,
  isChristmasHoliday,
  isIndustrialHoliday,
  isWorkingDay,
  midsummerEve,
} from '../../src/domain/swedish-calendar.ts';
import { wiseDayBy } from '../../src/domain/wise-day.ts';
import { invitationDeadline, sessionInfoDeadline } from '../../src/guideline/due-dates.ts';

const wise = (day: string) => wiseDayBy(localDate(day), dalarnaPeriods).day.toString();
const because = (day: string) => wiseDayBy(localDate(day), dalarnaPeriods).because?.sv;

test('INV-01 an invitation due on 22 July is wisely sent a week before midsummer', () => {
  const rule = invitationDeadline(localDate('2026-09-22'));
  expect([rule.toString(), wise(rule.toString())]).toEqual(['2026-07-22', '2026-06-12']);
  expect(because('2026-07-22')).toContain('sommarsemestern (v. 30)');
});

test('INF-01 information due on 30 December of week 53 is wisely sent on Friday 18 December', () => {
  const rule = sessionInfoDeadline(localDate('2027-01-13'));
  expect([rule.toString(), isoWeek(rule).week, wise(rule.toString())]).toEqual(['2026-12-30', 53, '2026-12-18']);
  expect(because('2026-12-30')).toContain('jul- och nyårshelgerna (v. 53)');
});

test.each([
  ['a Wednesday in September stays', '2026-09-09', '2026-09-09'],
  ['4 January goes back before Christmas', '2027-01-04', '2026-12-18'],
  ['the klämdag after Ascension Day goes back before it', '2027-05-07', '2027-05-05'],
  ['the autumn break of week 44 goes back to the Friday before', '2026-10-28', '2026-10-23'],
  ['the winter break of week 9 goes back to the Friday before', '2027-03-03', '2027-02-26'],
  ['a Saturday goes back to Friday', '2026-09-12', '2026-09-11'],
  ['Easter Monday goes back to the Thursday before Good Friday', '2027-03-29', '2027-03-25'],
])('%s', (_what, day, expected) => {
  expect(wise(day)).toBe(expected);
  expect(because(day) === undefined).toBe(day === expected);
});

describe('of every day in three years, the wise day', () => {
  const first = localDate('2026-01-01');
  const days = Array.from({ length: 3 * 365 }, (_, index) => first.add({ days: index }));
  const found = days.map((asked) => ({ asked, ...wiseDayBy(asked, dalarnaPeriods) }));
  const breakWeeks = dalarnaPeriods
    .filter(({ strength }) => strength === 'warning')
    .flatMap(({ when }) => (when.kind === 'weeks' ? when.weeks : []));

  test('is a working day, not later than the rule’s, and says why when it is earlier', () => {
    for (const { asked, day, because: why } of found) {
      expect(isWorkingDay(day), asked.toString()).toBe(true);
      expect(daysBetween(day, asked)).toBeGreaterThanOrEqual(0);
      expect(why === undefined).toBe(day.equals(asked));
    }
  });

  test('is never in the industrial holiday, at Christmas, on a klämdag or in a school break', () => {
    for (const { day } of found) {
      const isBad = [
        isIndustrialHoliday(day),
        isChristmasHoliday(day),
        isBridgeDay(day),
        breakWeeks.includes(isoWeek(day).week),
        midsummerEve(day.year).equals(day),
      ].includes(true);
      expect(isBad, day.toString()).toBe(false);
    }
  });

  test('of a wise day is that day itself', () => {
    for (const { day } of found) expect(wiseDayBy(day, dalarnaPeriods).because).toBeUndefined();
  });
});
