import { expect, test } from 'vitest';
import { dateWarnings } from '../../src/domain/date-warnings.ts';
import { localDate } from '../../src/domain/local-date.ts';
import { dalarnaPeriods, type RegionPeriod } from '../../src/domain/region-periods.ts';
import { easterSunday, electionDay, holidays, isBridgeDay, isWorkingDay } from '../../src/domain/swedish-calendar.ts';

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2076, '2076-04-19'],
])('Easter Sunday of %i is %s', (year, date) => {
  expect(easterSunday(year).toString()).toBe(date);
});

test('the free days of 2026 are those of the law and the three eves', () => {
  expect(holidays(2026).map(({ date }) => date.toString())).toEqual([
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-24',
    '2026-06-06',
    '2026-06-19',
    '2026-06-20',
    '2026-10-31',
    '2026-12-24',
    '2026-12-25',
    '2026-12-26',
    '2026-12-31',
  ]);
  expect(
    holidays(2026)
      .filter(({ byLaw }) => !byLaw)
      .map(({ words }) => words.sv),
  ).toEqual(['midsommarafton', 'julafton', 'nyårsafton']);
});

test('a year has sixteen free days, whatever the year', () => {
  for (let year = 2000; year < 2100; year += 1) expect(holidays(year)).toHaveLength(16);
});

test('the bridge days of 2026 and 2027 are the four that people know', () => {
  const found: string[] = [];
  for (let date = localDate('2026-01-01'); date.year < 2028; date = date.add({ days: 1 }))
    if (isBridgeDay(date)) found.push(date.toString());
  expect(found).toEqual(['2026-01-02', '2026-01-05', '2026-05-15', '2027-05-07']);
});

test('Epiphany on a Wednesday is no working day', () => {
  expect(isWorkingDay(localDate('2027-01-06'))).toBe(false);
  expect(isWorkingDay(localDate('2027-01-05'))).toBe(true);
});

test('the election of 2026 is on 13 September, and there is none the year after', () => {
  expect(electionDay(2026)?.toString()).toBe('2026-09-13');
  expect(electionDay(2030)?.toString()).toBe('2030-09-08');
  expect(electionDay(2027)).toBeUndefined();
});

const kinds = (date: string): readonly string[] =>
  dateWarnings(localDate(date), dalarnaPeriods).map(({ kind }) => kind);

test('a date is warned about for what happens on it', () => {
  expect(kinds('2026-10-29')).toEqual(['regional']);
  expect(kinds('2027-01-06')).toEqual(['holiday', 'christmas']);
  expect(kinds('2026-07-22')).toEqual(['industrialHoliday']);
  expect(kinds('2026-09-02')).toEqual(['election', 'elkHunt']);
  expect(kinds('2027-03-03')).toEqual(['regional', 'vasaloppet']);
  expect(kinds('2026-05-15')).toEqual(['bridgeDay']);
  expect(kinds('2026-05-13')).toEqual(['dayBeforeHoliday']);
  expect(kinds('2026-09-26')).toEqual(['weekend']);
});

test('the dates of an ordinary autumn are free from warnings', () => {
  for (const date of ['2026-09-22', '2026-11-05', '2027-01-13']) expect(kinds(date)).toEqual([]);
});

test('Vasaloppet takes the ten days to the first Sunday in March', () => {
  expect(kinds('2027-02-25')).not.toContain('vasaloppet');
  expect(kinds('2027-02-26')).toContain('vasaloppet');
  expect(kinds('2027-03-07')).toContain('vasaloppet');
  expect(kinds('2027-03-08')).not.toContain('vasaloppet');
});

test('a warning says what and where in both languages, with its source', () => {
  const [warning] = dateWarnings(localDate('2026-10-29'), dalarnaPeriods);
  expect(warning?.words).toEqual({
    sv: 'Vecka 44 är det höstlov i Falun, Borlänge och Säter.',
    en: 'Week 44 is autumn break in Falun, Borlänge and Säter.',
  });
  expect(warning?.source.sv).toContain('läsåret');
});

test('a school break can be edited', () => {
  const moved = dalarnaPeriods.map((entry): RegionPeriod =>
    entry.id === 'hostlov' ? { ...entry, when: { kind: 'weeks', weeks: [43] } } : entry,
  );
  expect(dateWarnings(localDate('2026-10-29'), moved)).toEqual([]);
  expect(dateWarnings(localDate('2026-10-22'), moved)).toHaveLength(1);
});
