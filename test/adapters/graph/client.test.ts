import { expect, test } from 'vitest';
import { askedToWait, errorCode, expectOk } from '../../../src/adapters/graph/answers.ts';
import { openLanes } from '../../../src/adapters/graph/lanes.ts';
import { ianaZone, windowsZone } from '../../../src/adapters/graph/zones.ts';
import { AskedToWait, FarSideFault } from '../../../src/ports/far-side.ts';
import { answering, clientTo, graphBench } from './bench.ts';

test('a request reaches the far side at the real address with the app’s own token and our request id', async () => {
  const seen: Request[] = [];
  const network = answering((request) => {
    seen.push(request);
    return Response.json({ value: [] });
  });
  const client = clientTo(network, { requestId: () => 'request-7' });
  const answer = await client.call({ method: 'GET', path: '/users', query: { $filter: "mail eq 'a@b.example'" } });
  expect(answer.body).toEqual({ value: [] });
  expect(seen[0]?.url).toBe('https://graph.microsoft.com/v1.0/users?$filter=mail%20eq%20%27a%40b.example%27');
  expect(seen[0]?.headers.get('authorization')).toBe('Bearer token-of-the-app');
  expect(seen[0]?.headers.get('client-request-id')).toBe('request-7');
});

test('a token of the sandbox’s sign-in opens its Graph', async () => {
  const { client } = await graphBench();
  const answer = await client.call({ method: 'GET', path: '/users/maria@region.example' });
  expect(answer.body).toMatchObject({ displayName: 'Maria Lind' });
});

test('an empty 202 that claims to be JSON is an answer without a body', async () => {
  const network = answering(() => new Response(null, { status: 202, headers: { 'content-type': 'application/json' } }));
  const answer = await clientTo(network).call({
    method: 'POST',
    path: '/users/a/events/b/cancel',
    body: { comment: '' },
  });
  expect(answer).toMatchObject({ status: 202, body: undefined });
});

test('a throttled call is not repeated inside the process: the job is told how long to wait', async () => {
  let calls = 0;
  const network = answering(() => {
    calls += 1;
    return Response.json({ error: { code: 'TooManyRequests' } }, { status: 429, headers: { 'retry-after': '2.128' } });
  });
  const client = clientTo(network);
  const answer = await client.call({ method: 'POST', path: '/users/a/events', body: {} });
  expect(calls).toBe(1);
  expect(client.counts).toEqual({ requests: 1, throttled: 1 });
  expect(() => expectOk('write', answer)).toThrowError(AskedToWait);
  expect(askedToWait(answer)).toBe(3);
});

test('Retry-After may be a date, absent or nonsense', () => {
  const answer = (value?: string) => ({
    status: 503,
    headers: new Headers(value === undefined ? {} : { 'retry-after': value }),
  });
  const now = Date.parse('2026-08-28T14:00:00Z');
  expect(askedToWait(answer('Fri, 28 Aug 2026 14:00:30 GMT'), now)).toBe(30);
  expect(askedToWait(answer(), now)).toBe(10);
  expect(askedToWait(answer('snart'), now)).toBe(10);
  expect(askedToWait({ status: 500, headers: new Headers() }, now)).toBeUndefined();
});

test('the innermost code of a refusal is the one that counts, and no personal data is in the fault', () => {
  const body = {
    error: {
      code: 'Forbidden',
      message: 'anna@falun.example',
      innerError: { code: 'AppScopeIsNotAllowed', innererror: { code: 'Inmost' } },
    },
  };
  expect(errorCode(body)).toBe('Inmost');
  const fault = () => expectOk('read', { status: 403, headers: new Headers({ 'request-id': 'r-1' }), body });
  expect(fault).toThrowError(FarSideFault);
  expect(fault).toThrowError('read: Graph answered 403 Inmost (request r-1)');
});

test('a page of the gateway instead of JSON is a fault with its status', async () => {
  const network = answering(() => new Response('<html>Bad gateway</html>', { status: 502 }));
  const answer = await clientTo(network).call({ method: 'GET', path: '/users' });
  expect(() => expectOk('read', answer)).toThrowError('read: Graph answered 502');
});

test('at most four requests at a time go into one mailbox, and other mailboxes do not wait for it', async () => {
  const lanes = openLanes(4);
  let inside = 0;
  let most = 0;
  const releases: (() => void)[] = [];
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise<void>((resolve) => releases.push(resolve));
    inside -= 1;
  };
  const busy = Array.from({ length: 6 }, () => lanes.run(new Map([['dalalab', 1]]), work));
  await lanes.run(new Map([['another', 4]]), () => Promise.resolve());
  expect(inside).toBe(4);
  while (releases.length > 0) {
    releases.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(busy);
  expect(most).toBe(4);
});

test('Stockholm is W. Europe Standard Time, there and back, and an unknown zone says what to do', () => {
  expect(windowsZone('Europe/Stockholm')).toBe('W. Europe Standard Time');
  expect(ianaZone('W. Europe Standard Time')).toBe('Europe/Stockholm');
  expect(() => windowsZone('Mars/Olympus')).toThrowError('zones.ts');
});
