import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import { brokenByMove, collisions, movedDeadlines } from '../../../src/features/planning/dates/consequences/rules.ts';
import { currentVersion } from '../../../src/guideline/versions.ts';
import { aProject } from '../../guideline/facts-builder.ts';

test('INF-01 a session moved into January takes its information back before Christmas', () => {
  const facts = aProject();
  const moved = movedDeadlines(facts, currentVersion, { sessionId: 's-2', date: localDate('2027-01-13') });
  expect(moved.find(({ ruleId }) => ruleId === 'INF-01')).toMatchObject({
    from: '2026-10-22',
    to: '2026-12-18',
    sessionNumber: 2,
    isPast: false,
  });
  expect(moved.every(({ sessionNumber }) => sessionNumber === 2 || sessionNumber === null)).toBe(true);
});

test('PLN-03 a last session that moves past Dalating is told before it is moved, and one that keeps to the plan is not', () => {
  const facts = { ...aProject(), dalating: localDate('2027-03-16') };
  const last = facts.sessions.at(-1)?.id ?? '';
  const broken = (date: string) => brokenByMove(facts, currentVersion, { sessionId: last, date: localDate(date) });
  const told = broken('2027-03-23').find(({ source }) => source.sv === 'Regel PLN-03');
  expect(told).toMatchObject({ severity: 'warning' });
  expect(told?.words.sv).toMatch(/^Sista träffen .* ligger efter Dalating/);
  expect(broken('2027-02-24')).toEqual([]);
});

test('a session that keeps its day moves no deadline, and a day too near says that it has passed', () => {
  const facts = aProject();
  expect(movedDeadlines(facts, currentVersion, { sessionId: 's-2', date: localDate('2026-11-05') })).toEqual([]);
  const near = movedDeadlines(facts, currentVersion, { sessionId: 's-2', date: localDate('2026-05-15') });
  expect(near.find(({ ruleId }) => ruleId === 'INF-01')?.isPast).toBe(true);
});

test('PLN-01 two sessions on a day, out of order, close together or beside another project are told', () => {
  const other = (number: number, date: string, project: string | null = null) => ({ number, date, project });
  const said = (date: string, others: ReturnType<typeof other>[]) =>
    collisions({ number: 2 }, date, others).map(({ severity, words }) => `${severity}: ${words.sv}`);
  expect(said('2026-11-05', [other(3, '2026-11-05')])).toEqual(['red: Träff 3 hålls samma dag.']);
  expect(said('2027-01-20', [other(3, '2027-01-13')])).toEqual(['warning: Träff 2 hamnar efter träff 3.']);
  expect(said('2026-09-01', [other(1, '2026-09-22')])).toEqual(['warning: Träff 2 hamnar före träff 1.']);
  expect(said('2027-01-10', [other(3, '2027-01-13')])).toEqual(['tip: Det är mindre än en vecka till träff 3.']);
  expect(said('2026-11-05', [other(1, '2026-11-05', 'Vatten')])).toEqual(['warning: ”Vatten” har träff 1 samma dag.']);
  expect(said('2026-11-05', [other(1, '2026-09-22'), other(3, '2027-01-13')])).toEqual([]);
});
