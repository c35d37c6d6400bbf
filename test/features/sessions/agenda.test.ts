import { expect, test } from 'vitest';
import { agendaBalance, agendaFault, agendaWarnings } from '../../../src/features/sessions/rules.ts';
import { agendaBody } from '../../../src/features/sessions/schema.ts';
import type { AgendaItem } from '../../../src/features/sessions/types.ts';

const items = (...lines: readonly string[]): readonly AgendaItem[] =>
  agendaBody.parse({
    agenda: lines.map((line) => {
      const [start, end, type] = line.split(' ');
      return { start, end, type, title: type };
    }),
  }).agenda;

const sampleFirstDay = items(
  '08.30 09.00 arrival',
  '09.00 09.20 opening',
  '09.20 09.50 exercise',
  '09.50 10.20 presentation',
  '10.20 10.40 break',
  '10.40 11.40 dialogue',
  '11.40 12.00 summary',
  '12.00 13.00 lunch',
  '13.00 13.25 presentation',
  '13.25 13.50 presentation',
  '13.50 14.35 dialogue',
  '14.35 14.55 break',
  '14.55 15.25 dialogue',
  '15.25 15.40 homework',
  '15.40 15.55 evaluation',
  '15.55 16.00 closing',
);

const tight = items(
  '09.00 10.00 presentation',
  '10.00 11.00 presentation',
  '11.00 12.00 presentation',
  '12.00 12.30 lunch',
  '12.30 13.45 presentation',
  '13.45 14.00 dialogue',
  '14.00 14.10 closing',
);

test('AGD-04 a day is weighed: listening against talking, and the longest time in the chair', () => {
  expect(agendaBalance(sampleFirstDay)).toMatchObject({
    totalMinutes: 450,
    conversationMinutes: 185,
    presentationMinutes: 80,
    conversationShareOfContent: 0.698,
    longestWithoutBreakMinutes: 95,
    minutesByType: { arrival: 30, dialogue: 135, lunch: 60, closing: 5 },
  });
  expect(agendaBalance([]).conversationShareOfContent).toBeNull();
});

test('AGD-04 a tight day gets its five warnings', () => {
  expect(agendaWarnings(tight).map(({ sv }) => sv)).toEqual([
    'samtal är bara 15 av 270 innehållsminuter',
    '180 minuter utan paus',
    'lunch kortare än 45 minuter',
    'ingen utvärdering',
    'ingen inledning med syfte och förhållningssätt',
  ]);
  expect(agendaWarnings([])).toEqual([]);
});

test('clock times are written with a full stop or a colon and stored alike', () => {
  expect(items('9.00 09:30 opening')[0]).toMatchObject({ start: '09:00', end: '09:30' });
  expect(agendaBody.safeParse({ agenda: [{ start: '25.00', end: '9', type: 'opening', title: 'x' }] }).success).toBe(
    false,
  );
});

test('an agenda that is no day names the item that is wrong', () => {
  expect(agendaFault(items('09.00 09.30 opening', '09.20 10.00 dialogue'))).toEqual({
    reason: 'overlaps',
    row: 2,
    title: 'dialogue',
  });
  expect(agendaFault(items('10.00 09.30 opening'))).toMatchObject({ reason: 'endsBeforeStart', row: 1 });
  expect(agendaFault(items('09.00 09.30 opening', '09.45 10.00 dialogue'))).toBeUndefined();
});
