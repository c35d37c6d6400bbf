import { expect, test } from 'vitest';
import { sampleProject } from '../../../src/features/planning/sample/rules.ts';
import { withGroundProgramme } from '../../../src/features/sessions/ground/rules.ts';
import { agendaBalance, agendaFault, agendaFindings, agendaWarnings } from '../../../src/features/sessions/rules.ts';
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

const { edgeCases } = sampleProject() as unknown as { edgeCases: { tightAgenda: unknown; tightAgendaExpect: unknown } };
const tight = agendaBody.parse({ agenda: edgeCases.tightAgenda }).agenda;

test('AGD-04 the sample’s tight day gets exactly its five findings, each at its items', () => {
  expect(agendaWarnings(tight).map(({ sv }) => sv)).toEqual(edgeCases.tightAgendaExpect);
  expect(agendaFindings(tight).map(({ ruleId, rows }) => [ruleId, rows])).toEqual([
    ['AGD-04', []],
    ['AGD-04', [0, 1, 2]],
    ['AGD-04', [3]],
    ['EVA-01', []],
    ['OPN-01', []],
  ]);
  expect(agendaWarnings([])).toEqual([]);
});

test('OPN-01 an opening after the first talk, and an evaluation in the middle, are told where they stand', () => {
  const mixed = items('09.00 09.30 arrival', '09.30 10.00 dialogue', '10.00 10.20 opening', '10.20 10.30 evaluation');
  const day = [...mixed, ...items('10.30 11.00 dialogue')];
  expect(agendaFindings(day).map(({ words, rows }) => [words.sv, rows])).toEqual([
    ['utvärderingen ligger inte sist', [3]],
    ['inledningen ligger inte först', [2]],
  ]);
});

const noTimes = { start: null, end: null };

test.each([
  ['08:30', '16:00'],
  ['09:00', '16:00'],
  ['09:00', '12:00'],
  ['08:00', '17:00'],
])('AGD-01 OPN-01 a ground programme from %s to %s is airy, without gaps and within the day', (start, end) => {
  const day = withGroundProgramme([], { start, end }, 'sv');
  expect(agendaFindings(day)).toEqual([]);
  expect(agendaFault(day, { start, end })).toBeUndefined();
  for (const [index, item] of day.entries()) expect(item.start).toBe(day[index - 1]?.end ?? start);
  const { presentationMinutes, conversationMinutes } = agendaBalance(day);
  expect(Math.min(presentationMinutes, conversationMinutes)).toBeGreaterThan(0);
});

test('a begun programme gets only what it lacks: opening, lunch near noon, a break, and the evaluation before the end', () => {
  const begun = items('09.00 09.30 arrival', '09.30 11.00 dialogue', '11.00 11.50 presentation', '11.50 12.00 closing');
  const whole = withGroundProgramme(begun, { start: '09:00', end: '16:00' }, 'sv');
  expect(whole.map(({ start, type }) => `${start} ${type}`)).toEqual([
    '09:00 arrival',
    '09:30 opening',
    '09:50 dialogue',
    '11:20 break',
    '11:40 presentation',
    '12:30 lunch',
    '13:30 evaluation',
    '13:45 closing',
  ]);
  expect(withGroundProgramme(whole, { start: '09:00', end: '16:00' }, 'sv')).toEqual(whole);
});

test('AGD-04 breaks are added until no time without one is too long, but none in the middle of an item', () => {
  const day = { start: '09:00', end: '16:00' };
  const begun = items(
    '09.00 09.20 opening',
    '09.20 10.20 presentation',
    '10.20 11.40 dialogue',
    '11.40 12.40 lunch',
    '12.40 13.00 break',
    '13.00 14.00 exercise',
    '14.00 15.10 dialogue',
    '15.10 15.25 evaluation',
  );
  const whole = withGroundProgramme(begun, day, 'sv');
  expect(whole.filter(({ type }) => type === 'break')).toHaveLength(3);
  expect(agendaFindings(whole).map(({ words }) => words.sv)).not.toContainEqual(expect.stringContaining('utan paus'));
  expect(withGroundProgramme(whole, day, 'sv')).toEqual(whole);
  const one = items(
    '09.00 09.10 opening',
    '09.10 09.20 break',
    '09.20 12.00 exercise',
    '12.00 12.10 break',
    '12.10 12.20 evaluation',
  );
  expect(withGroundProgramme(one, { start: '09:00', end: '12:30' }, 'sv')).toEqual(one);
});

test('clock times are written with a full stop or a colon and stored alike', () => {
  expect(items('9.00 09:30 opening')[0]).toMatchObject({ start: '09:00', end: '09:30' });
  expect(agendaBody.safeParse({ agenda: [{ start: '25.00', end: '9', type: 'opening', title: 'x' }] }).success).toBe(
    false,
  );
});

test('an agenda that is no day names the item that is wrong', () => {
  expect(agendaFault(items('09.00 09.30 opening', '09.20 10.00 dialogue'), noTimes)).toEqual({
    reason: 'overlaps',
    row: 2,
    title: 'dialogue',
    at: '09:20',
    limit: '09:30',
  });
  expect(agendaFault(items('10.00 09.30 opening'), noTimes)).toMatchObject({ reason: 'endsBeforeStart', row: 1 });
  expect(agendaFault(items('09.00 09.30 opening', '09.45 10.00 dialogue'), noTimes)).toBeUndefined();
});

test('RG-13 a programme outside the times that people have been given is refused, and told where', () => {
  const day = items('08.30 09.00 arrival', '09.00 16.10 dialogue');
  expect(agendaFault(day, { start: '08:30', end: '16:00' })).toMatchObject({ reason: 'afterSession', row: 2 });
  expect(agendaFault(day, { start: '09:00', end: '16:30' })).toMatchObject({ reason: 'beforeSession', row: 1 });
  expect(agendaFault(day, { start: '08:30', end: '16:10' })).toBeUndefined();
});
