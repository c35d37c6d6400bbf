import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import { Temporal } from 'temporal-polyfill';
import { cardFaults } from './card-checker.ts';
import { openBotStage, participantsChannelId, people, planningChatId, type BotStage, type Face } from './stage.ts';

let stage: BotStage;
beforeAll(async () => {
  // Friday, before the weekend.
  stage = await openBotStage('2026-10-16T12:00:00Z');
  await stage.activate();
  const { client } = stage.running.chats;
  await client.install(planningChatId, people.lead);
});
afterAll(() => stage.close());

const say = async (text: string, oid = people.lead, where = planningChatId): Promise<Face> => {
  // Two lines of the log never share a moment.
  const { clock } = stage.running.sandbox;
  await clock.advanceTo(clock.now().add({ seconds: 1 }));
  const face = await stage.say(oid, text, where);
  if (face.card !== undefined) expect(cardFaults(face.card)).toEqual([]);
  return face;
};
const weekly = async (): Promise<boolean | undefined> =>
  (
    await stage.running.product.tools.db
      .selectFrom('reminder_setting')
      .select('weekly')
      .where('tenant_id', '=', sandboxTenantId)
      .where('project_id', '=', stage.projectId)
      .executeTakeFirst()
  )?.weekly;

test('“läget av” stops the weekly status, “ångra” brings it back, and “läget på …” is still a question', async () => {
  expect((await say('läget av')).text).toContain('Veckans läge är avstängt');
  expect(await weekly()).toBe(false);
  expect((await say('läget av')).text).toContain('redan avstängt');
  expect((await say('ångra')).text).toContain('Veckans läge är på');
  expect(await weekly()).toBe(true);
  const off = await say('stäng av veckans läge');
  expect(await weekly()).toBe(false);
  await stage.press(people.lead, off, 'Ångra');
  expect(await weekly()).toBe(true);
  expect((await say('påminnelser av')).text).toContain('Påminnelserna är avstängda');
  expect((await say('reminders on')).text).toContain('The reminders are on');
  const status = await say('läget på kommunerna');
  expect(status.text).toContain('anmälda');
});

test('ROL-04 whoever does not lead may not switch it, and the participants’ channel is no place for it', async () => {
  await say('läget av', people.planner);
  expect(await weekly()).toBe(true);
  const { client } = stage.running.chats;
  await client.install(participantsChannelId, people.lead);
  await say('läget av', people.lead, participantsChannelId);
  expect(await weekly()).toBe(true);
});

test('the clock stops at eight on Monday, and there is one post with the week and what is due', async () => {
  const { clock } = stage.running.sandbox;
  const before = stage.latest(planningChatId).id;
  await clock.advanceTo(Temporal.Instant.from('2026-10-19T06:30:00Z'));
  const post = stage.latest(planningChatId);
  expect(post.id).not.toBe(before);
  expect(post.text).toContain('Läget vecka 43: ');
  expect(post.text).toContain('**Att göra nu:** <at>Karin Tunsberg</at>');
  const entities = (post.card?.['msteams'] as { entities?: object[] } | undefined)?.entities;
  expect(entities).toContainEqual(expect.objectContaining({ mentioned: { id: people.lead, name: 'Karin Tunsberg' } }));
  expect(post.text).toContain('läget av');
  expect(cardFaults(post.card ?? {})).toEqual([]);
  // Its buttons do what can be done in the chat.
  await stage.press(people.lead, post, 'Träff 2');
});
