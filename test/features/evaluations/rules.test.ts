import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import {
  evaluationTimes,
  movable,
  nearestToOpen,
  shownAnswers,
  tally,
} from '../../../src/features/evaluations/rules.ts';
import { questionsFor } from '../../../src/features/evaluations/questions/rules.ts';

const zone = 'Europe/Stockholm';
const times = (date: string | null, end: string, agenda: { start: string; type: string }[] = []) => {
  const found = evaluationTimes({ date, end, agenda, day: null }, zone);
  return found && [found.opensAt, found.remindsAt, found.closesAt].map(String);
};

test('RG-07 a session of two days is evaluated on the second, whatever the first day’s agenda says', () => {
  const on = (number: number) =>
    evaluationTimes(
      { date: '2026-10-08', end: '17:00', agenda: [{ start: '16:00', type: 'evaluation' }], day: { number, of: 2 } },
      zone,
    )?.opensAt.toString();
  expect([on(1), on(2)]).toEqual([undefined, '2026-10-08T14:00:00Z']);
});

test('EVA-01 it opens when the agenda says, in summer and winter time alike', () => {
  const agenda = [{ start: '15:40', type: 'evaluation' }];
  expect(times('2026-09-22', '16:00', agenda)?.[0]).toBe('2026-09-22T13:40:00Z');
  expect(times('2026-11-05', '16:00', agenda)?.[0]).toBe('2026-11-05T14:40:00Z');
});

test('without an item in the agenda it opens a quarter of an hour before the end', () => {
  expect(times('2026-09-22', '16:00')?.[0]).toBe('2026-09-22T13:45:00Z');
  expect(times(null, '16:00')).toBeUndefined();
});

test('it reminds after two days, on a working day, and closes after seven', () => {
  expect(times('2026-09-22', '16:00')?.slice(1)).toEqual(['2026-09-24T13:45:00Z', '2026-09-29T13:45:00Z']);
  // Thursday 5 November: two days later is a Saturday.
  expect(times('2026-11-05', '16:00')?.slice(1)).toEqual(['2026-11-09T14:45:00Z', '2026-11-12T14:45:00Z']);
});

test('a week that summer time ends in keeps the time on the wall', () => {
  expect(times('2026-10-21', '16:00')).toEqual([
    '2026-10-21T13:45:00Z',
    '2026-10-23T13:45:00Z',
    '2026-10-28T14:45:00Z',
  ]);
});

test('EVA-01 results grow by five, and fewer than five answers are never shown', () => {
  expect([4, 5, 9, 10].map((stored) => shownAnswers(stored, false))).toEqual([0, 5, 5, 10]);
  expect([4, 5, 27].map((stored) => shownAnswers(stored, true))).toEqual([0, 5, 27]);
  expect([4, 9, 10].map((waiting) => movable(waiting, false))).toEqual([0, 5, 10]);
  expect(movable(3, true)).toBe(3);
});

test('texts stand in alphabetical order question by question, so that nobody is recognised by their place', () => {
  const results = tally(questionsFor(false), [
    { useful: '4', plan: 'Ödlor', keepOrChange: 'Allt', support: ['time', 'manager'] },
    { useful: '4', plan: 'Alar', keepOrChange: 'Östan', support: ['time'] },
  ]);
  const of = (id: string) => results.find((result) => result.id === id);
  expect(of('plan')?.texts).toEqual(['Alar', 'Ödlor']);
  expect(of('keepOrChange')?.texts).toEqual(['Allt', 'Östan']);
  expect(of('useful')?.counts.map(({ count }) => count)).toEqual([0, 0, 0, 2]);
  expect(of('support')?.counts.find(({ value }) => value === 'time')?.count).toBe(2);
});

test('EVA-01 the next to send is the nearest that can still open, and of two as near the one that has been', () => {
  const session = (id: string, date: string | null, cancelled = false) => ({ id, date, cancelled });
  const sessions = [
    session('a', '2026-09-20'),
    session('b', '2026-09-24'),
    session('c', '2026-09-30'),
    session('d', null),
  ];
  const view = (sessionId: string, state: 'unconfirmed' | 'open' | 'confirmed', closesAt: string | null = null) => ({
    ...{ sessionId, state, closesAt },
  });
  const now = Temporal.Instant.from('2026-09-22T08:00:00Z');
  const nearest = (views: readonly ReturnType<typeof view>[]) =>
    nearestToOpen(sessions, views, { today: localDate('2026-09-22'), now })?.id;
  expect(nearest([view('a', 'unconfirmed'), view('b', 'confirmed'), view('c', 'confirmed')])).toBe('a');
  expect(nearest([view('a', 'unconfirmed', '2026-09-21T00:00:00Z'), view('b', 'confirmed')])).toBe('b');
  expect(nearest([view('a', 'open'), view('c', 'unconfirmed')])).toBe('c');
  expect(nearest([view('a', 'open'), view('d', 'unconfirmed')])).toBeUndefined();
});
