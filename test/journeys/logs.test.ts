import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oidOf, organiserMailboxOf, sandboxClientId, worldOf } from '../../src/commands/sandbox-world.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startSandbox, type RunningSandbox } from '../../src/start.ts';
import { embedded } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';

interface SampleFile {
  readonly staff: readonly { readonly email: string; readonly familyName: string; readonly phone: string }[];
  readonly participants: readonly { readonly email: string; readonly familyName: string; readonly phone: string }[];
}

const file = JSON.parse(
  readFileSync(new URL('../../src/features/planning/sample/sample-project.json', import.meta.url), 'utf8'),
) as SampleFile; // our own sample
const api = '/api/projects/lp-2026-kompetens';
const lines: string[] = [];

let running: RunningSandbox;
beforeAll(async () => {
  const config = readConfig({
    PORT: '0',
    DATA_DIR: temporaryFolder('journey'),
    DATABASE_URL: await embedded.preparedUrl(),
    GRACE_SECONDS: '0',
  });
  if (config.mode !== 'sandbox') throw new Error('not the sandbox');
  const log = createLog('debug', { write: (line) => lines.push(line) });
  running = await startSandbox({
    config,
    world: worldOf(file, { startsAt: '2026-06-10T07:00:00Z' }),
    organiserMailbox: organiserMailboxOf(file),
    log,
    tabFolder: null,
    frozen: true,
    inMemory: true,
  });
});
afterAll(() => running.close());

async function asLead(method: string, path: string, body?: unknown): Promise<Response> {
  const tid = running.sandbox.directory.facts.tenantId;
  const token = await running.sandbox.issueUserToken({
    oid: oidOf('karin.tunsberg@region-dalarna.example'),
    tid,
    name: 'Karin Tunsberg',
    upn: 'karin',
    audience: sandboxClientId,
  });
  return await fetch(running.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Imports, wakes, registers one person, and lets the mail go out. */
async function live(): Promise<void> {
  expect((await asLead('POST', '/api/projects/import', file)).status).toBe(201);
  const preview: unknown = await (await asLead('GET', `${api}/activation`)).json();
  expect((await asLead('POST', `${api}/activation`, pick(preview))).status).toBe(200);
  const form = {
    givenName: 'Anna',
    familyName: 'Hemlinger',
    title: 'Strateg',
    organisationId: 'org-2034',
    email: 'anna.hemlinger@kommun-orsa.example',
    phone: '070-174 06 77',
    dietaryText: 'tål inte selleri',
    commitment: 'on',
  };
  await fetch(`${running.url}/anmalan/lp-2026-kompetens`, { method: 'POST', body: new URLSearchParams(form) });
  await running.sandbox.clock.settle();
}

function pick(preview: unknown): object {
  const { textVersion, recipientCount } = preview as { textVersion: string; recipientCount: number }; // the API's own type
  return { textVersion, recipientCount };
}

test('a log tells what happened by ids and counts, and names nobody', async () => {
  await live();
  const all = lines.join('\n');
  expect(lines.length).toBeGreaterThan(4);
  expect(running.sandbox.mailbox('anna.hemlinger@kommun-orsa.example')).toHaveLength(1);
  const people = [...file.staff, ...file.participants];
  const personal = [
    ...people.flatMap(({ email, familyName, phone }) => [email, familyName, phone]),
    'Hemlinger',
    'selleri',
    '070-174 06 77',
    '/min/',
  ];
  expect(personal.filter((text) => all.includes(text))).toEqual([]);
  expect(all).not.toMatch(/[\w.]+@[\w.-]+\.example/);
  expect(all).not.toMatch(/eyJ[A-Za-z0-9_-]{10,}/);
});

test('one id leads from the request in our log to the call in Graph’s', async () => {
  const answer = await asLead('GET', `${api}/rooms`);
  const id = answer.headers.get('x-request-id');
  const ours = lines.filter((line) => line.includes(String(id)));
  expect(ours.length).toBeGreaterThan(0);
  const jobs = new Set(running.sandbox.requestLog().map(({ clientRequestId }) => clientRequestId));
  expect([...jobs].every((one) => one !== null && /^[0-9a-f-]{36}$/.test(one))).toBe(true);
});
