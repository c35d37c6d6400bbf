import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startPlayground, type PlaygroundProcess } from '../../src/commands/playground/process.ts';
import { startRelay, type Relay } from '../../src/commands/playground/relay.ts';
import { playgroundConfig, playgroundIds } from '../../src/commands/playground/teams.ts';
import { sandboxClientId, sandboxTeamId, sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import { conversationFor } from '../../src/features/conversations/queries.ts';
import { textOf } from '../bot/card-text.ts';
import { openBotStage, people, type BotStage } from '../bot/stage.ts';
import { temporaryFolder } from '../temporary.ts';

const { group, channel, personal } = playgroundIds;
const botId = `28:${sandboxClientId}`;

/** What the Playground shows: an own client that nobody here wrote. */
interface Shown {
  readonly action: string;
  readonly actionConversationId: string;
  readonly message: {
    readonly messageId: string;
    readonly text?: string;
    readonly attachments?: readonly { readonly content: Record<string, unknown> }[];
  };
}

let stage: BotStage;
let relay: Relay;
let playground: PlaygroundProcess;
let socket: WebSocket;
const shown: Shown[] = [];

beforeAll(async () => {
  stage = await openBotStage('2026-08-20T08:00:00Z');
  await stage.activate();
  const { sandbox, url } = stage.running;
  relay = await startRelay({
    sign: (serviceUrl) => sandbox.issueBotToken({ appId: sandboxClientId, serviceUrl }),
    target: `${url}/api/messages`,
  });
  const known = sandbox.directory.people().map(({ id, displayName, mail }) => ({ oid: id, name: displayName, mail }));
  const by = (oid: string) => known.filter((person) => person.oid === oid);
  const named = [people.lead, people.planner, people.participant, people.stranger];
  const rest = known.filter(({ oid }) => !named.includes(oid));
  playground = await startPlayground({
    endpoint: relay.endpoint,
    folder: temporaryFolder('playground'),
    config: playgroundConfig({
      tenantId: sandboxTenantId,
      bot: { appId: sandboxClientId, name: 'Lärprojekt' },
      teamId: sandboxTeamId,
      people: [...named.flatMap(by), ...rest],
    }),
    port: await freePort(),
    headless: true,
  });
  socket = new WebSocket(`${playground.url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.on('message', (data: Buffer) => shown.push(JSON.parse(data.toString()) as Shown)); // the Playground's own words
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
}, 90_000);

afterAll(async () => {
  socket.close();
  await playground.stop();
  await relay.close();
  await stage.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ask(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${playground.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** The next thing that the bot shows in a conversation after what has been shown before. */
async function next(conversationId: string, from: number, action = 'createMessage'): Promise<Shown> {
  for (let waited = 0; waited < 100; waited += 1) {
    const found = shown
      .slice(from)
      .find((one) => one.action === action && one.actionConversationId.startsWith(conversationId) && isBots(one));
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error(`nothing came in ${conversationId}: ${JSON.stringify(shown.slice(from)).slice(0, 500)}`);
}

function isBots({ message }: Shown): boolean {
  return (message.attachments?.length ?? 0) > 0 || (message.text !== undefined && !message.text.includes('<at>'));
}

function textIn({ message }: Shown): string {
  const card = message.attachments?.[0]?.content;
  return card === undefined ? (message.text ?? '') : textOf(card);
}

async function say(conversationId: string, text: string): Promise<Shown> {
  const before = shown.length;
  const isPersonal = conversationId === personal;
  await ask(`/_conversation/v1/conversations/${encodeURIComponent(conversationId)}/messages`, {
    from: { id: `29:${people.lead}` },
    text: isPersonal ? text : `<at>Lärprojekt</at> ${text}`,
    textFormat: isPersonal ? 'plain' : 'xml',
    mentions: isPersonal ? [] : [{ mentioned: { id: botId }, text: '<at>Lärprojekt</at>' }],
  });
  for (let at = before; ;) {
    const found = await next(conversationId, at);
    if (found.message.text !== text) return found;
    at = shown.indexOf(found) + 1;
  }
}

function press(oid: string, face: Shown, title: string): Promise<unknown> {
  const actions = (face.message.attachments?.[0]?.content['actions'] ?? []) as readonly {
    title: string;
    verb: string;
    data: object;
  }[]; // the bot's own card
  const button = actions.find((action) => action.title.startsWith(title));
  if (button === undefined) throw new Error(`no button ${title}`);
  return ask('/_conversation/v1/invoke', {
    name: 'adaptiveCard/action',
    from: { id: `29:${oid}` },
    conversation: { id: face.actionConversationId },
    replyToId: face.message.messageId,
    value: { action: { type: 'Action.Execute', verb: button.verb, data: button.data }, trigger: 'manual' },
  });
}

describe('an independent client drives the bot, with its authentication on', () => {
  test('installing it in the group chat greets once and links the project', async () => {
    const before = shown.length;
    await ask(`/_debug/conversation/${encodeURIComponent(group)}/installation`, {});
    const greeting = await next(group, before);
    // An installation is told twice, and only one of the two says that the Playground's people have an English client.
    expect(textIn(greeting)).toMatch(/Karin Tunsberg (added me|lade till mig)\./);
    expect(textIn(greeting)).toMatch(
      /linked to Kompetens i hela Dalarna as its planning chat|kopplad till Kompetens i hela Dalarna som planeringschatt/,
    );
    await sleep(300);
    expect(shown.slice(before).filter((one) => one.action === 'createMessage' && isBots(one))).toHaveLength(1);
  });

  test('a mention in the group chat is answered with a card', async () => {
    expect(textIn(await say(group, 'hur ligger vi till?'))).toContain('34 anmälda, 4 kommuner tysta');
  });

  test('in the personal chat no mention is needed', async () => {
    expect(textIn(await say(personal, 'nästa träff'))).toContain('Nästa träff: träff 1');
  });

  test('the channel is asked about before it becomes the participants’', async () => {
    const question = await say(channel, 'nästa träff');
    expect(textIn(question)).toContain('deltagarkanal');
    await press(people.lead, question, 'Kompetens i hela Dalarna');
    expect(textIn(await say(channel, 'nästa träff'))).toContain('Nästa träff: träff 1');
  });

  test('the same button answers each by who they are', async () => {
    const summary = await say(group, 'boka lokaler');
    const seen = shown.length;
    await press(people.lead, summary, 'Se bokning');
    const card = await next(group, seen, 'updateMessage');
    expect(await press(people.planner, card, 'Boka 1 lokal')).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining('får bara innehållsansvarig göra') as string,
    });
    expect(await press(people.stranger, card, 'Boka 1 lokal')).toMatchObject({
      value: expect.stringContaining('Jag hittar dig inte') as string,
    });
    const before = shown.length;
    expect(await press(people.lead, card, 'Boka 1 lokal')).toMatchObject({
      type: 'application/vnd.microsoft.card.adaptive',
    });
    const updated = await next(group, before, 'updateMessage');
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
    const before = shown.length;
    const posted = await messenger.post(planning, { text: 'Rummet har svarat' });
    if (posted.result !== 'posted') throw new Error(posted.result);
    expect((await next(group, before)).message.text).toBe('Rummet har svarat');
    await messenger.update(planning, posted.activityId, { text: 'Rummet har tackat ja' });
    expect((await next(group, before, 'updateMessage')).message.text).toBe('Rummet har tackat ja');
  });

  test('a channel post starts a thread of its own', async () => {
    const { messenger } = stage.running.product.tools;
    const participants = await conversationFor(
      stage.running.product.tools,
      { tenantId: sandboxTenantId, projectId: stage.projectId },
      'participants',
    );
    if (participants === undefined) throw new Error('no participants’ channel');
    const before = shown.length;
    const posted = await messenger.post(participants, { text: 'Välkomna' });
    expect(posted.result).toBe('posted');
    expect((await next(channel, before)).message.text).toBe('Välkomna');
  });
});
