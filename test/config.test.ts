import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const tenant = {
  MODE: 'tenant',
  ENTRA_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  ENTRA_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  ENTRA_CLIENT_SECRET: 'a-long-secret',
  BOT_APP_ID: '33333333-3333-4333-8333-333333333333',
  BOT_APP_PASSWORD: 'another-secret',
  PUBLIC_URL: 'https://dalalab.example/',
  ORGANISER_MAILBOX: 'dalalab@region.example',
  VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
};

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.problems;
    throw cause;
  }
  return [];
}

describe('sandbox', () => {
  test('nothing set means the sandbox with an embedded database', () => {
    expect(readConfig({})).toMatchObject({ mode: 'sandbox', port: 3978, databaseUrl: 'data/database', fresh: false });
  });
  test('it refuses to start in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('set MODE=tenant')]);
  });
  test.each(['ENTRA_TENANT_ID', 'ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET', 'BOT_APP_ID', 'BOT_APP_PASSWORD'])(
    'it refuses to start beside %s',
    (name) => {
      expect(problemsOf({ [name]: 'x' })).toEqual([expect.stringContaining(name)]);
    },
  );
  test('an unknown flag is named', () => {
    expect(() => readConfig({}, ['--frech'])).toThrow('--frech');
  });
});

describe('tenant', () => {
  test('everything given is taken, without the final slash', () => {
    expect(readConfig(tenant)).toMatchObject({
      mode: 'tenant',
      publicUrl: 'https://dalalab.example',
      allowedTenants: [tenant.ENTRA_TENANT_ID],
    });
  });
  test.each(Object.keys(tenant).filter((name) => name !== 'MODE'))('it refuses to start without %s', (name) => {
    const { [name as keyof typeof tenant]: _, ...rest } = tenant;
    expect(problemsOf(rest)).toEqual([`${name} is missing: tenant mode needs it`]);
  });
  test('an address without https is refused with the remedy', () => {
    expect(problemsOf({ ...tenant, PUBLIC_URL: 'http://dalalab.example' })).toEqual([
      expect.stringContaining('starting with https://'),
    ]);
  });
  test('a wrong secret is not printed', () => {
    expect(problemsOf({ ...tenant, VAULT_KEY: 'hemligt' }).join()).not.toContain('hemligt');
  });
});

test.each([
  ['PORT', '99999', 'PORT is "99999": write a port number'],
  ['ROLES', 'web,foo', 'ROLES is "web,foo": write web, worker'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud": write one of trace, debug'],
  ['GRACE_SECONDS', 'abc', 'GRACE_SECONDS is "abc": write a whole number of seconds'],
  ['DATABASE_URL', 'mysql://root:hemligt@db/x', 'DATABASE_URL: write postgres://'],
])('%s = %s is told with the remedy and without jargon', (name, value, expected) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toEqual([expect.stringContaining(expected)]);
  expect(problems.join()).not.toMatch(/hemligt|Invalid|NaN/);
});

test('a folder may be named in any way that the machine has', () => {
  for (const folder of ['data/database', '/var/lib/lp', 'C:\\data\\lp', 'memory://', 'postgresql://host/x'])
    expect(readConfig({ DATABASE_URL: folder }).databaseUrl).toBe(folder);
});

test('every problem is told at once', () => {
  expect(problemsOf({ MODE: 'tenant', PORT: 'åtta' }).length).toBe(9);
});

test('an unknown mode is refused', () => {
  expect(() => readConfig({ MODE: 'prod' })).toThrow('sandbox or tenant');
});

describe('a sandbox process that only works', () => {
  test('it needs a database that processes share', () => {
    expect(problemsOf({ ROLES: 'worker' })).toEqual([expect.stringContaining('DATABASE_URL=postgres')]);
    expect(
      readConfig({ ROLES: 'worker', DATABASE_URL: 'postgres://x@127.0.0.1/x', SANDBOX_URL: 'http://127.0.0.1:1/#s' }),
    ).toMatchObject({ roles: ['worker'], sandboxUrl: 'http://127.0.0.1:1/#s' });
  });
});
