import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollCards } from '../../bot/cards/poll.ts';
import { previewPoll, sendPoll } from '../../src/features/date-polls/actions.ts';
import { pollView } from '../../src/features/date-polls/queries.ts';
import { cardFaults } from './card-checker.ts';
import { textOf } from './card-text.ts';
import {
  at,
  openBotStage,
  participantsChannelId,
  people,
  planningChatId,
  sandboxTenantId,
  type BotStage,
  type Face,
} from './stage.ts';

const times = { startTime: '09:00', endTime: '16:00' };
const days = ['2026-09-23', '2026-10-14', '2026-11-04', '2026-12-02'];
// A Friday; the first of May and the Ascension weekend are not near.
const order = { days: days.map((date) => ({ date, ...times })), closesOn: '2026-05-29' };
const all = (answer: string) => Object.fromEntries(days.map((date) => [date, answer]));

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-05-18T08:00:00Z');
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, people.lead);
  await stage.running.chats.client.install(participantsChannelId, people.lead);
});
afterAll(() => stage.close());

const advance = async (iso: string): Promise<void> => {
  await stage.running.sandbox.clock.advanceTo(at(iso));
  await stage.running.product.worker.settle();
};
const settle = () => stage.running.product.worker.settle();
const poll = async () =>
  (await pollView(stage.running.product.tools, { tenantId: sandboxTenantId, projectId: stage.projectId }))?.poll;
const posts = () =>
  stage.running.chats.book
    .posts(planningChatId)
    .filter(({ from, attachments }) => from === 'bot' && attachments.length > 0);
