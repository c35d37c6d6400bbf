import { once } from 'node:events';
import express from 'express';
import type { Server } from 'node:http';
import { decodeJwt } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import { openTeamsChats, type TeamsChats } from '../../src/sandbox/chat/teams.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { World } from '../../src/sandbox/world.ts';
import { openFarSide, person } from './far-side.ts';

const appId = 'b0b0b0b0-0000-4000-8000-0000000000b0';
const channelId = '19:kanal@thread.tacv2';
const groupId = '19:grupp@thread.v2';
const anna = person(11, 'anna@region.example', { kind: 'member' });
const bo = person(12, 'bo@region.example', { kind: 'member' });
const gunnar = person(13, 'gunnar@gast.example', { kind: 'guest', displayName: 'Gunnar Gäst' });

interface Heard {
  readonly token: string;
  readonly activity: Record<string, unknown>;
}

/** Teams with a bot that only listens, and the connector that the bot would answer through. */
interface Stage {
  readonly sandbox: Sandbox;
  readonly chats: TeamsChats;
  readonly heard: Heard[];
  /** What the bot answers to invokes. */
  answer: { status: number; body: unknown };
  call(method: string, path: string, body?: unknown, token?: string | null): Promise<Response>;
}

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function openStage(): Promise<Stage> {
  const world: Partial<World> = {
    people: [anna, bo, gunnar],
    teams: [
      {
        id: 'team-1',
        displayName: 'Laget',
        channels: [{ id: channelId, displayName: 'Allmänt' }],
        members: [anna, bo, gunnar].map(({ id }) => ({ personId: id, roles: [] })),
      },
    ],
  };
  const { sandbox } = await openFarSide(world);
  const heard: Heard[] = [];
  const late: { chats?: TeamsChats; answer: Stage['answer'] } = { answer: { status: 200, body: {} } };
  const app = express();
  app.post('/api/messages', express.json(), (request, response) => {
    heard.push({
      token: (request.get('authorization') ?? '').slice('Bearer '.length),
      activity: request.body as Record<string, unknown>, // what Teams sends
    });
    response.status(late.answer.status).json(late.answer.body);
  });
  app.use('/connector', (request, response, next) => late.chats?.connector(request, response, next));
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  const chats = openTeamsChats(sandbox, {
    bot: { appId, name: 'Boten', serviceUrl: `${url}/connector/` },
    botEndpoint: `${url}/api/messages`,
  });
  late.chats = chats;
  chats.book.addGroupChat({ id: groupId, title: 'Gruppen', memberIds: [anna.id, bo.id, gunnar.id] });
  return {
    ...{ sandbox, chats, heard },
    get answer() {
      return late.answer;
    },
    set answer(answer) {
      late.answer = answer;
    },
    call: async (method, path, body, token) => {
      const bearer = token === undefined ? await chats.botToken() : token;
      return await fetch(`${url}/connector/v3/${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
  };
}

const at = (id: string): string => `conversations/${encodeURIComponent(id)}`;
const hello = { type: 'message', text: 'Hej' };
const refusalOf = async (response: Response): Promise<unknown> => [
  response.status,
  ((await response.json()) as { error: { code: string } }).error.code, // the connector's own shape
];
const postedId = async (response: Response): Promise<string> => ((await response.json()) as { id: string }).id; // as above

describe('what the connector answers', () => {
  test('nobody writes as the bot without the bot’s own token', async () => {
    const { call, sandbox, chats } = await openStage();
    await chats.client.install(groupId, anna.id);
    expect(await refusalOf(await call('POST', `${at(groupId)}/activities`, hello, null))).toEqual([
      401,
      'BotNotRegistered',
    ]);
    const another = await sandbox.keys.sign({ iss: 'x', aud: 'https://api.botframework.com', appid: 'another' });
    expect((await call('POST', `${at(groupId)}/activities`, hello, another)).status).toBe(401);
    expect((await call('POST', `${at(groupId)}/activities`, hello)).status).toBe(201);
  });

  test('where the app is not installed the bot may not write', async () => {
    const { call, chats } = await openStage();
    expect(await refusalOf(await call('POST', `${at(groupId)}/activities`, hello))).toEqual([
      403,
      'BotNotInConversationRoster',
    ]);
    const wish = { isGroup: true, channelData: { channel: { id: channelId } }, activity: hello };
    expect((await call('POST', 'conversations', wish)).status).toBe(403);
    const personal = { isGroup: false, members: [{ id: bo.id }] };
    expect((await call('POST', 'conversations', personal)).status).toBe(403);
    await chats.client.install(channelId, anna.id);
    expect((await call('POST', 'conversations', personal)).status).toBe(201);
    await chats.client.uninstall(channelId, anna.id);
    expect((await call('POST', 'conversations', personal)).status).toBe(403);
  });

  test('an unknown conversation, message or person is not found', async () => {
    const { call, chats } = await openStage();
    await chats.client.install(groupId, anna.id);
    expect(await refusalOf(await call('POST', `${at('19:ingen@thread.v2')}/activities`, hello))).toEqual([
      404,
      'ConversationNotFound',
    ]);
    const post = await chats.client.say({ conversationId: groupId, from: anna.id, text: 'Hej', mention: false });
    expect(await refusalOf(await call('PUT', `${at(groupId)}/activities/${post.post.id}`, hello))).toEqual([
      404,
      'ActivityNotFoundInConversation',
    ]);
    const unknown = { isGroup: false, members: [{ id: '29:ingen' }] };
    expect(await refusalOf(await call('POST', 'conversations', unknown))).toEqual([404, 'UserNotFound']);
    expect(await refusalOf(await call('GET', `${at(groupId)}/members/29:ingen`))).toEqual([
      404,
      'MemberNotFoundInConversation',
    ]);
  });

  test('X-04 a far side that begins anew does not use an activity’s id again, since the bot leaves alone what it has seen', async () => {
    const ids = async () => {
      const { chats, heard } = await openStage();
      await chats.client.install(groupId, anna.id);
      return heard.map(({ activity }) => activity['id']);
    };
    const all = [...(await ids()), ...(await ids())];
    expect(all).toHaveLength(4);
    expect(new Set(all).size).toBe(4);
  });

  test('a message is changed and removed, and a reply to a thread stays in it', async () => {
    const { call, chats } = await openStage();
    await chats.client.install(channelId, anna.id);
    const wish = { isGroup: true, channelData: { channel: { id: channelId } }, activity: hello };
    const { id, activityId } = (await (await call('POST', 'conversations', wish)).json()) as {
      id: string;
      activityId: string;
    }; // the connector's own shape
    expect(id).toBe(`${channelId};messageid=${activityId}`);
    const reply = await postedId(await call('POST', `${at(id)}/activities`, { type: 'message', text: 'Svar' }));
    expect(chats.book.post(reply)?.rootId).toBe(activityId);
    expect((await call('PUT', `${at(id)}/activities/${reply}`, { type: 'message', text: 'Rättat' })).status).toBe(200);
    expect(chats.book.post(reply)).toMatchObject({
      text: 'Rättat',
      firstText: 'Svar',
      editedAt: expect.any(Number) as number,
    });
    expect((await call('DELETE', `${at(id)}/activities/${reply}`)).status).toBe(200);
    expect((await call('PUT', `${at(id)}/activities/${reply}`, hello)).status).toBe(404);
  });

  test('a message of more than 100 KB in UTF-16 is refused, also one that no reader would take', async () => {
    const { call, chats } = await openStage();
    await chats.client.install(groupId, anna.id);
    const sized = (units: number) => ({ type: 'message', text: 'å'.repeat(units) });
    expect((await call('POST', `${at(groupId)}/activities`, sized(50_000))).status).toBe(201);
    expect(await refusalOf(await call('POST', `${at(groupId)}/activities`, sized(51_300)))).toEqual([
      413,
      'MessageSizeTooBig',
    ]);
    expect((await call('POST', `${at(groupId)}/activities`, sized(1_100_000))).status).toBe(413);
  });

  test('the eighth message within a second is throttled, with the seconds to wait', async () => {
    const { call, chats } = await openStage();
    await chats.client.install(groupId, anna.id);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call('POST', `${at(groupId)}/activities`, hello)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('the whole roster is given five times a minute, its pages more often', async () => {
    const { call, chats } = await openStage();
    await chats.client.install(groupId, anna.id);
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await call('GET', `${at(groupId)}/members`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const first = (await (await call('GET', `${at(groupId)}/pagedmembers?pageSize=2`)).json()) as {
      members: { name: string; userRole: string }[];
      continuationToken: string;
    }; // the connector's own shape
    const rest = (await (
      await call('GET', `${at(groupId)}/pagedmembers?pageSize=2&continuationToken=${first.continuationToken}`)
    ).json()) as typeof first; // as above
    expect([...first.members, ...rest.members].map(({ name, userRole }) => [name, userRole])).toContainEqual([
      'Gunnar Gäst',
      'guest',
    ]);
  });

  test('a fault that is asked for comes as often as it was asked for', async () => {
    const { call, chats } = await openStage();
    await chats.client.install(groupId, anna.id);
    chats.failNext({ status: 412, code: 'PreconditionFailed', message: 'again', times: 1, method: 'POST' });
    expect(await refusalOf(await call('POST', `${at(groupId)}/activities`, hello))).toEqual([
      412,
      'PreconditionFailed',
    ]);
    expect((await call('POST', `${at(groupId)}/activities`, hello)).status).toBe(201);
  });

  test('“is writing” is shown until the message comes', async () => {
    const { call, chats } = await openStage();
    await chats.client.install(groupId, anna.id);
    await call('POST', `${at(groupId)}/activities`, { type: 'typing' });
    expect(chats.isTyping(groupId)).toBe(true);
    expect(chats.book.posts(groupId)).toHaveLength(0);
    await call('POST', `${at(groupId)}/activities`, hello);
    expect(chats.isTyping(groupId)).toBe(false);
  });
});

describe('what the bot hears', () => {
  test('in groups only what mentions it, in a personal chat everything, nothing where it is not installed', async () => {
    const { chats, heard } = await openStage();
    const say = (conversationId: string, mention: boolean) =>
      chats.client.say({ conversationId, from: anna.id, text: 'läget', mention });
    expect(await say(groupId, true)).toMatchObject({ heard: false, status: null });
    await chats.client.install(groupId, anna.id);
    heard.length = 0;
    expect(await say(groupId, false)).toMatchObject({ heard: false });
    expect(heard).toHaveLength(0);
    expect(await say(groupId, true)).toMatchObject({ heard: true, status: 200 });
    expect(heard.at(-1)?.activity).toMatchObject({
      type: 'message',
      text: '<at>Boten</at> läget',
      conversation: { id: groupId, conversationType: 'groupChat', isGroup: true },
    });
    const personal = chats.book.personal(anna.id);
    await chats.client.install(personal.id, anna.id);
    expect(await say(personal.id, false)).toMatchObject({ heard: true });
  });

  test('every activity is signed by the sandbox for this bot and this connector', async () => {
    const { chats, heard, sandbox } = await openStage();
    await chats.client.install(groupId, anna.id);
    const token = heard[0]?.token ?? '';
    expect(await sandbox.keys.verify(token)).toBeDefined();
    expect(decodeJwt(token)).toMatchObject({ iss: 'https://api.botframework.com', aud: appId });
    expect(decodeJwt(token)['serviceurl']).toBe(heard[0]?.activity['serviceUrl']);
  });

  test('in a channel the thread is part of the conversation’s id', async () => {
    const { chats, heard } = await openStage();
    await chats.client.install(channelId, anna.id);
    const first = await chats.client.say({ conversationId: channelId, from: bo.id, text: 'hej', mention: true });
    expect(heard.at(-1)?.activity['conversation']).toMatchObject({ id: `${channelId};messageid=${first.post.id}` });
    await chats.client.say({
      conversationId: channelId,
      from: bo.id,
      text: 'igen',
      mention: true,
      rootId: first.post.id,
    });
    expect(heard.at(-1)?.activity['conversation']).toMatchObject({ id: `${channelId};messageid=${first.post.id}` });
  });

  test('a bot that fails or is away is told of as Teams tells of it', async () => {
    const stage = await openStage();
    await stage.chats.client.install(groupId, anna.id);
    const id = await postedId(await stage.call('POST', `${at(groupId)}/activities`, card('a')));
    stage.answer = { status: 500, body: {} };
    expect(
      await stage.chats.client.say({ conversationId: groupId, from: anna.id, text: 'x', mention: true }),
    ).toMatchObject({ status: 500 });
    const answer = await stage.chats.client.act({ postId: id, from: anna.id, action: execute });
    expect(answer).toMatchObject({ type: 'application/vnd.microsoft.error', statusCode: 500 });
  });
});

const execute = { type: 'Action.Execute', verb: 'open', data: { n: 1, typed: 'ja' } } as const;
const card = (title: string, refresh?: object) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', title, body: [], ...(refresh === undefined ? {} : { refresh }) },
    },
  ],
});
const shown = (title: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: { title },
});

describe('cards', () => {
  test('an action tells the bot verb, data and what was typed, and its card is shown to that person alone', async () => {
    const stage = await openStage();
    const { chats, heard } = stage;
    await chats.client.install(groupId, anna.id);
    const id = await postedId(await stage.call('POST', `${at(groupId)}/activities`, card('alla')));
    stage.answer = { status: 200, body: shown('Annas') };
    await chats.client.act({ postId: id, from: anna.id, action: execute });
    expect(heard.at(-1)?.activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: id,
      from: { aadObjectId: anna.id },
      value: { action: { type: 'Action.Execute', verb: 'open', data: { typed: 'ja' } }, trigger: 'manual' },
    });
    expect(chats.book.post(id)?.views).toEqual({ [anna.id]: { title: 'Annas' } });
    await stage.call('PUT', `${at(groupId)}/activities/${id}`, card('ny för alla'));
    expect(chats.book.post(id)?.views).toEqual({});
  });

  test('an older Teams falls back to Action.Submit, which comes as a message with a value', async () => {
    const stage = await openStage();
    await stage.chats.client.install(groupId, anna.id);
    const id = await postedId(await stage.call('POST', `${at(groupId)}/activities`, card('alla')));
    const action = { type: 'Action.Submit', data: { verb: 'open' } } as const;
    expect(await stage.chats.client.act({ postId: id, from: bo.id, action })).toBeNull();
    expect(stage.heard.at(-1)?.activity).toMatchObject({ type: 'message', replyToId: id, value: { verb: 'open' } });
    expect(stage.heard.at(-1)?.activity['text']).toBeUndefined();
  });

  test('looking refreshes a card once a version, for those it names and without names for all', async () => {
    const stage = await openStage();
    const { chats, heard } = stage;
    await chats.client.install(groupId, anna.id);
    stage.answer = {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' },
    };
    const action = { type: 'Action.Execute', verb: 'refresh', data: {} };
    const named = await postedId(
      await stage.call('POST', `${at(groupId)}/activities`, card('en', { action, userIds: [`29:${anna.id}`] })),
    );
    const open = await postedId(await stage.call('POST', `${at(groupId)}/activities`, card('alla', { action })));
    const refreshes = async (): Promise<number> => {
      heard.length = 0;
      for (const oid of [anna.id, bo.id]) for (const post of [named, open]) await chats.client.look(post, oid);
      return heard.filter(({ activity }) => activity['type'] === 'invoke').length;
    };
    expect(await refreshes()).toBe(3);
    expect(await refreshes()).toBe(0);
    await stage.call('PUT', `${at(groupId)}/activities/${named}`, card('två', { action, userIds: [] }));
    expect(await refreshes()).toBe(0);
  });
});
