import { expect, test } from 'vitest';
import { pollCards } from '../../../bot/cards/poll.ts';
import { previewPoll, sendPoll } from '../../../src/features/date-polls/actions.ts';
import { pollJobs } from '../../../src/features/date-polls/jobs.ts';
import { bestDates } from '../../../src/features/date-polls/rules.ts';
import { remindsOn, tellsOn } from '../../../src/features/date-polls/telling/rules.ts';
import { stopConfirmation } from '../../../src/features/notices/actions.ts';
import { confirmationsOf } from '../../../src/features/notices/queries.ts';
import { key, lead, openStage, type Stage } from '../meetings/stage.ts';

test.each([
  ['two days before the last day', '2026-05-11', '2026-05-29', '2026-05-27'],
  ['on the Friday before, when that is a Sunday', '2026-05-04', '2026-05-26', '2026-05-22'],
  ['on the last day itself, when the question is two days old', '2026-05-26', '2026-05-28', '2026-05-28'],
  ['never, when the question closes the same day', '2026-05-28', '2026-05-28', null],
  ['before the summer, when it closes in July', '2026-06-01', '2026-07-20', '2026-06-12'],
])('PLN-01 those who have not answered about the days are reminded %s', (_when, sentOn, closesOn, on) => {
  expect(remindsOn({ sentOn, closesOn })).toBe(on);
});

test('the result is told on the first morning after the last day when people read', () => {
  expect(tellsOn('2026-05-29')).toBe('2026-06-01');
  expect(tellsOn('2026-05-13')).toBe('2026-05-18');
});

test('the days that most can come to are proposed, in order, and none when too few suit anybody', () => {
  const times = { startTime: '09:00', endTime: '16:00' };
  const day = (date: string, yes: number, ifNeeded: number) => ({ date, ...times, counts: { yes, ifNeeded, no: 0 } });
  const days = [day('2026-09-02', 1, 0), day('2026-11-04', 1, 3), day('2026-10-07', 4, 0), day('2026-12-02', 0, 0)];
  expect(bestDates(days, ['s-1', 's-2']).map(({ sessionId, date }) => [sessionId, date])).toEqual([
    ['s-1', '2026-10-07'],
    ['s-2', '2026-11-04'],
  ]);
  expect(bestDates(days, ['s-1', 's-2', 's-3', 's-4'])).toEqual([]);
});

const order = { days: [{ date: '2026-11-04', startTime: '09:00', endTime: '16:00' }], closesOn: '2026-05-22' };
const address = 'karin.tunsberg@region-dalarna.example';
const jobs = pollJobs(pollCards);

async function ask(stage: Stage): Promise<void> {
  const shown = await previewPoll(stage.tools, lead, order);
  if (!shown.ok) throw new Error(shown.reason);
  const sent = await sendPoll(stage.tools, lead, { ...order, confirm: shown.value, cards: pollCards });
  if (!sent.ok) throw new Error(sent.reason);
}

/** Lives to a moment and looks twice: the second look must find nothing more to say. */
async function liveTo(stage: Stage, days: number): Promise<readonly string[]> {
  await stage.pass({ hours: 24 * days });
  await jobs.runDue(stage.tools);
  await stage.settle();
  await jobs.runDue(stage.tools);
  await stage.settle();
  return stage.sandbox
    .mailbox(address)
    .filter(({ folder, subject }) => folder === 'inbox' && /dagar/.test(subject))
    .map(({ subject }) => subject.split(':')[0] ?? '');
}

test('PLN-01 without a planning chat the reminder comes by mail, and the result to the content lead, once each', async () => {
  const stage = await openStage({ now: '2026-05-04T07:00:00Z' });
  await ask(stage);
  expect(await liveTo(stage, 15)).toHaveLength(1);
  expect(await liveTo(stage, 1)).toHaveLength(2);
  expect((await jobs.nextDueAt(stage.tools))?.toString()).toBe('2026-05-25T06:00:00Z');
  const told = await liveTo(stage, 5);
  expect(told.slice(1)).toEqual(['Påminnelse', 'Svaren om dagarna']);
  expect(await jobs.nextDueAt(stage.tools)).toBeUndefined();
});

test('X-02 a question that was stopped before it went out reminds nobody and has no result', async () => {
  const stage = await openStage({ now: '2026-05-04T07:00:00Z', graceSeconds: 600 });
  await ask(stage);
  const [yes] = await confirmationsOf(stage.tools, key);
  const by = { personId: 'st-1', name: 'Innehållsansvarig' };
  expect(await stopConfirmation(stage.tools, { ...key, by }, yes?.id ?? '')).toMatchObject({ ok: true });
  expect(await liveTo(stage, 16)).toEqual([]);
  expect(await liveTo(stage, 5)).toEqual([]);
});
