import { expect, test } from 'vitest';
import { calendarFigures } from '../../src/commands/bench/calendar.ts';
import { isMet } from '../../src/commands/bench/types.ts';
import { quickest } from '../engines.ts';

test('a project of 20 people costs Outlook the fewest writes and reads that the room first allows, and no mail too many', async () => {
  const figures = await calendarFigures(20, { databaseUrl: await quickest.preparedUrl() });

  const judged = figures.filter(({ goal }) => goal !== null);
  expect(judged.map(({ ratio }) => ratio)).toEqual([1, 1, 1, 0]);
  expect(figures.every(isMet)).toBe(true);
  expect(figures[0]?.figure).toBe('21 av 21 (boka 8, stäng 4, 10 sena 4, flytta 2, flytta igen 3)');
});

test('a figure over its goal is not met, however little', () => {
  expect(isMet({ what: '', figure: '', ratio: 1.05, goal: 1 })).toBe(false);
  expect(isMet({ what: '', figure: '', ratio: 3, goal: null })).toBe(true);
});
