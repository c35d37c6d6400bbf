import { describe, expect, test } from 'vitest';
import { anna, attendee, graphCall, inbox, lead, openFarSide, organiser, session, signIn } from './far-side.ts';

const events = `/users/${organiser}/events`;

describe('who may ask', () => {
  test('no token, a stranger’s token and one for another audience are refused with 401', async () => {
    const { sandbox } = await openFarSide();
    const other = await openFarSide({}, {});
    const stranger = `${(await signIn(other.sandbox)).slice(0, -4)}AAAA`;
    const forTab = await sandbox.issueUserToken({ oid: lead.id, tid: 'x', name: '', upn: '', audience: 'product' });
    const spent = await sandbox.keys.sign({ iss: 'x', aud: 'https://graph.microsoft.com' }, -10);
    for (const token of ['', stranger, forTab, spent]) {
      const refused = await graphCall({ sandbox, token }, `POST ${events}`, session());
      expect([refused.status, refused.body['error']]).toMatchObject([401, { code: 'InvalidAuthenticationToken' }]);
    }
    expect(sandbox.calendar(organiser)).toEqual([]);
  });

  test('a mailbox outside the app’s scope is closed', async () => {
    const { graph } = await openFarSide({ appScope: [organiser] });
    expect((await graph('GET', events)).status).toBe(200);
    const refused = await graph('GET', `/users/${lead.mail}/events`);
    expect([refused.status, refused.body['error']]).toMatchObject([403, { code: 'ErrorAccessDenied' }]);
    expect((await graph('GET', `/users/${lead.id}/messages`)).status).toBe(403);
  });

  test('what only a signed-in person may do is refused to an app', async () => {
    const { graph } = await openFarSide();
    const calls: [string, string][] = [
      ['POST', '/groups/g/events'],
      ['GET', '/groups/g/calendarView'],
      ['POST', `/users/${organiser}/findMeetingTimes`],
      ['POST', '/teams/t/channels/c/messages'],
      ['POST', '/teams/t/channels/c/messages/m/replies'],
      ['POST', '/chats/c/messages'],
    ];
    for (const [method, path] of calls)
      expect((await graph(method, path, method === 'GET' ? undefined : {})).status).toBe(403);
  });
});

describe('what is asked', () => {
  test('an unknown path, a wrong method and broken JSON are refused in Graph’s words', async () => {
    const { graph } = await openFarSide();
    const unknown = await graph('GET', `/users/${organiser}/evnets`, undefined, { 'client-request-id': 'abc' });
    expect(unknown.status).toBe(400);
    expect(unknown.body['error']).toEqual({
      code: 'BadRequest',
      message: "Resource not found for the segment 'evnets'.",
      innerError: {
        date: expect.any(String),
        'request-id': unknown.headers.get('request-id'),
        'client-request-id': 'abc',
      },
    });
    expect((await graph('PUT', events, {})).status).toBe(405);
    expect(
      (await graph('POST', events, new TextEncoder().encode('{'), { 'content-type': 'application/json' })).status,
    ).toBe(400);
  });
});

describe('how much at a time', () => {
  test('the fifth call at once to one mailbox is throttled with Retry-After', async () => {
    const { graph } = await openFarSide({ retryAfterSeconds: 3 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => graph('GET', events)));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 429]);
    expect(answers[4]?.headers.get('retry-after')).toBe('3');
    expect(answers[4]?.body['error']).toMatchObject({ code: 'ApplicationThrottled' });
    expect((await graph('GET', events)).status).toBe(200);
  });

  test('other mailboxes and places are not throttled with it', async () => {
    const { graph } = await openFarSide();
    const paths = [
      ...Array.from({ length: 4 }, () => events),
      `/users/${lead.mail}/events`,
      '/places/microsoft.graph.room',
    ];
    const answers = await Promise.all(paths.map((path) => graph('GET', path)));
    expect(answers.every((one) => one.status === 200)).toBe(true);
  });
});

