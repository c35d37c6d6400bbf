import type { Temporal } from 'temporal-polyfill';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox.ts';
import type { Person, Temperament, World } from '../../src/sandbox/world.ts';
import { afterThisTest } from '../clean-up.ts';

export const tenantId = '7f0c6c0e-1d5a-4a53-9d3b-0e6c3c1f2a11';
export const organiser = 'dalalab@region.example';
export const siljan = 'sal-siljan@region.example';
export const runn = 'sal-runn@region.example';
export const teamId = '3d2c7a0e-51f0-4f0c-8a4e-0a5e4a3b2c1d';
export const channelId = '19:deltagare@thread.tacv2';

export const obedient: Temperament = { accept: 1, decline: 0, tentative: 0, delayMinutes: [60, 60] };
export const silent: Temperament = { accept: 0, decline: 0, tentative: 0, delayMinutes: [60, 60] };

export function person(number: number, mail: string, more: Partial<Person> = {}): Person {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    displayName: mail.split('@')[0] ?? mail,
    mail,
    userPrincipalName: mail,
    kind: 'external',
    temperament: silent,
    ...more,
  };
}

export const anna = person(1, 'anna@falun.example');
export const bo = person(2, 'bo@orsa.example');
export const lead = person(3, 'maria@region.example', { kind: 'member', displayName: 'Maria Lind' });
export const guest = person(4, 'per@ludvika.example', {
  kind: 'guest',
  userPrincipalName: 'per_ludvika.example#EXT#@region.example',
});

export function world(more: Partial<World> = {}): World {
  return {
    tenantId,
    tenantName: 'Region Exempel',
    tenantDomain: 'region.example',
    startsAt: '2026-08-03T06:00:00Z',
    seed: 1,
    people: [anna, bo, lead, guest],
    rooms: [
      { mail: siljan, displayName: 'Sal Siljan', capacity: 45, city: 'Falun' },
      { mail: runn, displayName: 'Sal Runn', capacity: 12 },
    ],
    roomLists: [{ mail: 'falun@region.example', displayName: 'Falun', rooms: [siljan] }],
    mailboxes: [
      { mail: organiser, displayName: 'Dalalab', onlineMeetingProviders: ['teamsForBusiness'] },
      {
        mail: 'kalender@region.example',
        displayName: 'Möteskalender',
        onlineMeetingProviders: [],
        calendars: ['Träffar'],
      },
    ],
    teams: [
      {
        id: teamId,
        displayName: 'Lärprojekt',
        channels: [{ id: channelId, displayName: 'Deltagare' }],
        members: [
          { personId: lead.id, roles: ['owner'] },
          { personId: guest.id, roles: ['guest'] },
        ],
      },
    ],
    ...more,
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON body, read loosely: a test says what it expects of it. */
  readonly body: Record<string, unknown>;
  /** The body's id, empty when it has none. */
  readonly id: string;
}

export interface FarSideInTest {
  readonly sandbox: Sandbox;
  graph(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** Lives through this much sandbox time. */
  pass(duration: Temporal.DurationLike): Promise<void>;
}

/** A sandbox that stands still, and a caller that has signed in to it. */
export async function openFarSide(
  more: Partial<World> = {},
  options: Partial<SandboxOptions> = {},
): Promise<FarSideInTest> {
  const sandbox = await openSandbox({ file: null, world: world(more), frozen: true, ...options });
  afterThisTest(() => sandbox.close());
  const token = await signIn(sandbox);
  return {
    sandbox,
    graph: (method, path, body, headers = {}) => graphCall({ sandbox, token }, `${method} ${path}`, body, headers),
    pass: (duration) => sandbox.clock.advanceTo(sandbox.clock.now().add(duration)),
  };
}

export async function signIn(sandbox: Sandbox, secret = 'hemligt'): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: '11111111-2222-4333-8444-555555555555',
    client_secret: secret,
    scope: 'https://graph.microsoft.com/.default',
  });
  const url = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;
  const response = await sandbox.fetch(new Request(url, { method: 'POST', body: form }));
  const read: unknown = await response.json();
  if (typeof read !== 'object' || read === null || !('access_token' in read)) throw new Error(JSON.stringify(read));
  return String(read.access_token);
}

export async function graphCall(
  caller: { readonly sandbox: { fetch(request: Request): Promise<Response> }; readonly token: string },
  line: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const [method = '', path = ''] = line.split(/ (.*)/);
  const isBytes = body instanceof Uint8Array;
  const response = await caller.sandbox.fetch(
    new Request(`https://graph.microsoft.com/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${caller.token}`,
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
    }),
  );
  const text = await response.text();
  const read = readBody(text);
  const id = typeof read['id'] === 'string' ? read['id'] : '';
  return { status: response.status, headers: response.headers, text, body: read, id };
}

function readBody(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export const stockholmTime = (text: string): { dateTime: string; timeZone: string } => ({
  dateTime: text,
  timeZone: 'W. Europe Standard Time',
});

export const attendee = (address: string, type = 'required'): unknown => ({
  type,
  emailAddress: { address, name: address },
});

/** A session of 22 September 2026, 09–16. */
export function session(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: 'Träff 1',
    body: { contentType: 'html', content: '<p>Välkommen</p>' },
    start: stockholmTime('2026-09-22T09:00:00'),
    end: stockholmTime('2026-09-22T16:00:00'),
    ...more,
  };
}

export const inbox = (sandbox: Sandbox, address: string) =>
  sandbox.mailbox(address).filter((message) => message.folder === 'inbox');

export const responsesOf = (event: Answered): Record<string, string> =>
  Object.fromEntries(
    (event.body['attendees'] as { emailAddress: { address: string }; status: { response: string } }[]).map((one) => [
      one.emailAddress.address,
      one.status.response,
    ]),
  );
