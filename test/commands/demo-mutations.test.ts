import { beforeAll, describe, expect, test } from 'vitest';
import type { DemoWish } from '../../src/commands/demo/run.ts';
import type { Web } from '../../src/commands/demo/web.ts';
import { madeFile } from './demo-file.ts';
import { lived } from './demo-run.ts';

const secret = 'Tål inte svartvinbärsgelé';
const people = 6;
const file = madeFile({ people, sessions: 1, firstDay: '2028-02-15', dietary: [secret] });
const MINUTES = 60_000;
const slow = 6 * MINUTES;

type Wire = NonNullable<DemoWish['wire']>;
type Json = Record<string, unknown>;

const isGraph = (url: string): boolean => new URL(url).hostname === 'graph.microsoft.com';

/** Hands every JSON body that goes to Graph, also inside batches, to `change`, until it has changed one. */
function changing(change: (method: string, path: string, body: Json) => boolean): {
  wire: Wire;
  changed: () => boolean;
} {
  let isDone = false;
  const wire: Wire = async (request, next) => {
    const type = request.headers.get('content-type') ?? '';
    if (isDone || !isGraph(request.url) || !type.includes('json')) return await next(request);
    const body = (await request.clone().json()) as Json; // the client's own request
    const inner = Array.isArray(body['requests'])
      ? (body['requests'] as { method: string; url: string; body?: Json }[]) // Graph's batch
      : [{ method: request.method, url: new URL(request.url).pathname, body }];
    // Another request may have been changed while this one was read.
    if (isDone) return await next(request);
    isDone = inner.some((one) => one.body !== undefined && change(one.method, one.url, one.body));
    return await next(isDone ? new Request(request, { method: request.method, body: JSON.stringify(body) }) : request);
  };
  return { wire, changed: () => isDone };
}

test('nothing is broken: nothing differs, also twice with the same seed', { timeout: slow }, async () => {
  const [one, other] = [await lived(file), await lived(file)];
  expect(one.differences).toEqual([]);
  // How many readings of the calendar fall together depends on the machine's speed; what is written does not.
  const readings = { httpRequests: 0 };
  const still = ({ report }: typeof one) => ({ ...report, graph: { ...report.graph, ...readings } });
  expect(still(other)).toEqual(still(one));
});

/** A run with faults that tell on each other in nothing: each has its own line. */
function faulty(more: Parameters<typeof lived>[1]): () => Awaited<ReturnType<typeof lived>> {
  let result: Awaited<ReturnType<typeof lived>> | undefined;
  beforeAll(async () => {
    result = await lived(file, more);
  }, slow);
  return () => {
    if (result === undefined) throw new Error('the run has not ended');
    return result;
  };
}

/** The lines that a fault of its own leads to. */
const told = ({ differences }: Awaited<ReturnType<typeof lived>>, words: RegExp): readonly string[] =>
  differences.filter((line) => words.test(line));

describe('an attendee dropped, a mail sent twice and an answer lost', () => {
  const dropping = changing((method, path, body) => {
    if (method !== 'PATCH' || !path.includes('/events/') || !Array.isArray(body['attendees'])) return false;
    if (body['attendees'].length < people) return false;
    body['attendees'].pop();
    return true;
  });
  let isDoubled = false;
  const doubling: Wire = async (request, next) => {
    const isSend = isGraph(request.url) && /\/(sendMail|send)$/.test(new URL(request.url).pathname);
    if (isDoubled || !isSend) return await next(request);
    isDoubled = true;
    return await sentTwice(request, next);
  };
  let isLost = false;
  const lossy = (web: Web): Web => ({
    ...web,
    submit: async (path, form) => {
      if (isLost || !path.startsWith('/utvardering/')) return await web.submit(path, form);
      isLost = true;
      return { status: 200, path, text: '', bytes: new Uint8Array() };
    },
  });
  const wire: Wire = (request, next) => dropping.wire(request, (passed) => doubling(passed, next));
  const result = faulty({ wire, web: lossy });

  test('CAL-01 an attendee who is dropped on the way makes it fail', () => {
    expect(dropping.changed()).toBe(true);
    expect(told(result(), /anmälda saknas på mötet/)).toHaveLength(1);
  });

  test('X-04 a mail that is delivered twice makes it fail', () => {
    expect(isDoubled).toBe(true);
    expect(told(result(), /mer än en gång/)).toEqual([expect.stringMatching(/^1 mejl /)]);
  });

  test('EVA-01 an answer that is lost makes it fail', () => {
    expect(isLost).toBe(true);
    expect(told(result(), /svar på utvärderingen/)).toHaveLength(1);
  });
});

/** A sent draft is gone, so its text is read first and sent once more by itself. */
async function sentTwice(request: Request, next: Parameters<Wire>[1]): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname.endsWith('/sendMail')) {
    await next(request.clone());
    return await next(request);
  }
  const draft = new Request(request.url.replace(/\/send$/, ''), { headers: request.headers });
  const { subject, body, toRecipients } = (await (await next(draft)).json()) as Json; // Graph's message
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/json');
  const again = new Request(`${url.origin}${url.pathname.replace(/\/messages\/.*$/, '/sendMail')}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ message: { subject, body, toRecipients } }),
  });
  const answer = await next(request);
  const second = await next(again);
  if (!second.ok) throw new Error(`the planted mail was refused: ${second.status}`);
  return answer;
}

describe('a meeting at the wrong time, and food in a mail', () => {
  const late = changing((method, path, body) => {
    const start = body['start'] as { dateTime?: string } | undefined; // Graph's dateTimeTimeZone
    const end = body['end'] as { dateTime?: string } | undefined; // as above
    if (method !== 'POST' || !path.endsWith('/events') || !start?.dateTime || !end?.dateTime) return false;
    start.dateTime = start.dateTime.replace('T09', 'T10');
    end.dateTime = end.dateTime.replace('T15', 'T16');
    return true;
  });
  const planted = Buffer.from(`<p>${secret}</p>`).toString('base64');
  const hiding = changing((method, _path, body) => {
    const message = (body['message'] ?? body) as { body?: { content?: string } }; // Graph's message
    if (method !== 'POST' || typeof message.body?.content !== 'string' || 'attendees' in body) return false;
    message.body.content += `<p>x ${planted} y</p>`;
    return true;
  });
  const result = faulty({ wire: (request, next) => late.wire(request, (passed) => hiding.wire(passed, next)) });

  test('CAL-01 a meeting an hour off makes it fail', () => {
    expect(late.changed()).toBe(true);
    expect(told(result(), /kalendern vid träffens tid/)).toHaveLength(1);
  });

  test('X-02 a dietary text that is hidden in a mail is found', () => {
    expect(hiding.changed()).toBe(true);
    expect(result().report.dietaryLeaks).toBe(1);
    expect(told(result(), /dietaryLeaks/)).toHaveLength(1);
  });
});
