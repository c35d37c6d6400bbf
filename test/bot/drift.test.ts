import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmRooms, previewRooms } from '../../src/features/rooms/actions.ts';
import { sessionOf } from '../../src/features/planning/queries.ts';
import { openBotStage, people, planningChatId, sandboxTenantId, type BotStage } from './stage.ts';

const organiser = 'dalalab@region-dalarna.example';

describe('X-05 the bot asks which side is right when a meeting has been changed in Outlook', () => {
  let stage: BotStage;
  const clock = () => stage.running.sandbox.clock;
  const event = () => {
    const found = stage.running.sandbox
      .calendar(organiser)
      .find(({ subject, isCancelled }) => !isCancelled && subject.startsWith('Dalalab träff 1 '));
    if (found === undefined) throw new Error('there is no meeting');
    return found;
  };
  const moveInOutlook = async (hour: string) => {
    await clock().advanceTo(clock().now().add({ minutes: 1 }));
    const ms = Temporal.Instant.from(`2026-09-22T${hour}:00Z`).epochMilliseconds;
    stage.running.sandbox.editInOutlook(event().id, { start: { ms, zone: 'W. Europe Standard Time' } });
    await clock().settle();
    return stage.latest(planningChatId);
  };

  beforeAll(async () => {
    stage = await openBotStage('2026-08-20T08:00:00Z');
    await stage.running.chats.client.install(planningChatId, people.lead);
    await stage.activate();
    const { tools } = stage.running.product;
    const lead = await stage.actor(people.lead);
    const preview = await previewRooms(tools, lead);
    if (!preview.ok) throw new Error(preview.reason);
    const choices = preview.value.choices.map((choice) => ({ ...choice, overrideReason: 'enligt planen' }));
    const again = await previewRooms(tools, lead, choices);
    if (!again.ok) throw new Error(again.reason);
    await confirmRooms(tools, lead, { ...again.value, choices });
    await clock().settle();
    await clock().advanceTo(clock().now().add({ minutes: 30 }));
  }, 60_000);
  afterAll(() => stage.close());

  test('the plan is right: the card says how many hear of it, and Outlook is mended', async () => {
    const question = await moveInOutlook('11:00');
    expect(question.text).toContain('Träff 1 är ändrad i Outlook: den börjar den 22 september kl. 13.00.');
    const { shared } = await stage.press(people.lead, question, 'Planen gäller');
    expect(shared.text).toMatch(/\d+ personer får en uppdatering av sin bokning/);
    const settled = await stage.press(people.lead, shared, 'Rätta i Outlook');
    expect(settled.shared.text).toContain('Outlook rättas efter planen.');
    await clock().settle();
    expect(new Date(event().startMs).toISOString()).toBe('2026-09-22T06:30:00.000Z');
  });

  test('Outlook is right: the plan says the same, and somebody who is no lead may not say so', async () => {
    const question = await moveInOutlook('12:00');
    const refused = await stage.press(people.planner, question, 'Outlook gäller');
    expect(refused.shared.text).toBe(question.text);
    const { shared } = await stage.press(people.lead, question, 'Outlook gäller');
    await stage.press(people.lead, shared, 'Ändra planen');
    const key = { tenantId: sandboxTenantId, projectId: stage.projectId };
    expect(await sessionOf(stage.running.product.tools, key, 's-1')).toMatchObject({ startTime: '14:00' });
  });
});
