import { expect, test } from 'vitest';
import { answerProblems, questionsFor, readAnswers } from '../../../src/features/evaluations/questions/rules.ts';

const questions = questionsFor(false);
const full = { useful: '4', likelihood: '3', plan: 'Prata med HR', support: ['time', 'manager'], talkTime: 'right' };

test('EVA-01 there are five questions, and the last session looks back in the second and third', () => {
  expect(new Set(questions.map(({ number }) => number)).size).toBe(5);
  expect(questionsFor(true).map(({ id }) => id)).toEqual([
    'useful',
    'changed',
    'contacts',
    'support',
    'talkTime',
    'keepOrChange',
  ]);
});

test('the form and the card give the same answers, though they write several choices differently', () => {
  const fromForm = readAnswers(questions, full);
  const fromCard = readAnswers(questions, { ...full, support: 'time,manager' });
  expect(fromForm).toEqual(fromCard);
  expect(fromForm).toMatchObject({ ok: true, value: { useful: '4', support: ['time', 'manager'] } });
});

test('what is left empty is left out, and unknown fields are dropped', () => {
  const read = readAnswers(questions, { useful: '1', likelihood: '1', talkTime: 'right', plan: '  ', name: 'Åsa' });
  expect(read).toEqual({ ok: true, value: { useful: '1', likelihood: '1', talkTime: 'right' } });
});

test('a missing choice, an invented choice and an endless text are each named', () => {
  const problems = answerProblems(questions, {
    useful: '9',
    support: 'time,gold',
    plan: 'x'.repeat(1001),
    talkTime: 'right',
  });
  expect(Object.fromEntries(problems)).toEqual({
    useful: 'unknownChoice',
    likelihood: 'missing',
    plan: 'tooLong',
    support: 'unknownChoice',
  });
});
