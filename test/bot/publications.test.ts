import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicationsOf } from '../../src/features/publications/queries.ts';
import { cardFaults } from './card-checker.ts';
import { openBotStage, people, planningChatId, type BotStage } from './stage.ts';

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-06-05T08:00:00Z');
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, people.lead);
});
afterAll(() => stage.close());

const say = (oid: string, text: string) => stage.say(oid, text, planningChatId);
const published = async (channel: string) => {
  const { tools } = stage.running.product;
  const view = await publicationsOf(tools, await stage.actor(people.lead));
  return view?.publications.find((one) => one.channel === channel)?.published ?? null;
};

test('COM-01 COM-02 the chat has the texts to copy, ticks what is published with its address, and takes it back', async () => {
  const all = await say(people.lead, 'texter');
  expect(all.text).toMatch(/Webbsidan före start[^]*att publicera[^]*LinkedIn vid starten[^]*senare/);
  const letter = await say(people.planner, 'text till nyhetsbrevet');
  expect(letter.text).toContain('Dalalab startar ett nytt lärprojekt');
  expect([all, letter].flatMap(({ card }) => cardFaults(card ?? {}))).toEqual([]);

  expect((await say(people.lead, 'publicerat på webben')).text).toContain('Klistra in länken till sidan');
  const ticked = await say(people.lead, 'publicerat på webben https://www.regiondalarna.se/linkedin-och-mer.');
  expect(ticked.text).toContain('Webbsidan före start: publicerat 5 juni. Det är avbockat.');
  expect(await published('publishedWeb')).toEqual({
    on: '2026-06-05',
    url: 'https://www.regiondalarna.se/linkedin-och-mer',
  });
  expect((await say(people.lead, 'inte publicerat på webben')).text).toContain('inte längre avbockat');
  expect(await published('publishedWeb')).toBeNull();
  expect((await say(people.lead, 'inte publicerat på webben')).text).toContain('är inte avbockat');

  const planner = await say(people.planner, 'publicerat i nyhetsbrevet');
  expect(planner.text).toMatch(/fråga Karin|innehållsansvarig/i);
  expect(await published('publishedNewsletter')).toBeNull();
});
