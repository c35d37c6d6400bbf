import { expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import { answerBy, daysOf, statusOf, todoOf, whyNoQuestion } from '../../../src/features/speakers/rules.ts';
import type { Talk } from '../../../src/features/speakers/types.ts';

const talk: Talk = {
  sessionId: 's-3',
  number: 3,
  day: null,
  date: '2027-01-13',
  start: '09:30',
  end: '10:00',
  title: 'Lärande på arbetsplatsen',
  mode: 'remote',
};
const tuomas = { email: 'tuomas@hogskola.example', techTest: null, slidesConsent: null };
const todo = (status: Parameters<typeof statusOf>[0]['status'], today: string, speaker = tuomas) =>
  todoOf(speaker, { status: statusOf({ status }), talks: [talk], today: localDate(today) });

test('ROL-01 an idea is asked six weeks before, and a yes is needed three weeks before, on working days', () => {
  expect(todo('idea', '2026-11-01').needs[0]?.sv).toBe('Fråga senast 2 december.');
  expect(todo('tentative', '2026-12-01')).toMatchObject({
    needs: [{ sv: 'Behöver ett ja senast 23 december.' }, { sv: expect.stringContaining('senast 12 januari') }],
    isLate: false,
  });
  expect(todo('tentative', '2026-12-24').isLate).toBe(true);
});

test('SPK-02 a remote speaker needs a test and an address, and one who has said yes a word about the slides', () => {
  const ready = { email: 'a@b.example', techTest: '2027-01-11', slidesConsent: true };
  expect(todo('confirmed', '2026-12-01').needs).toHaveLength(2);
  expect(todoOf(ready, { status: 'confirmed', talks: [talk], today: localDate('2026-12-01') }).needs).toEqual([]);
  expect(todo('confirmed', '2026-12-01', { ...tuomas, email: '' }).needs[1]?.sv).toContain('länken når inte fram');
});

test('a talk that is over leaves nothing to do, and nobody to ask about', () => {
  expect(todo('asked', '2027-01-14')).toEqual({ needs: [], isLate: false });
  const asked = { talks: [talk], isAwake: true };
  const why = (status: 'idea' | 'confirmed', today: string, email: string | null = 'a@b.example') =>
    whyNoQuestion({ email }, { ...asked, status, today: localDate(today) });
  expect(why('idea', '2027-01-13')).toBeUndefined();
  expect(why('idea', '2027-01-14')).toBe('noTalk');
  expect(why('idea', '2026-12-01', null)).toBe('noAddress');
  expect(why('confirmed', '2026-12-01')).toBe('answered');
});

test('the days follow from the status, and the same status twice changes none', () => {
  const today = localDate('2026-06-03');
  const asked = { status: 'asked', askedOn: '2026-05-01', answeredOn: null };
  expect(daysOf(undefined, 'asked', today)).toEqual({ askedOn: '2026-06-03', answeredOn: null });
  expect(daysOf(asked, 'asked', today)).toEqual({ askedOn: '2026-05-01', answeredOn: null });
  expect(daysOf(asked, 'confirmed', today)).toEqual({ askedOn: '2026-05-01', answeredOn: '2026-06-03' });
  expect(daysOf(asked, 'idea', today)).toEqual({ askedOn: null, answeredOn: null });
});

test('an answer is asked for three weeks before the talk, or within a week when that is too soon', () => {
  const by = (today: string) => answerBy(localDate('2027-01-13'), localDate(today)).toString();
  expect([by('2026-11-01'), by('2026-12-22'), by('2027-01-10'), by('2027-01-13')]).toEqual([
    '2026-12-23',
    '2026-12-29',
    '2027-01-12',
    '2027-01-13',
  ]);
});
