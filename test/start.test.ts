import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { organiserMailboxOf, worldOf } from '../src/commands/sandbox-world.ts';
import { readConfig, type SandboxConfig, type TenantConfig } from '../src/config.ts';
import { whyNotStarted } from '../src/start-parts.ts';
import { startSandbox, startTenant, type RunningSandbox } from '../src/start.ts';
import { engines } from './engines.ts';
import { temporaryFolder } from './temporary.ts';

const file: unknown = JSON.parse(
  readFileSync(new URL('../src/features/planning/sample/sample-project.json', import.meta.url), 'utf8'),
);
const log = pino({ level: 'silent' });
const folder = temporaryFolder('start');
const embedded = engines[0];

const tenantEnvironment = {
  MODE: 'tenant',
  PORT: '0',
  ENTRA_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  ENTRA_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  ENTRA_CLIENT_SECRET: 'a-long-secret',
  BOT_APP_ID: '22222222-2222-4222-8222-222222222222',
  BOT_APP_PASSWORD: 'another-secret',
  PUBLIC_URL: 'https://dalalab.example',
  ORGANISER_MAILBOX: 'dalalab@region.example',
  VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
};

async function databaseUrl(): Promise<string> {
  if (embedded === undefined) throw new Error('there is always the embedded engine');
  return await embedded.preparedUrl();
}

async function sandbox(url: string, port = '0'): Promise<RunningSandbox> {
  const config = readConfig({ PORT: port, DATA_DIR: join(folder, `data-${Math.random()}`), DATABASE_URL: url });
  return await startSandbox({
    config: config as SandboxConfig,
    world: worldOf(file, { startsAt: '2026-06-10T07:00:00Z' }),
    organiserMailbox: organiserMailboxOf(file),
    log,
    tabFolder: null,
    frozen: true,
    inMemory: true,
  }); // no MODE means sandbox
}

test('a tenant has no sandbox pages, takes nobody without a token, and tells that it lives', async () => {
  const running = await startTenant(
    readConfig({ ...tenantEnvironment, DATABASE_URL: await databaseUrl() }) as TenantConfig,
    log,
    null,
  ); // MODE says so
  const at = `http://127.0.0.1:${running.port}`;
  expect(running.url).toBe('https://dalalab.example');
  expect((await fetch(`${at}/healthz`)).status).toBe(200);
  expect((await fetch(`${at}/readyz`)).status).toBe(200);
  for (const path of [
    '/sandbox',
    '/sandbox/api/state',
    '/sandbox/api/token?oid=x',
    '/sandbox/bot/keys',
    '/sandbox/connector/v3/conversations',
  ])
    expect([path, (await fetch(at + path)).status]).toEqual([path, 404]);
  expect((await fetch(`${at}/api/projects`)).status).toBe(401);
  const unsigned = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.example' }),
  };
  expect((await fetch(`${at}/api/messages`, unsigned)).status).toBe(401);
  await running.close();
  await expect(fetch(`${at}/healthz`)).rejects.toThrow('fetch failed');
});

test('a database made in the sandbox is refused by a tenant, and the other way round', async () => {
  const url = await databaseUrl();
  await (await sandbox(url)).close();
  const asTenant = startTenant(readConfig({ ...tenantEnvironment, DATABASE_URL: url }) as TenantConfig, log, null); // MODE says so
  await expect(asTenant).rejects.toThrow('made in sandbox mode');
  const other = await databaseUrl();
  await (
    await startTenant(readConfig({ ...tenantEnvironment, DATABASE_URL: other }) as TenantConfig, log, null)
  ).close(); // as above
  await expect(sandbox(other)).rejects.toThrow('made in tenant mode');
});

test('the sandbox listens on the loopback address, and a busy port is named and the next one taken', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => void blocker.listen(0, '127.0.0.1', resolve));
  const address = blocker.address();
  const busy = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const running = await sandbox(await databaseUrl(), String(busy));
  expect(running.busyPorts).toContain(busy);
  expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(running.url).not.toContain(`:${busy}`);
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  await running.close();
  blocker.close();
});

test('what keeps it from starting is told in sentences; a fault of the program keeps its stack', () => {
  const refused = new AggregateError([
    new Error('connect ECONNREFUSED ::1:1'),
    new Error('connect ECONNREFUSED 127.0.0.1:1'),
  ]);
  const why = whyNotStarted(new Error('the database does not answer', { cause: refused }));
  expect(why?.split('\n')).toEqual([
    'Det gick inte att starta. / The product could not start:',
    '  - the database does not answer',
    '  - connect ECONNREFUSED ::1:1',
    '  - connect ECONNREFUSED 127.0.0.1:1',
  ]);
  expect(whyNotStarted(new TypeError('x is not a function'))).toBeUndefined();
});
