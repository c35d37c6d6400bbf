import { readFileSync } from 'node:fs';
import type { Router } from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oidOf, organiserMailboxOf, sandboxClientId, worldOf } from '../../src/commands/sandbox-world.ts';
import { readConfig } from '../../src/config.ts';
import { startSandbox, type RunningSandbox } from '../../src/start.ts';
import { embedded } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';

const file: unknown = JSON.parse(
  readFileSync(new URL('../../src/features/planning/sample/sample-project.json', import.meta.url), 'utf8'),
);
const project = 'lp-2026-kompetens';
const otherTenant = '0e0e0e0e-1111-4222-8333-444444444444';
const lead = oidOf('karin.tunsberg@region-dalarna.example');

let running: RunningSandbox;
beforeAll(async () => {
  const config = readConfig({
    PORT: '0',
    DATA_DIR: temporaryFolder('journey'),
    DATABASE_URL: await embedded.preparedUrl(),
  });
  if (config.mode !== 'sandbox') throw new Error('not the sandbox');
  running = await startSandbox({
    config,
    world: worldOf(file, { startsAt: '2026-06-01T07:00:00Z' }),
    organiserMailbox: organiserMailboxOf(file),
    log: pino({ level: 'silent' }),
    tabFolder: null,
    frozen: true,
    inMemory: true,
    alsoAllowed: [otherTenant],
    // The other tenant publishes the same keys in this test; its people still own nothing here.
    wire: (request, next) =>
      next(
        request.url.includes(otherTenant) ? new Request(request.url.replace(otherTenant, 'common'), request) : request,
      ),
  });
  const answer = await call('POST', '/api/projects/import', await tokenOf({ oid: lead }), file);
  expect(answer.status).toBe(201);
});
afterAll(() => running.close());

function tokenOf({
  oid,
  tid = running.sandbox.directory.facts.tenantId,
  seconds,
}: {
  oid: string;
  tid?: string;
  seconds?: number;
}): Promise<string> {
  return running.sandbox.issueUserToken({
    oid,
    tid,
    name: 'Någon',
    upn: 'nagon@example.org',
    audience: sandboxClientId,
    ...(seconds === undefined ? {} : { seconds }),
  });
}

function call(method: string, path: string, token: string | null, body?: unknown): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  return fetch(`${running.url}${path}`, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
}

interface Entrance {
  readonly method: string;
  readonly path: string;
}

/** Every route of the tab's API, read from the composed routers themselves, so that a new one cannot be forgotten. */
function entrances(): Entrance[] {
  const found: Entrance[] = [];
  const walk = (router: Router): void => {
    for (const layer of router.stack) {
      const { route, handle } = layer as unknown as {
        route?: { path: string; methods: Record<string, boolean> };
        handle: unknown;
      }; // Express's own layers
      for (const method of Object.keys(route?.methods ?? {}))
        found.push({ method: method.toUpperCase(), path: route?.path ?? '' });
      if (route === undefined && typeof handle === 'function' && 'stack' in handle) walk(handle as Router);
    }
  };
  running.product.projectApis.forEach(walk);
  return found.map(({ method, path }) => ({
    method,
    path: `/api/projects/${project}${path.replace(/:[a-zA-Z]+/g, 's-1')}`,
  }));
}

describe('a stranger gets nothing', () => {
  test('the list of entrances is really read', () => {
    expect(entrances().length).toBeGreaterThan(40);
  });

  test('every entrance refuses somebody of another tenant, also one with the same object id', async () => {
    const token = await tokenOf({ oid: lead, tid: otherTenant });
    const statuses = await Promise.all(
      entrances().map(async ({ method, path }) => `${method} ${path} ${(await call(method, path, token)).status}`),
    );
    expect(statuses.filter((line) => !line.endsWith(' 404'))).toEqual([]);
  });

  test('every entrance refuses a colleague in the tenant who has no part in the project', async () => {
    const token = await tokenOf({ oid: '99999999-9999-4999-8999-999999999999' });
    const statuses = await Promise.all(
      entrances().map(async ({ method, path }) => `${method} ${path} ${(await call(method, path, token)).status}`),
    );
    expect(statuses.filter((line) => !line.endsWith(' 404'))).toEqual([]);
  });

  test('every entrance asks somebody without a token to sign in', async () => {
    const statuses = await Promise.all(
      entrances().map(async ({ method, path }) => (await call(method, path, null)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([401]));
  });

  test('somebody of another tenant sees no projects in the list', async () => {
    const answer = await call('GET', '/api/projects', await tokenOf({ oid: lead, tid: otherTenant }));
    expect(await answer.json()).toEqual([]);
  });
});

describe('a token is checked', () => {
  test.each([
    ['has expired', () => tokenOf({ oid: lead, seconds: -4000 })],
    [
      'is meant for another app',
      () =>
        running.sandbox.issueUserToken({
          oid: lead,
          tid: running.sandbox.directory.facts.tenantId,
          name: 'x',
          upn: 'x',
          audience: 'somebody-else',
        }),
    ],
    [
      'lacks the scope',
      () =>
        running.sandbox.issueUserToken({
          oid: lead,
          tid: running.sandbox.directory.facts.tenantId,
          name: 'x',
          upn: 'x',
          audience: sandboxClientId,
          scopes: ['other'],
        }),
    ],
    ['is of a tenant that is not allowed', () => tokenOf({ oid: lead, tid: '77777777-7777-4777-8777-777777777777' })],
    ['is signed by nobody', async () => `${(await tokenOf({ oid: lead })).split('.').slice(0, 2).join('.')}.AAAA`],
  ])('one that %s is refused', async (_why, make) => {
    const answer = await call('GET', `/api/projects/${project}`, await make());
    expect(answer.status).toBe(401);
  });
  test('a good one is let in', async () => {
    const answer = await call('GET', `/api/projects/${project}`, await tokenOf({ oid: lead }));
    expect(answer.status).toBe(200);
  });
});

describe('who may what (ROL-04)', () => {
  const participant = oidOf('dmitri.petrov@region-dalarna.example');
  const planner = oidOf('asa.hjortsberg-lindh@kommun-falun.example');

  test('a participant sees the project and nothing of its planning', async () => {
    const token = await tokenOf({ oid: participant });
    expect((await call('GET', `/api/projects/${project}`, token)).status).toBe(200);
    for (const path of [
      '/participants',
      '/timeline',
      '/rooms',
      '/notices',
      '/evaluations',
      '/export',
      '/sessions/s-1/kitchen',
      '/participants.csv',
    ])
      expect([path, (await call('GET', `/api/projects/${project}${path}`, token)).status]).toEqual([path, 403]);
  });

  test('the planning group sees the plan but sends nothing', async () => {
    const token = await tokenOf({ oid: planner });
    expect((await call('GET', `/api/projects/${project}/timeline`, token)).status).toBe(200);
    for (const path of [
      '/activation',
      '/rooms/confirm',
      '/closing/now',
      '/sessions/s-1/documents/share',
      '/evaluations/s-1/confirm',
    ])
      expect([path, (await call('POST', `/api/projects/${project}${path}`, token)).status]).toEqual([path, 403]);
  });
});
