import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import {
  faultIn,
  freeDay,
  inOrder,
  lastDayOfWeek,
  tasksMeant,
  tasksToday,
  viewOf,
} from '../../../src/features/tasks/rules.ts';
import type { Task, TaskOrder } from '../../../src/features/tasks/types.ts';

const today = localDate('2026-12-21');
const owners = [
  { id: 'st-1', name: 'Karin Tunsberg' },
  { id: 'st-3', name: 'Eva-Lotta Norrby' },
];
const task = (change: Partial<Task> = {}): Task => ({
  id: 't-1',
  what: 'Boka lunch',
  ownerId: 'st-1',
  dueOn: null,
  source: 'tab',
  ruleId: null,
  createdBy: 'Karin Tunsberg',
  createdAt: '2026-12-01T08:00:00.000Z',
  doneAt: null,
  doneBy: null,
  ...change,
});
const order = (change: Partial<TaskOrder> = {}): TaskOrder => ({
  what: 'Boka buss',
  ownerId: 'st-1',
  dueOn: null,
  ...change,
});
const known = { today, owners, others: [] };
const seen = (...all: readonly Task[]) => inOrder(all.map((one) => viewOf(one, { today, owners, me: 'st-1' })));

describe('what speaks against a task', () => {
  test('a day that has been, and today is not such a day', () => {
    expect(faultIn(order({ dueOn: '2026-12-18' }), known)).toMatchObject({
      reason: 'past',
      details: { daySv: 'Fredag 18 december 2026' },
    });
    expect(faultIn(order({ dueOn: '2026-12-21' }), known)).toBeUndefined();
  });

  test('a red day is asked about, with the working day before it, and can be kept', () => {
    expect(faultIn(order({ dueOn: '2026-12-25' }), known)).toMatchObject({
      reason: 'freeDay',
      details: { whySv: 'juldagen', insteadSv: 'onsdag 23 december', insteadOn: '2026-12-23' },
    });
    expect(faultIn(order({ dueOn: '2026-12-25', evenSo: true }), known)).toBeUndefined();
    // Its day was settled when it was written; another owner does not open that question again.
    expect(faultIn(order({ dueOn: '2026-12-25' }), { ...known, dueBefore: '2026-12-25' })).toBeUndefined();
  });

  test('a free day whose working day before has been offers the next one', () => {
    const saturday = localDate('2026-11-28');
    expect(freeDay(saturday, localDate('2026-11-27'))?.instead.toString()).toBe('2026-11-27');
    expect(freeDay(saturday, saturday)?.instead.toString()).toBe('2026-11-30');
    expect(freeDay(saturday, saturday)?.why).toEqual({ sv: 'ingen arbetsdag', en: 'not a working day' });
    expect(freeDay(localDate('2026-11-27'), saturday)).toBeUndefined();
  });

  test('an owner who does not plan, and the same words for the same owner', () => {
    expect(faultIn(order({ ownerId: 'p-30' }), known)).toMatchObject({ reason: 'noOwner' });
    const others = [task({ what: 'Boka buss!' })];
    expect(faultIn(order(), { ...known, others })).toMatchObject({
      reason: 'already',
      details: { who: 'Karin Tunsberg' },
    });
    expect(faultIn(order({ ownerId: 'st-3' }), { ...known, others })).toBeUndefined();
  });
});

test('tasks stand by their last day, those without one after, and done ones last', () => {
  const all = seen(
    task({ id: 'done', doneAt: '2026-12-02T08:00:00.000Z', dueOn: '2026-12-03' }),
    task({ id: 'none' }),
    task({ id: 'soon', dueOn: '2026-12-22', ownerId: 'st-3' }),
    task({ id: 'late', dueOn: '2026-12-18', ownerId: null }),
  );
  expect(all.map(({ id, state }) => [id, state])).toEqual([
    ['late', 'late'],
    ['soon', 'open'],
    ['none', 'open'],
    ['done', 'done'],
  ]);
  expect(tasksToday(all)).toMatchObject({ shown: [{ id: 'late' }, { id: 'none' }], open: 3 });
});

test('a week means its last working day', () => {
  expect(lastDayOfWeek(localDate('2026-11-02')).toString()).toBe('2026-11-06');
  expect(lastDayOfWeek(localDate('2026-12-21')).toString()).toBe('2026-12-23');
});

test('"klart: lunch" means the one task with those words, and several when several have them', () => {
  const open = [task(), task({ id: 't-2', what: 'Boka lunch till träff 2' }), task({ id: 't-3', what: 'Ring Åsa' })];
  const meant = (said: string) => tasksMeant(said, open).map(({ id }) => id);
  expect(meant('boka lunch!')).toEqual(['t-1']);
  expect(meant('lunch')).toEqual(['t-1', 't-2']);
  expect(meant('ring asa')).toEqual(['t-3']);
  expect(meant('beställ kaffe')).toEqual([]);
  expect(meant('')).toEqual([]);
});
