import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { TeamsActivityHandler } from 'botbuilder';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { azureBotAuthentication, botAdapter, botEndpoint, type BotAuthentication } from '../../bot/adapter.ts';
import { botMessenger } from '../../bot/messenger.ts';
import type { ConversationRef, MessengerPort } from '../../src/ports/messenger.ts';

const appId = '22222222-2222-4222-8222-222222222222';
const tenantId = '11111111-1111-4111-8111-111111111111';

class Credentials extends ServiceClientCredentialsFactory {
  readonly off: boolean;
  constructor(off = false) {
    super();
    this.off = off;
  }
  isValidAppId(id: string): Promise<boolean> {
    return Promise.resolve(id === appId);
  }
  isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(this.off);
  }
  createCredentials() {
    type Signed = Parameters<
      Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>['signRequest']
    >[0];
    return Promise.resolve({
      signRequest: (request: Signed) => {
        request.headers.set('authorization', 'Bearer bot');
        return Promise.resolve(request);
      },
    });
  }
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

let server: Server;
let url: string;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let messenger: MessengerPort;
let authentication: BotAuthentication;
const calls: Call[] = [];
/** What the connector answers next; 201 with ids when it is empty. */
const planned: { status: number; headers?: Record<string, string>; code?: string }[] = [];
const heard: unknown[] = [];

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', use: 'sig', endorsements: ['msteams'] };
  const app = express();
  app.use(express.json());
  app.get(
    '/openid',
    (_request, response) =>
      void response.json({
        issuer: 'https://api.botframework.com',
        jwks_uri: `${url}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
  );
  app.get('/keys', (_request, response) => void response.json({ keys: [jwk] }));
  app.use('/connector', (request, response) => {
    calls.push({
      method: request.method,
      path: decodeURIComponent(request.path),
      body: request.body as Record<string, unknown>,
    }); // the bot's own JSON
    const next = planned.shift();
    if (next !== undefined)
      return void response
        .status(next.status)
        .set(next.headers ?? {})
        .json({ error: { code: next.code ?? 'X', message: 'no' } });
    const isRoot = request.path === '/v3/conversations';
    response.status(201).json(isRoot ? { id: `19:new@thread.tacv2;messageid=77`, activityId: '77' } : { id: '42' });
  });
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listens on TCP
  authentication = { ...azureBotAuthentication({ appId, tenantId }), openIdMetadataUrl: `${url}/openid` };
  const adapter = await botAdapter({ credentialsFactory: new Credentials(), authentication });
  messenger = botMessenger(adapter, { appId, random: () => 0 });
  class Ear extends TeamsActivityHandler {
    protected override onTurnActivity(context: { activity: unknown }): Promise<void> {
      heard.push(context.activity);
      return Promise.resolve();
    }
  }
  app.post('/api/messages', botEndpoint(adapter, new Ear(), pino({ level: 'silent' })));
  // The vendor writes every refusal, keys included, to the console.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  calls.length = 0;
  heard.length = 0;
  planned.length = 0;
});

const activity = () => ({
  type: 'message',
  id: '1',
  text: 'hej',
  channelId: 'msteams',
  serviceUrl: `${url}/connector`,
  from: { id: '29:a' },
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a:1' },
});

async function post(token: string | undefined, body: object = activity()): Promise<number> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return response.status;
}

async function token(claims: Record<string, unknown> = {}, expires = '5m', key = keys.privateKey): Promise<string> {
  return new SignJWT({ serviceurl: `${url}/connector`, iss: 'https://api.botframework.com', aud: appId, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key);
}

describe('who may speak to the bot', () => {
  test('Teams’ own signature opens the door', async () => {
    expect(await post(await token())).toBe(200);
    expect(heard).toHaveLength(1);
  });

  test('everything else is answered 401 and heard by nobody', async () => {
    const other = await generateKeyPair('RS256');
    const bare = new UnsecuredJWT({ iss: 'https://api.botframework.com', aud: appId, serviceurl: `${url}/connector` });
    const attempts = {
      'no token': undefined,
      garbage: 'abc.def.ghi',
      'another audience': await token({ aud: 'somebody-else' }),
      'another issuer': await token({ iss: 'https://evil.example' }),
      expired: await token({}, '-10m'),
      'another key under the same name': await token({}, '5m', other.privateKey),
      'no algorithm': bare.setExpirationTime('5m').encode(),
      'another service address': await token({ serviceurl: 'https://evil.example' }),
      'the Emulator’s kind of token': await token({
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        ver: '1.0',
        appid: 'x',
      }),
    };
    for (const [name, bearer] of Object.entries(attempts)) expect([name, await post(bearer)]).toEqual([name, 401]);
    expect(await post(await token(), { ...activity(), channelId: 'webchat' })).toBe(401);
    expect(heard).toEqual([]);
  });

  test('an empty app id or a factory without authentication does not start', async () => {
    const credentialsFactory = new Credentials();
    await expect(botAdapter({ credentialsFactory, authentication: { ...authentication, appId: ' ' } })).rejects.toThrow(
      'BOT_APP_ID',
    );
    await expect(botAdapter({ credentialsFactory: new Credentials(true), authentication })).rejects.toThrow(
      'switched off',
    );
  });
});

describe('what the bot writes by itself', () => {
  const chat = (): ConversationRef => ({
    conversationId: '19:planering@thread.v2',
    kind: 'groupChat',
    serviceUrl: `${url}/connector`,
    tenantId,
    botId: `28:${appId}`,
  });
  const channel = (): ConversationRef => ({ ...chat(), kind: 'channel', conversationId: '19:kanal@thread.tacv2' });
  const hello = { text: 'Hej' } as const;

  test('a post goes to the conversation once, and its id comes back', async () => {
    expect(await messenger.post(chat(), hello)).toEqual({ result: 'posted', activityId: '42' });
    expect(calls).toMatchObject([
      { method: 'POST', path: '/v3/conversations/19:planering@thread.v2/activities', body: { text: 'Hej' } },
    ]);
  });

  test('a card goes alone, with its summary', async () => {
    await messenger.post(chat(), { card: { type: 'AdaptiveCard' }, summary: 'Kort' });
    expect(calls[0]?.body).toMatchObject({
      summary: 'Kort',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
    });
    expect(calls[0]?.body['text']).toBeUndefined();
  });

  test('a post in a channel starts a thread of its own, and is updated there', async () => {
    expect(await messenger.post(channel(), hello)).toEqual({ result: 'posted', activityId: '77' });
    await messenger.update(channel(), '77', hello);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v3/conversations',
      'PUT /v3/conversations/19:kanal@thread.tacv2;messageid=77/activities/77',
    ]);
    expect(calls[0]?.body).toMatchObject({ isGroup: true, channelData: { channel: { id: '19:kanal@thread.tacv2' } } });
  });

  test('a chat with one person is opened by their object id', async () => {
    const opened = await messenger.openPersonal(chat(), { oid: 'oid-1' });
    expect(opened).toMatchObject({ result: 'opened', conversation: { kind: 'personal', botId: `28:${appId}` } });
    expect(calls[0]?.body).toMatchObject({ isGroup: false, tenantId, members: [{ id: 'oid-1' }] });
  });

  test.each([
    [403, 'BotNotInConversationRoster'],
    [403, 'MessageWritesBlocked'],
    [404, 'ConversationNotFound'],
  ])('%i %s: the bot is not there', async (status, code) => {
    planned.push({ status, code }, { status, code });
    expect(await messenger.post(chat(), hello)).toEqual({ result: 'notInstalled' });
    expect(await messenger.openPersonal(chat(), { oid: 'x' })).toEqual({ result: 'notInstalled' });
  });

  test('429 waits as long as Teams asks, and longer each time when it does not say', async () => {
    planned.push({ status: 429, headers: { 'retry-after': '7' } }, { status: 429 }, { status: 412 });
    expect(await messenger.post(chat(), hello)).toEqual({ result: 'later', retryAfterSeconds: 7 });
    expect(await messenger.post(chat(), hello)).toEqual({ result: 'later', retryAfterSeconds: 2 });
    expect(await messenger.update(chat(), '42', hello)).toEqual({ result: 'later', retryAfterSeconds: 4 });
    expect(calls).toHaveLength(3);
  });

  test.each([500, 502, 504])(
    '%i may have been posted: it is thrown, and never posted twice from here',
    async (status) => {
      planned.push({ status });
      await expect(messenger.post(chat(), hello)).rejects.toThrow('unknown outcome');
      expect(calls).toHaveLength(1);
    },
  );
});