const cardOf = (text: string): Face => {
  const found = posts()
    .map(({ id }) => stage.face(id))
    .filter((face) => face.text.includes(text));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} cards say "${text}"`);
  return only;
};
/** What a client shows somebody who looks at a message: their own view, or the card that all see. */
const seenBy = async (oid: string, face: Face): Promise<string> => {
  await stage.running.chats.client.look(face.id, oid);
  const post = stage.running.chats.book.post(face.id);
  return textOf((post?.views[oid] ?? face.card) as Record<string, unknown>); // the bot's own JSON
};
const pollReminders = () => {
  const { sandbox } = stage.running;
  return ['karin.tunsberg@region-dalarna.example', 'kommun@kommun-gagnef.example'].map(
    (address) => sandbox.mailbox(address).filter(({ subject }) => subject.startsWith('Påminnelse: vilka dagar')).length,
  );
};

describe('PLN-01 the question about dates as a card', () => {
  test('X-02 goes out with the yes to its preview, after the grace, and once', async () => {
    const { tools } = stage.running.product;
    const lead = await stage.actor(people.lead);
    const shown = await previewPoll(tools, lead, order);
    if (!shown.ok) throw new Error(shown.reason);
    expect(shown.value).toMatchObject({ hasCard: true, reminder: { on: '2026-05-27' } });
    const sent = await sendPoll(tools, lead, { ...order, confirm: shown.value, cards: pollCards });
    expect(sent).toMatchObject({ ok: true });
    expect(posts().some(({ id }) => stage.face(id).text.includes('Vilka dagar passar?'))).toBe(false);
    await advance('2026-05-18T08:05:00Z');
    const card = cardOf('Vilka dagar passar?');
    expect(card.text).toContain('Onsdag 4 november 2026');
    expect(card.text).toContain('Ingen har svarat än.');
    expect(cardFaults(card.card ?? {})).toEqual([]);
  });

  test('X-03 shows all the numbers and each their own answer, whether it came by card or by page', async () => {
    const card = cardOf('Vilka dagar passar?');
    const mine = await stage.press(people.lead, card, 'Skicka svaret', all('yes'));
    expect(mine.own.card).toContain('Ditt svar är sparat.');
    await settle();
    const shared = stage.face(card.id);
    expect(shared.text).toContain('1 av');
    expect(shared.text).toContain('1 ja, 0 om det krisar, 0 nej');
    expect(shared.text).not.toContain('Ditt svar');
    expect(shared.text).not.toContain('Tunsberg');
    expect(await seenBy(people.lead, shared)).toContain('[Ändra svaret]');
    expect(await seenBy(people.guest, shared)).toContain('[Skicka svaret]');

    const { sandbox, url } = stage.running;
    const letter = sandbox
      .mailbox('karin.tunsberg@region-dalarna.example')
      .findLast(({ subject }) => subject.startsWith('Vilka dagar passar?'));
    const path = /\/datum\/[\w-]+/.exec(JSON.stringify(letter))?.[0] ?? '';
    const body = new URLSearchParams({ ...all('ifNeeded') });
    expect((await fetch(`${url}${path}`, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
    await settle();
    expect(stage.face(card.id).text).toContain('0 ja, 1 om det krisar, 0 nej');
    expect(await poll()).toMatchObject({ answered: 1 });
    const seen = await stage.say(people.lead, 'svara om datum');
    expect(seen.text).toContain('[Ändra svaret]');
    expect(JSON.stringify(seen.card)).toContain('"value":"ifNeeded"');
  });

  test('an answer that lacks a day, or from somebody who was not asked, keeps nothing', async () => {
    const card = cardOf('Vilka dagar passar?');
    const half = await stage.press(people.guest, card, 'Skicka svaret', { [days[0] ?? '']: 'yes' });
    expect(half.own.toast).toContain('Svara på varje dag');
    const other = await stage.press(people.planner, card, 'Skicka svaret', all('yes'));
    expect(other.own.toast).toContain('Frågan gick inte till dig');
    const participant = await stage.press(people.participant, card, 'Skicka svaret', all('yes'));
    expect(participant.own.card).toBeUndefined();
    expect(await poll()).toMatchObject({ answered: 1 });
    const there = await stage.say(people.lead, 'svara om datum', participantsChannelId);
    expect(there.text).not.toContain('november');
  });

  test('a client that knows no views of its own shows the numbers to all and nobody’s answer', async () => {
    const card = cardOf('Vilka dagar passar?');
    const data = { verb: 'dates.answer!send', project: stage.projectId, lang: 'sv', poll: pollId(card), ...all('no') };
    await stage.running.chats.client.act({
      postId: card.id,
      from: people.guest,
      action: { type: 'Action.Submit', data },
    });
    await settle();
    const { text } = stage.face(card.id);
    expect(text).toContain('0 ja, 1 om det krisar, 1 nej');
    expect(text).toContain('[Skicka svaret]');
    expect(text).not.toContain('Ditt svar');
  });
});

describe('PLN-01 a question about dates looks after itself', () => {
  test('those who have not answered are reminded once: a number in the chat, a mail to those outside', async () => {
    await advance('2026-05-27T05:30:00Z');
    expect(pollReminders()).toEqual([0, 0]);
    await advance('2026-05-27T06:30:00Z');
    const view = await poll();
    const nudge = cardOf('Påminnelse: vilka dagar passar?');
    expect(nudge.text).toContain(`${(view?.asked ?? 0) - 2} har inte svarat än.`);
    for (const name of view?.silent ?? []) expect(nudge.text).not.toContain(name);
    expect(pollReminders()).toEqual([0, 1]);
    await advance('2026-05-29T20:00:00Z');
    expect(pollReminders()).toEqual([0, 1]);
    expect(cardOf('Påminnelse: vilka dagar passar?').id).toBe(nudge.id);
  });

  test('X-02 the result stands in the planning chat once, best day first, and leads to a preview of the dates', async () => {
    const card = cardOf('Påminnelse: vilka dagar passar?');
    const before = await poll();
    await advance('2026-06-01T06:30:00Z');
    const result = cardOf('Svaren om dagarna');
    expect(result.text).toContain(`2 av ${before?.asked ?? 0} svarade`);
    expect(result.text).toContain('Onsdag 23 september 2026');
    expect(result.text).not.toContain('Tunsberg');
    expect(cardFaults(result.card ?? {})).toEqual([]);
    expect(stage.face(card.id).text).toContain('Frågan om dagar är stängd');
    const late = await stage.press(people.lead, result, 'Visa de 4 bästa dagarna');
    expect(late.shared.text).toContain('Sätt datumen');
    expect(late.shared.text).toContain('2 december 2026');
    await advance('2026-06-10T06:30:00Z');
    expect(posts().filter(({ id }) => stage.face(id).text.includes('Svaren om dagarna'))).toHaveLength(0);
  });
});

function pollId({ card }: Face): string {
  return /"poll":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
}
