import { expect, test } from 'vitest';
import { addDay, previewDay } from '../../../src/features/planning/days/actions.ts';
import { factsOf, sessionsOf } from '../../../src/features/planning/queries.ts';

import { confirmedPeople, eatersOf } from '../../../src/features/registration/queries.ts';
import { answerOwn } from '../../../src/features/registration/self/actions.ts';
import { sample } from '../planning/project-file.ts';
import { key, lead, openStage, organiser, type Stage } from './stage.ts';

/** The sample with a fifth session from lunch to lunch over two days. */
const overNight = () => {
  const file = sample();
  const days = [
    { date: '2026-10-08', start: '11.30', end: '17.00' },
    { date: '2026-10-09', start: '08.30', end: '13.00' },
  ];
  return {
    ...file,
    sessions: [...(file.sessions ?? []), { id: 's-5', title: 'Lunch till lunch', venueId: 'v-2', days }],
  };
};

const events = (stage: Stage) =>
  stage.sandbox.calendar(organiser).filter(({ subject }) => subject.startsWith('Dalalab träff 5 '));

test('RG-07 a session over two days is two bookings, and absence and meals are counted a day at a time', async () => {
  const stage = await openStage({ file: overNight() });
  await stage.book();
  await stage.closeRegistration();
  expect(events(stage).map(({ subject, startMs }) => [subject, new Date(startMs).toISOString()])).toEqual([
    ['Dalalab träff 5 av 5, dag 1 av 2 i Ludvika: Lunch till lunch', '2026-10-08T09:30:00.000Z'],
    ['Dalalab träff 5 av 5, dag 2 av 2 i Ludvika: Lunch till lunch', '2026-10-09T06:30:00.000Z'],
  ]);
  const [person] = await confirmedPeople(stage.tools, key);
  for (const { attendees } of events(stage))
    expect(attendees.some(({ address }) => address === person?.email.toLowerCase())).toBe(true);
  const portions = async () => [
    (await eatersOf(stage.tools, key, 's-5')).portions,
    (await eatersOf(stage.tools, key, 's-5-dag-2')).portions,
  ];
  const [first = 0, second] = await portions();
  expect(second).toBe(first);
  const link = { ...key, purpose: 'self' as const, personId: person?.personId ?? '', subjectId: null };
  await answerOwn(stage.tools, link, { sessionId: 's-5', answer: 'declined' });
  expect(await portions()).toEqual([first - 1, second]);
});

test('RG-07, PLN-01 another day is added after a preview, and the days are one session', async () => {
  const stage = await openStage();
  const day = { sessionId: 's-4', date: '2027-02-24', startTime: '08:30', endTime: '12:00' };
  const preview = await previewDay(stage.tools, lead, day);
  if (!preview.ok) throw new Error(preview.reason);
  expect(preview.value.lines[0]?.sv).toBe('Träff 4 får 2 dagar. Ny dag: onsdag 24 februari 2027, kl. 8.30–12.00.');
  expect(await addDay(stage.tools, lead, { ...day, confirm: { ...preview.value, recipientCount: 7 } })).toMatchObject({
    reason: 'previewChanged',
  });
  expect(await addDay(stage.tools, lead, { ...day, confirm: preview.value })).toMatchObject({ ok: true });
  const sessions = await sessionsOf(stage.tools, key);
  expect(sessions.map(({ number, date, day: of }) => [number, date, of])).toEqual([
    [1, '2026-09-22', null],
    [2, '2026-11-05', null],
    [3, '2027-01-13', null],
    [4, '2027-02-23', { number: 1, of: 2 }],
    [4, '2027-02-24', { number: 2, of: 2 }],
  ]);
  expect(await previewDay(stage.tools, lead, day)).toMatchObject({ reason: 'dayTaken' });
  expect((await factsOf(stage.tools, key))?.sessions.at(-1)).toMatchObject({ number: 4, day: { number: 2, of: 2 } });
});
