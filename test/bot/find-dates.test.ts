import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import { previewPoll, sendPoll } from '../../src/features/date-polls/actions.ts';
import { sessionsOf } from '../../src/features/planning/queries.ts';
import { pollCards } from '../../bot/cards/poll.ts';
import { cardFaults } from './card-checker.ts';
import { openBotStage, participantsChannelId, people, planningChatId, type BotStage } from './stage.ts';

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-05-04T08:00:00Z');
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, people.lead);
});
afterAll(() => stage.close());

const days = async () => {
  const { tools } = stage.running.product;
  const sessions = await sessionsOf(tools, { tenantId: sandboxTenantId, projectId: stage.projectId });
  return sessions.map(({ date }) => date);
};

describe('PLN-01 finding dates in the chat', () => {
  test('three proposals without anybody’s name, a preview of one, and nothing is set before the yes', async () => {
    const before = await days();
    const proposals = await stage.say(people.lead, 'hitta datum', planningChatId);
    expect(proposals.text).toContain('Förslag 3');
    expect(proposals.text).toContain('sal Siljan');
    expect(proposals.text).not.toContain('Tunsberg');
    const { shared } = await stage.press(people.lead, proposals, 'Visa förslag 2');
    expect(shared.text).toContain('Ingen är inbjuden än, så ingen får något besked.');
    expect([proposals, shared].flatMap(({ card }) => cardFaults(card ?? {}))).toEqual([]);
    expect(await days()).toEqual(before);
    const done = await stage.press(people.lead, shared, 'Sätt datumen');
    expect(done.shared.text).toContain('Datumen för 4 träffar är satta.');
    expect(done.shared.text).toContain('boka lokaler');
    const after = (await days()).flatMap((day) => day ?? []);
    expect(after).not.toEqual(before);
    expect(after).toEqual(after.toSorted());
  });

  test('X-02 a proposal whose plan has changed since is shown anew, and sets nothing', async () => {
    const proposals = await stage.say(people.lead, 'föreslå datum', planningChatId);
    const { shared } = await stage.press(people.lead, proposals, 'Visa förslag 1');
    const { db } = stage.running.product.tools;
    await db.updateTable('session').set({ start_time: '10:00' }).where('id', '=', 's-1').execute();
    const before = await days();
    const again = await stage.press(people.lead, shared, 'Sätt datumen');
    expect(again.shared.text).toContain('Något har ändrats sedan förhandsvisningen.');
    expect(await days()).toEqual(before);
  });

  test('what has been answered about the days stands on the card, as counts', async () => {
    const { tools } = stage.running.product;
    const actor = await stage.actor(people.lead);
    const times = { startTime: '09:00', endTime: '16:00' };
    const order = { days: [{ date: '2026-11-04', ...times }], closesOn: '2026-05-22' };
    const shown = await previewPoll(tools, actor, order);
    if (!shown.ok) throw new Error(shown.reason);
    expect(await sendPoll(tools, actor, { ...order, confirm: shown.value, cards: pollCards })).toMatchObject({
      ok: true,
    });
    await tools.db
      .updateTable('date_poll_voter')
      .set({ answers: JSON.stringify({ '2026-11-04': 'ifNeeded' }) })
      .where('name', '=', 'Falu kommun')
      .execute();
    const { text } = await stage.say(people.lead, 'hitta datum', planningChatId);
    expect(text).toContain(`1 av ${shown.value.recipientCount} har svarat`);
    expect(text).toContain('onsdag 4 november 2026: 0 ja, 1 om det krisar, 0 nej');
    expect(text).not.toContain('Falu kommun');
  });

  test('ROL-04 somebody who does not lead gets no proposals', async () => {
    const { text } = await stage.say(people.planner, 'hitta datum', stage.personal(people.planner));
    expect(text).not.toContain('Förslag 1');
    await stage.running.chats.client.install(participantsChannelId, people.lead);
    const there = await stage.say(people.lead, 'hitta datum', participantsChannelId);
    expect(there.text).not.toContain('Förslag 1');
  });
});
