import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxClientId } from '../../src/commands/sandbox-world.ts';
import type { RunningSandbox } from '../../src/start.ts';
import { embedded } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';
import { configOf, lead, planningChatId, sandboxApi, startSample } from './product.ts';

let running: RunningSandbox;
beforeAll(async () => {
  const config = configOf(temporaryFolder('chat'), await embedded.preparedUrl());
  running = await startSample(config, { inMemory: true });
});
afterAll(() => running.close());

const serviceUrl = (): string => `${running.url}/sandbox/connector/`;

async function message(token: string | null, more: Record<string, unknown> = {}): Promise<number> {
  const activity = {
    type: 'message',
    id: `a-${Math.trunc(performance.now() * 1000)}`,
    channelId: 'msteams',
    serviceUrl: serviceUrl(),
    text: 'hjälp',
    from: { id: `29:${lead}`, aadObjectId: lead },
    recipient: { id: `28:${sandboxClientId}` },
    conversation: { id: planningChatId, conversationType: 'groupChat', tenantId: 'x' },
    channelData: { tenant: { id: running.sandbox.directory.facts.tenantId } },
    ...more,
  };
  const response = await fetch(`${running.url}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(activity),
  });
  return response.status;
}

test('BOT-01 the bot takes what the sandbox’s own key has signed for it, and refuses everything else with 401', async () => {
  const { sandbox } = running;
  const own = { appId: sandboxClientId, serviceUrl: serviceUrl() };
  expect(await message(await sandbox.issueBotToken(own))).toBe(200);
  expect(await message(null)).toBe(401);
  expect(await message('not.a.token')).toBe(401);
  expect(await message(await sandbox.issueBotToken({ ...own, appId: 'another' }))).toBe(401);
  expect(await message(await sandbox.issueBotToken({ ...own, serviceUrl: 'https://elsewhere.example/' }))).toBe(401);
  expect(await message(await sandbox.issueBotToken({ ...own, seconds: -3600 }))).toBe(401);
});

test('a forged token, with the right claims and somebody else’s key, is refused with 401', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  const kid = running.sandbox.keys.botJwks().keys[0]?.kid ?? '';
  const forged = await new SignJWT({ serviceurl: serviceUrl() })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .setIssuer('https://api.botframework.com')
    .setAudience(sandboxClientId)
    .setExpirationTime('1h')
    .sign(privateKey);
  expect(await message(forged)).toBe(401);
});

test('the planning chat holds the planning group and no participants', async () => {
  const { conversations, people } = await sandboxApi<{
    conversations: { id: string; memberIds: string[] }[];
    people: { oid: string; name: string }[];
  }>(running, 'state');
  const members = conversations.find(({ id }) => id === planningChatId)?.memberIds ?? [];
  const names = people.filter(({ oid }) => members.includes(oid)).map(({ name }) => name);
  expect(names).toContain('Karin Tunsberg');
  expect(names).not.toContain('Dmitri Petrov');
});

test('what one says in the chat is answered there, with a card', async () => {
  const said = await sandboxApi<{ heard: boolean; status: number }>(running, 'chat/say', {
    conversation: planningChatId,
    oid: lead,
    text: 'läget',
    mention: true,
  });
  expect(said).toMatchObject({ heard: true, status: 200 });
  const posts = await sandboxApi<{ author: string; attachments: { content: unknown }[] }[]>(
    running,
    `chat?conversation=${encodeURIComponent(planningChatId)}&oid=${lead}`,
  );
  expect(posts.at(-1)?.author).toBe('Lärprojekt');
  expect(JSON.stringify(posts.at(-1)?.attachments)).toContain('Läget i');
});
