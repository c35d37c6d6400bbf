import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playgroundIds } from '../../src/commands/playground/teams.ts';
import { sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import { conversationFor } from '../../src/features/conversations/queries.ts';
import { openBotStage, people, type BotStage } from '../bot/stage.ts';
import { isBots, openPlayground, textIn, type PlaygroundClient } from './playground-client.ts';

const { group, channel, personal } = playgroundIds;

let stage: BotStage;
let playground: PlaygroundClient;

beforeAll(async () => {
  stage = await openBotStage('2026-08-20T08:00:00Z');
  await stage.activate();
  playground = await openPlayground(stage.running, [people.lead, people.planner, people.participant, people.stranger]);
}, 90_000);

afterAll(async () => {
  await playground.close();
  await stage.close();
});

describe('an independent client drives the bot, with its authentication on', () => {
  test('installing it in the group chat greets once and links the project', async () => {
    const before = playground.shown.length;
    await playground.ask(`/_debug/conversation/${encodeURIComponent(group)}/installation`, {});
    const greeting = await playground.next(group, before);
    // An installation is told twice, and only one of the two says that the Playground's people have an English client.
    expect(textIn(greeting)).toMatch(/Karin Tunsberg (added me|lade till mig)\./);
    expect(textIn(greeting)).toMatch(
      /linked to Kompetens i hela Dalarna as its planning chat|kopplad till Kompetens i hela Dalarna som planeringschatt/,
    );
    await sleep(300);
    expect(playground.shown.slice(before).filter((one) => one.action === 'createMessage' && isBots(one))).toHaveLength(
      1,
    );
  });

  test('a mention in the group chat is answered with a card', async () => {
    expect(textIn(await playground.say(group, 'hur ligger vi till?'))).toContain('34 anmälda, 4 kommuner tysta');
  });

  test('in the personal chat no mention is needed', async () => {
    expect(textIn(await playground.say(personal, 'nästa träff'))).toContain('Nästa träff: träff 1');
  });

  test('the channel is asked about before it becomes the participants’', async () => {
    const question = await playground.say(channel, 'nästa träff');
    expect(textIn(question)).toContain('deltagarkanal');
    await playground.press(people.lead, question, 'Kompetens i hela Dalarna');
    expect(textIn(await playground.say(channel, 'nästa träff'))).toContain('Nästa träff: träff 1');
  });

  test('the same button answers each by who they are', async () => {
    const summary = await playground.say(group, 'boka lokaler');
    const seen = playground.shown.length;
    await playground.press(people.lead, summary, 'Se bokning');
    const card = await playground.next(group, seen, 'updateMessage');
    expect(await playground.press(people.planner, card, 'Boka 1 lokal')).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining('får bara innehållsansvarig göra') as string,
    });
    expect(await playground.press(people.stranger, card, 'Boka 1 lokal')).toMatchObject({
      value: expect.stringContaining('Jag hittar dig inte') as string,
    });
    const before = playground.shown.length;
    expect(await playground.press(people.lead, card, 'Boka 1 lokal')).toMatchObject({
      type: 'application/vnd.microsoft.card.adaptive',
    });
    const updated = await playground.next(group, before, 'updateMessage');
    expect(updated.message.messageId).toBe(card.message.messageId);
    expect(textIn(updated)).toContain('Kortet uppdateras');
  });

  test('the bot writes by itself, and changes what it has written', async () => {
    const { messenger } = stage.running.product.tools;
    const planning = await conversationFor(
      stage.running.product.tools,
      { tenantId: sandboxTenantId, projectId: stage.projectId },
      'planning',
    );
    if (planning === undefined) throw new Error('no planning chat');
    const before = playground.shown.length;
    const posted = await messenger.post(planning, { text: 'Rummet har svarat' });
    if (posted.result !== 'posted') throw new Error(posted.result);
    expect((await playground.next(group, before)).message.text).toBe('Rummet har svarat');
    await messenger.update(planning, posted.activityId, { text: 'Rummet har tackat ja' });
    expect((await playground.next(group, before, 'updateMessage')).message.text).toBe('Rummet har tackat ja');
  });

  test('a channel post starts a thread of its own', async () => {
    const { messenger } = stage.running.product.tools;
    const participants = await conversationFor(
      stage.running.product.tools,
      { tenantId: sandboxTenantId, projectId: stage.projectId },
      'participants',
    );
    if (participants === undefined) throw new Error('no participants’ channel');
    const before = playground.shown.length;
    const posted = await messenger.post(participants, { text: 'Välkomna' });
    expect(posted.result).toBe('posted');
    expect((await playground.next(channel, before)).message.text).toBe('Välkomna');
  });
});
