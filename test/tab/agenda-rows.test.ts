import { expect, test } from 'vitest';
import { moved, startingAt, without, withMinutes, withNew, type Row } from '../../tab/pages/sessions/agenda/rows.ts';

const row = (key: number, start: string, end: string, type: Row['type'] = 'dialogue'): Row => ({
  key,
  start,
  end,
  type,
  title: `${key}`,
});
const day = [
  row(1, '09:00', '09:30', 'opening'),
  row(2, '09:30', '10:30'),
  row(3, '10:30', '10:50', 'break'),
  row(4, '10:50', '11:05', 'evaluation'),
  row(5, '11:05', '11:10', 'closing'),
];
const told = (rows: readonly Row[]) => rows.map(({ key, start, end }) => `${key} ${start}–${end}`);

test('AGD-04 an item that moves takes its length along, and the day stays without gaps', () => {
  expect(told(moved(day, 3, 1)).slice(0, 3)).toEqual(['1 09:00–09:30', '3 09:30–09:50', '2 09:50–10:50']);
  expect(told(moved(day, 2, 0)).slice(0, 2)).toEqual(['2 09:00–10:00', '1 10:00–10:30']);
  expect(told(moved(day, 1, 4)).at(-1)).toBe('1 10:40–11:10');
  expect(moved(day, 9, 0)).toBe(day);
});

test('a longer item, a later start, and one that goes, move what follows', () => {
  expect(told(withMinutes(day, 2, 90)).slice(1, 3)).toEqual(['2 09:30–11:00', '3 11:00–11:20']);
  expect(told(withMinutes(day, 2, 0))[1]).toBe('2 09:30–09:35');
  expect(told(startingAt(day, 3, '11:00')).slice(1, 3)).toEqual(['2 09:30–11:00', '3 11:00–11:20']);
  expect(told(startingAt(day, 1, '08:30')).at(-1)).toBe('5 10:35–10:40');
  expect(told(startingAt(day, 3, '09:00'))[2]).toBe('3 09:35–09:55');
  expect(told(without(day, 2)).slice(0, 2)).toEqual(['1 09:00–09:30', '3 09:30–09:50']);
});

test('a gap that a programme came with is closed when something moves', () => {
  const gap = [row(1, '09:00', '09:30'), row(2, '10:00', '10:30'), row(3, '10:30', '11:00')];
  expect(told(moved(gap, 3, 1))).toEqual(['1 09:00–09:30', '3 09:30–10:00', '2 10:00–10:30']);
});

test('EVA-01 a new item comes before the evaluation and the end of the day', () => {
  expect(told(withNew(day, row(6, '11:10', '11:40')))).toEqual([
    '1 09:00–09:30',
    '2 09:30–10:30',
    '3 10:30–10:50',
    '6 10:50–11:20',
    '4 11:20–11:35',
    '5 11:35–11:40',
  ]);
  expect(told(withNew([], row(1, '08:30', '09:00')))).toEqual(['1 08:30–09:00']);
});
