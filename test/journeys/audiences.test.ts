import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, openBotStage, participantsChannelId, people, planningChatId, type BotStage } from '../bot/stage.ts';

const { lead } = people;

const posts = (stage: BotStage, id: string) => stage.running.chats.book.posts(id).filter(({ from }) => from === 'bot');
const said = (stage: BotStage, id: string) => JSON.stringify(posts(stage, id));

async function passTo(stage: BotStage, moment: string): Promise<void> {
  await stage.running.sandbox.clock.advanceTo(at(moment));
  await stage.running.product.worker.settle();
}

/** What the content lead does in private, so that no answer of the bot's stands in the places that are looked at. */
async function live(stage: BotStage): Promise<void> {
  const rooms = await stage.press(lead, await stage.say(lead, 'boka lokaler'), 'Se ');
  await stage.press(lead, rooms.shared, 'Boka');
  const closing = await stage.say(lead, 'stäng anmälan');
  await stage.press(lead, closing, 'Stäng av sig själv');
  const evaluation = await stage.say(lead, 'skicka utvärdering träff 1');
  await stage.press(lead, evaluation, 'Bekräfta');
  // Announced three days before; what follows a closing is no part of this story.
  await passTo(stage, '2026-08-25T15:00:00Z');
  await stage.press(lead, await stage.say(lead, 'ångra'), 'Stoppa: Stäng anmälan');
  await passTo(stage, '2026-09-21T14:00:00Z');
  await passTo(stage, '2026-09-22T13:41:00Z');
}

describe('ROL-04 a project with a participants’ channel and no planning chat', () => {
  let stage: BotStage;
  beforeAll(async () => {
    stage = await openBotStage('2026-08-20T08:00:00Z');
    await stage.activate();
    await stage.running.chats.client.install(participantsChannelId, lead);
    await stage.press(lead, stage.latest(participantsChannelId), 'Kompetens i hela Dalarna');
    await live(stage);
  }, 120_000);
  afterAll(() => stage.close());

  test('nothing that is meant for planners is said in the channel', () => {
    // The question whose channel it is, and the evaluation.
    expect(posts(stage, participantsChannelId)).toHaveLength(2);
    expect(said(stage, participantsChannelId)).not.toMatch(/Anmälan stänger|stängd|Stoppa|bekräftat|rummet har/i);
  });

  test('those who lead hear of the closing by mail all the same', async () => {
    const answer = await fetch(
      `${stage.running.url}/sandbox/api/mailbox?address=karin.tunsberg@region-dalarna.example`,
    );
    const subjects = ((await answer.json()) as { subject: string }[]).map(({ subject }) => subject).join('\n'); // the sandbox's own answer
    expect(subjects).toMatch(/stäng/i);
  });
});

describe('ROL-04 a project with a planning chat and no channel', () => {
  let stage: BotStage;
  beforeAll(async () => {
    stage = await openBotStage('2026-08-20T08:00:00Z');
    await stage.activate();
    await stage.running.chats.client.install(planningChatId, lead);
    await live(stage);
  }, 120_000);
  afterAll(() => stage.close());

  test('the planners hear of rooms and closing; the evaluation does not come to their chat', () => {
    expect(said(stage, planningChatId)).toMatch(/Stoppa/);
    expect(said(stage, planningChatId)).toContain('går till 34 personer');
    expect(said(stage, planningChatId)).not.toContain('Svaren sparas utan ditt namn');
    expect(said(stage, planningChatId)).not.toContain('evaluation.answer');
  });

  test('every participant has got the evaluation by a road of their own', async () => {
    const routes = await stage.running.product.tools.db
      .selectFrom('notice')
      .select(['channel', 'state'])
      .where('kind', 'in', ['evaluation.personal', 'evaluation.shared'])
      .execute();
    expect(routes).toHaveLength(34);
    expect(routes.every(({ channel, state }) => channel !== 'participantsChannel' && state === 'sent')).toBe(true);
  });
});
