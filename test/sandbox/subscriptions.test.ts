import { describe, expect, test } from 'vitest';
import { anna, attendee, openFarSide, organiser, session } from './far-side.ts';
import type { FarSideInTest } from './far-side.ts';
import type { Deliver } from '../../src/sandbox/notifier.ts';

const events = `/users/${organiser}/events`;
const notificationUrl = 'http://127.0.0.1:4999/graph/notifications';
const lifecycleNotificationUrl = 'http://127.0.0.1:4999/graph/lifecycle';

interface Subscriber {
  readonly deliver: Deliver;
  readonly received: { url: string; value: Record<string, unknown>[] }[];
  status: number;
}

/** The product's door: gives the validation token back, and remembers what it is told. */
function subscriber(): Subscriber {
  const self: Subscriber = {
    status: 202,
    received: [],
    deliver(url, init) {
      const token = new URL(url).searchParams.get('validationToken');
      if (token !== null) return Promise.resolve(new Response(token, { headers: { 'content-type': 'text/plain' } }));
      if (self.status < 300)
        self.received.push({ url, ...(JSON.parse(init.body) as { value: Record<string, unknown>[] }) });
      return Promise.resolve(new Response(null, { status: self.status }));
    },
  };
  return self;
}

const wish = (more: Record<string, unknown> = {}) => ({
  changeType: 'created,updated,deleted',
  notificationUrl,
  lifecycleNotificationUrl,
  resource: `users/${organiser}/events`,
  expirationDateTime: '2026-08-09T06:00:00Z',
  clientState: 'hemligt',
  ...more,
});

const changes = (door: Subscriber) =>
  door.received.flatMap((post) => post.value.map((one) => one['changeType'] ?? one['lifecycleEvent']));

async function subscribed(): Promise<FarSideInTest & { door: Subscriber; id: string }> {
  const door = subscriber();
  const far = await openFarSide({}, { deliver: door.deliver });
  const made = await far.graph('POST', '/subscriptions', wish());
  expect(made.status).toBe(201);
  return { ...far, door, id: made.id };
}

describe('a subscription begins with a handshake', () => {
  test('an address that does not give the token back gets none', async () => {
    const deliver: Deliver = () => Promise.resolve(new Response('nej', { headers: { 'content-type': 'text/plain' } }));
    const { graph } = await openFarSide({}, { deliver });
    const refused = await graph('POST', '/subscriptions', wish());
    expect([refused.status, refused.body['error']]).toMatchObject([
      400,
      { code: 'InvalidRequest', message: expect.stringContaining('validation request failed') },
    ]);
  });

  test('it lives at most a week, at least 45 minutes, and once per resource', async () => {
    const far = await openFarSide({}, { deliver: subscriber().deliver });
    const tooLong = await far.graph('POST', '/subscriptions', wish({ expirationDateTime: '2026-08-10T06:00:01Z' }));
    expect(tooLong.status).toBe(400);
    const short = await far.graph('POST', '/subscriptions', wish({ expirationDateTime: '2026-08-03T06:01:00Z' }));
    expect(short.body['expirationDateTime']).toBe('2026-08-03T06:45:00.000Z');
    expect((await far.graph('POST', '/subscriptions', wish())).status).toBe(409);
  });

  test('another host for life-cycle events, a plain http address and a long secret are refused', async () => {
    const { graph } = await openFarSide({}, { deliver: subscriber().deliver });
    const wrong = [
      { lifecycleNotificationUrl: 'http://127.0.0.1:5000/x' },
      { notificationUrl: 'http://dalalab.example/x' },
      { clientState: 'x'.repeat(129) },
      { changeType: 'moved' },
      { resource: 'users/x/drive' },
    ];
    for (const one of wrong) expect((await graph('POST', '/subscriptions', wish(one))).status).toBe(400);
  });
});

describe('what is told', () => {
  test('every change of an event, with the secret and never with its content', async () => {
    const { sandbox, graph, pass, door, id } = await subscribed();
    const made = await graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    await pass({ seconds: 1 });
    sandbox.answer(made.id, anna.mail, 'accept');
    await pass({ seconds: 1 });
    await graph('DELETE', `${events}/${made.id}`);
    await pass({ seconds: 1 });
    expect(changes(door)).toEqual(['created', 'updated', 'deleted']);
    expect(door.received[0]?.value).toMatchObject([
      {
        subscriptionId: id,
        clientState: 'hemligt',
        resourceData: { '@odata.type': '#Microsoft.Graph.Event', id: made.body['id'] },
      },
    ]);
    expect(JSON.stringify(door.received)).not.toContain('Träff 1');
  });

  test('the secret stays out of the request log', async () => {
    const { sandbox } = await subscribed();
    expect(JSON.stringify(sandbox.requestLog())).not.toContain('hemligt');
  });

  test('changes of one moment travel together', async () => {
    const { graph, pass, door } = await subscribed();
    await Promise.all([graph('POST', events, session()), graph('POST', events, session())]);
    await pass({ seconds: 1 });
    expect(door.received.map((post) => post.value.length)).toEqual([2]);
  });

  test('a subscriber that fails is told again later', async () => {
    const { graph, pass, door } = await subscribed();
    door.status = 500;
    await graph('POST', events, session());
    await pass({ seconds: 9 });
    door.status = 202;
    expect(changes(door)).toEqual([]);
    await pass({ seconds: 1 });
    expect(changes(door)).toEqual(['created']);
  });

  test('lost notices are owned up to with missed', async () => {
    const { sandbox, graph, pass, door } = await subscribed();
    sandbox.loseNotifications(1);
    await graph('POST', events, session());
    await pass({ seconds: 1 });
    expect(door.received).toMatchObject([
      { url: lifecycleNotificationUrl, value: [{ lifecycleEvent: 'missed', clientState: 'hemligt' }] },
    ]);
  });

  test('a removed subscription says so, and is gone', async () => {
    const { sandbox, graph, pass, door, id } = await subscribed();
    sandbox.dropSubscriptions();
    await pass({ seconds: 1 });
    expect(changes(door)).toEqual(['subscriptionRemoved']);
    expect((await graph('PATCH', `/subscriptions/${id}`, { expirationDateTime: '2026-08-10T00:00:00Z' })).status).toBe(
      404,
    );
  });
});

describe('how long it lasts', () => {
  test('one that has run out tells nothing and cannot be renewed', async () => {
    const { graph, pass, door, id } = await subscribed();
    await pass({ hours: 6 * 24 });
    await graph('POST', events, session());
    await pass({ seconds: 1 });
    expect(changes(door)).toEqual([]);
    expect((await graph('GET', `/subscriptions/${id}`)).status).toBe(404);
  });

  test('a renewed one goes on, and one that is deleted stops', async () => {
    const { graph, pass, door, id } = await subscribed();
    await pass({ hours: 5 * 24 });
    expect((await graph('PATCH', `/subscriptions/${id}`, { expirationDateTime: '2026-08-14T00:00:00Z' })).status).toBe(
      200,
    );
    await pass({ hours: 2 * 24 });
    await graph('POST', events, session());
    await pass({ seconds: 1 });
    expect(changes(door)).toEqual(['created']);
    expect((await graph('DELETE', `/subscriptions/${id}`)).status).toBe(204);
    expect((await graph('GET', '/subscriptions')).body['value']).toEqual([]);
  });
});
