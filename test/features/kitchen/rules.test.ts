import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import {
  changesSince,
  dietNumbers,
  finalDay,
  headsOf,
  isFinalDue,
  mealsOf,
} from '../../../src/features/kitchen/rules.ts';
import type { KitchenNumbers } from '../../../src/features/kitchen/types.ts';
import type { DietNeed } from '../../../src/features/registration/dietary/types.ts';

const need = (changed: Partial<DietNeed>): DietNeed => ({
  tags: [],
  severe: false,
  wording: null,
  isReviewed: true,
  ...changed,
});

const numbers = (people: number, needs: readonly DietNeed[]): KitchenNumbers => ({
  heads: headsOf({ participants: people, substitutes: 0, colleagues: 0 }, { leaders: 4, extra: 0 }),
  diet: dietNumbers(needs),
});

describe('CAT-01 the kitchen’s numbers', () => {
  test('X-05 leaders, substitutes, colleagues and extra people eat too', () => {
    const heads = headsOf({ participants: 30, substitutes: 1, colleagues: 1 }, { leaders: 4, extra: 2 });
    expect(heads.total).toBe(38);
  });

  test('one portion that needs two things is told as one portion', () => {
    const both = need({ tags: ['glutenFree', 'lactoseFree'] });
    const diet = dietNumbers([both, need({ tags: ['glutenFree'], severe: true })]);
    expect(diet.counts).toMatchObject([
      { tag: 'glutenFree', count: 2, severe: 1 },
      { tag: 'lactoseFree', count: 1, severe: 0 },
    ]);
    expect(diet.combined).toMatchObject([{ count: 1, labels: [{ sv: 'glutenfritt' }, { sv: 'laktosfritt' }] }]);
  });

  test('what no tag covers is told only in words that the content lead has confirmed', () => {
    const diet = dietNumbers([need({ isReviewed: false }), need({ wording: 'utan chili' }), need({})]);
    expect(diet.others).toEqual([{ wording: 'utan chili', count: 1, severe: 0 }]);
    expect(diet.unread).toBe(1);
  });

  test('after the final number only what has changed is told', () => {
    const before = numbers(34, [need({ tags: ['vegan'] })]);
    const now = numbers(33, [need({ tags: ['vegan'] }), need({ tags: ['vegan', 'nutAllergy'], severe: true })]);
    expect(changesSince(before, now).map(({ label, change }) => `${change} ${label.sv}`)).toEqual([
      '-1 personer',
      '1 veganskt',
      '1 utan nötter',
      '1 allvarlig allergi',
    ]);
    expect(changesSince(before, before)).toEqual([]);
  });

  test('the final number is given three working days before, or on the day that was agreed', () => {
    expect(finalDay(localDate('2026-09-22'), null).toString()).toBe('2026-09-17');
    expect(finalDay(localDate('2027-01-13'), null).toString()).toBe('2027-01-08');
    expect(finalDay(localDate('2026-09-22'), localDate('2026-09-15')).toString()).toBe('2026-09-15');
    // A session that was moved past an agreed day: the rule holds again.
    expect(finalDay(localDate('2026-09-10'), localDate('2026-09-15')).toString()).toBe('2026-09-07');
  });

  test('it is given once, at its noon, and never after the session', () => {
    const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
    const times = { finalAt: at('2026-09-17T10:00Z'), endsAt: at('2026-09-22T14:00Z'), isFinal: false };
    expect(isFinalDue(times, at('2026-09-17T09:59Z'))).toBe(false);
    expect(isFinalDue(times, at('2026-09-17T10:00Z'))).toBe(true);
    expect(isFinalDue(times, at('2026-09-22T14:00Z'))).toBe(false);
  });

  test('the times of coffee and lunch follow the programme', () => {
    const agenda = [
      { start: '09:00', type: 'arrival', title: 'Kaffe och smörgås' },
      { start: '09:30', type: 'opening', title: 'Välkommen' },
      { start: '10:30', type: 'break', title: 'Fika' },
      { start: '12:00', type: 'lunch', title: 'Lunch' },
    ];
    expect(mealsOf(agenda).map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'arrival 09:00',
      'fika 10:30',
      'lunch 12:00',
    ]);
  });
});
