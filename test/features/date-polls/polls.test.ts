import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { pollCards } from '../../../bot/cards/poll.ts';
import { previewPoll, previewReminder, sendPoll, sendReminder } from '../../../src/features/date-polls/actions.ts';
import { pollView } from '../../../src/features/date-polls/queries.ts';
import { datePollsPages } from '../../../src/features/date-polls/routes.ts';
import type { PollOrder } from '../../../src/features/date-polls/types.ts';
import { key, lead, openStage, type Stage } from '../meetings/stage.ts';

const times = { startTime: '09:00', endTime: '16:00' };
const order: PollOrder = {
  days: [
    { date: '2026-11-04', ...times },
    { date: '2026-09-23', ...times },
    { date: '2026-11-04', ...times },
  ],
  closesOn: '2026-05-22',
};

async function openSpring(): Promise<Stage> {
  return await openStage({ now: '2026-05-04T07:00:00Z' });
}

const inbox = (stage: Stage, address: string) =>
  stage.sandbox.mailbox(address).filter(({ folder }) => folder === 'inbox');

async function send(stage: Stage) {
  const shown = await previewPoll(stage.tools, lead, order);
  if (!shown.ok) throw new Error(shown.reason);
  const sent = await sendPoll(stage.tools, lead, { ...order, confirm: shown.value, cards: pollCards });
  if (!sent.ok) throw new Error(sent.reason);
  await stage.settle();
  return shown.value;
}

/** The page behind the link in somebody's latest mail. */
async function pageOf(stage: Stage, address: string): Promise<string> {
  const server = createServer(express().use(datePollsPages(stage.tools))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the machine gave no port');
  const path = /\/datum\/[\w-]+/.exec(JSON.stringify(inbox(stage, address).at(-1)))?.[0];
  return `http://127.0.0.1:${bound.port}${path ?? '/none'}`;
}

const answer = (page: string, fields: Record<string, string>) =>
  fetch(page, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

test('PLN-01 X-02 the planning group and the municipalities are asked about each day once, under what was seen', async () => {
  const stage = await openSpring();
  const shown = await previewPoll(stage.tools, lead, order);
  if (!shown.ok) throw new Error(shown.reason);
  expect(shown.value.names).toContain('Karin Tunsberg');
  expect(shown.value.names).toContain('Falu kommun');
  expect(shown.value.text.indexOf('23 september')).toBeLessThan(shown.value.text.indexOf('4 november'));
  expect(
    await sendPoll(stage.tools, lead, { ...order, cards: pollCards, confirm: { ...shown.value, recipientCount: 1 } }),
  ).toMatchObject({
    reason: 'previewChanged',
  });
  expect((await pollView(stage.tools, key))?.poll).toBeNull();
  await send(stage);
  expect((await pollView(stage.tools, key))?.poll).toMatchObject({ asked: shown.value.recipientCount, answered: 0 });
});

test('X-03 an answer is given on a page without account: looking changes nothing, each day must be answered, and it can be changed', async () => {
  const stage = await openSpring();
  await send(stage);
  const address = 'karin.tunsberg@region-dalarna.example';
  const page = await pageOf(stage, address);
  const seen = await (await fetch(page)).text();
  expect(seen).toContain('Om det krisar');
  expect(seen).toContain('Du svarar för Karin Tunsberg.');
  expect((await pollView(stage.tools, key))?.poll?.answered).toBe(0);

  const half = await answer(page, { '2026-09-23': 'yes' });
  expect(half.status).toBe(400);
  expect(await half.text()).toContain('Svara på varje dag');
  expect((await pollView(stage.tools, key))?.poll?.answered).toBe(0);

  expect((await answer(page, { '2026-09-23': 'yes', '2026-11-04': 'ifNeeded' })).status).toBe(303);
  expect((await answer(page, { '2026-09-23': 'yes', '2026-11-04': 'no' })).status).toBe(303);
  const poll = (await pollView(stage.tools, key))?.poll;
  expect(poll).toMatchObject({ answered: 1 });
  expect(poll?.results.map(({ names }) => names)).toEqual([
    { yes: ['Karin Tunsberg'], ifNeeded: [], no: [] },
    { yes: [], ifNeeded: [], no: ['Karin Tunsberg'] },
  ]);
  expect((await fetch(page.replace(/.$/, '_'))).status).toBe(404);
});

test('only those who have not answered are reminded, and after the last day nobody answers any more', async () => {
  const stage = await openSpring();
  const { recipientCount } = await send(stage);
  const address = 'karin.tunsberg@region-dalarna.example';
  const page = await pageOf(stage, address);
  await answer(page, { '2026-09-23': 'yes', '2026-11-04': 'yes' });
  const before = inbox(stage, address).length;
  const reminder = await previewReminder(stage.tools, lead);
  if (!reminder.ok) throw new Error(reminder.reason);
  expect(reminder.value.recipientCount).toBe(recipientCount - 1);
  expect(await sendReminder(stage.tools, lead, reminder.value)).toMatchObject({ ok: true });
  await stage.settle();
  expect(inbox(stage, address)).toHaveLength(before);
  await stage.pass({ hours: 24 * 20 });
  expect((await answer(page, { '2026-09-23': 'no', '2026-11-04': 'no' })).status).toBe(400);
  expect(await (await fetch(page)).text()).toContain('Sista svarsdag har varit');
  expect(await previewReminder(stage.tools, lead)).toMatchObject({ reason: 'closed' });
  expect((await pollView(stage.tools, key))?.poll).toMatchObject({ isOpen: false, answered: 1 });
});