describe('a batch', () => {
  const part = (id: number, more: Record<string, unknown> = {}) => ({
    id: String(id),
    method: 'GET',
    url: events,
    ...more,
  });
  const statuses = (body: Record<string, unknown>) =>
    (body['responses'] as { id: string; status: number }[]).map((one) => one.status);

  test('does its parts and answers 200 whatever they answer', async () => {
    const { sandbox, graph } = await openFarSide();
    const headers = { 'Content-Type': 'application/json' };
    const body = session({ attendees: [attendee(anna.mail)] });
    const batch = await graph('POST', '/$batch', {
      requests: [
        part(1, { method: 'POST', headers, body }),
        part(2, { url: '/users/nobody' }),
        part(3, { method: 'POST', headers, body: { subjekt: '' } }),
      ],
    });
    expect(batch.status).toBe(200);
    expect(statuses(batch.body)).toEqual([201, 404, 400]);
    expect(inbox(sandbox, anna.mail)).toHaveLength(1);
  });

  test('the fifth part to one mailbox is throttled inside it', async () => {
    const { graph } = await openFarSide();
    const batch = await graph('POST', '/$batch', { requests: [1, 2, 3, 4, 5].map((id) => part(id)) });
    expect(batch.status).toBe(200);
    expect(batch.body['responses']).toMatchObject([{}, {}, {}, {}, { status: 429, headers: { 'Retry-After': '2' } }]);
  });

  test('parts that wait for each other are served one by one', async () => {
    const { graph } = await openFarSide();
    const requests = [1, 2, 3, 4, 5, 6].map((id) => part(id, id === 1 ? {} : { dependsOn: [String(id - 1)] }));
    expect(statuses((await graph('POST', '/$batch', { requests })).body)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  test('what waits for a failed part is not tried: 424', async () => {
    const { graph } = await openFarSide();
    const requests = [part(1, { url: '/users/nobody' }), part(2, { dependsOn: ['1'] }), part(3, { dependsOn: ['2'] })];
    expect(statuses((await graph('POST', '/$batch', { requests })).body)).toEqual([404, 424, 424]);
  });

  test('more than twenty parts, a body without content type and a double id are refused whole', async () => {
    const { graph } = await openFarSide();
    const wrong = [
      Array.from({ length: 21 }, (_, i) => part(i)),
      [part(1, { method: 'POST', body: session() })],
      [part(1), part(1)],
      [],
    ];
    for (const requests of wrong) expect((await graph('POST', '/$batch', { requests })).status).toBe(400);
  });
});

describe('a wished failure', () => {
  test('comes before the work, or after it so that the caller cannot know', async () => {
    const { sandbox, graph } = await openFarSide();
    sandbox.failNext({ match: `POST ${events}`, status: 503, retryAfterSeconds: 7 });
    const before = await graph('POST', events, session());
    expect([before.status, before.headers.get('retry-after')]).toEqual([503, '7']);
    expect(sandbox.calendar(organiser)).toHaveLength(0);
    sandbox.failNext({ match: /POST .*\/events$/, status: 504, afterSuccess: true });
    expect((await graph('POST', events, session())).status).toBe(504);
    expect(sandbox.calendar(organiser)).toHaveLength(1);
    expect((await graph('POST', events, session())).status).toBe(201);
  });

  test('reaches inside a batch', async () => {
    const { sandbox, graph } = await openFarSide();
    sandbox.failNext({ match: `GET ${events}`, status: 429, times: 1 });
    const requests = [1, 2].map((id) => ({ id: String(id), method: 'GET', url: events }));
    const batch = await graph('POST', '/$batch', { requests });
    expect(batch.body['responses']).toMatchObject([{ status: 429 }, { status: 200 }]);
  });
});

test('the request log holds every exchange whole, and no token', async () => {
  const { sandbox, graph } = await openFarSide();
  await graph('POST', events, session(), { 'client-request-id': 'från-oss' });
  await graph('GET', `${events}?$top=1`);
  const log = sandbox.requestLog();
  expect(log).toMatchObject([
    { method: 'POST', path: `/v1.0${events}`, status: 201, requestBody: session(), clientRequestId: 'från-oss' },
    { method: 'GET', path: `/v1.0${events}?$top=1`, status: 200, requestBody: null },
  ]);
  expect(JSON.stringify(log)).not.toContain('Bearer');
});
