import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, openBotStage, participantsChannelId, people, planningChatId, type BotStage } from './stage.ts';

const { participant } = people;
let stage: BotStage;

describe('EVA-01 the evaluation card', () => {
  const answers = { useful: '4', likelihood: '3', plan: 'Prova i höst', support: 'time,manager', talkTime: 'right' };

  beforeAll(async () => {
    stage = await openBotStage('2026-09-22T13:35:00Z');
    await stage.running.chats.client.install(planningChatId, people.lead);
    await stage.running.chats.client.install(participantsChannelId, people.lead);
    await stage.press(people.lead, stage.latest(participantsChannelId), 'Kompetens i hela Dalarna');
    await stage.activate();
    const card = await stage.say(people.lead, 'skicka utvärdering', planningChatId);
    await stage.press(people.lead, card, 'Bekräfta');
    await stage.say(participant, 'hej');
  });
  afterAll(() => stage.close());

  test('X-01 opens in the channel and in private, is answered once, and keeps nothing of who pressed when', async () => {
    await stage.running.sandbox.clock.advanceTo(at('2026-09-22T13:41:00Z'));
    await stage.running.product.worker.settle();
    const shared = stage.latest(participantsChannelId);
    expect(shared.text).toContain('Svaren sparas utan ditt namn');
    const { db } = stage.running.product.tools;
    const handled = async () => (await db.selectFrom('handled_activity').selectAll().execute()).length;
    const before = await handled();

    const outsider = await stage.press(people.planner, shared, 'Skicka svar', answers);
    expect(outsider.own.toast).toContain('Inget har sparats');
    const missing = await stage.press(participant, shared, 'Skicka svar', { useful: '4' });
    expect(missing.own.toast).toContain('Det saknas svar');
    const thanks = await stage.press(participant, shared, 'Skicka svar', answers);
    expect(thanks.own.card).toContain('1 av 34 har svarat.');
    expect(thanks.shared.text).toBe(shared.text);
    const personal = stage.latest(stage.personal(participant));
    const twice = await stage.press(participant, personal, 'Skicka svar', answers);
    expect(twice.own.toast).toContain('Du har redan svarat');

    expect(await handled()).toBe(before);
    const urn = await db.selectFrom('evaluation_urn').selectAll().execute();
    expect(urn).toHaveLength(1);
    expect(JSON.stringify(urn)).not.toContain(participant);
  });
});
