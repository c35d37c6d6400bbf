import type { Reply } from './call.ts';
import { isObject } from './check-body.ts';
import { badRequest } from './errors.ts';
import type { Incoming } from './graph.ts';

interface BatchPart extends Incoming {
  readonly id: string;
  readonly dependsOn: readonly string[];
}

interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

const largestBatch = 20;

/**
 * `$batch`: parts without `dependsOn` start together, so the fifth to one mailbox is throttled inside an outer 200.
 * A part whose predecessor failed is not tried: 424.
 */
export async function batchReply(body: unknown, perform: (part: Incoming) => Promise<Reply>): Promise<Reply> {
  const parts = readParts(body);
  const answers = new Map<string, Promise<BatchAnswer>>();

  async function run(part: BatchPart): Promise<BatchAnswer> {
    if (part.dependsOn.length > 0) {
      const before = await Promise.all(part.dependsOn.map(async (id) => answers.get(id)));
      if (before.some((answer) => answer === undefined || answer.status >= 400)) return failedDependency(part.id);
    }
    return answerOf(part.id, await perform(part));
  }

  // Graph demands that a part comes after those it depends on, so every promise it waits for is already there.
  for (const part of parts) answers.set(part.id, run(part));
  return { status: 200, body: { responses: await Promise.all(answers.values()) } };
}

function readParts(body: unknown): BatchPart[] {
  const requests = isObject(body) ? body['requests'] : undefined;
  if (!Array.isArray(requests) || requests.length === 0) throw badRequest('Invalid batch payload format.');
  if (requests.length > largestBatch)
    throw badRequest(`Number of requests in batch exceeds the limit of ${largestBatch}.`);
  const seen = new Set<string>();
  return requests.map((request: unknown) => {
    const part = readPart(request, seen);
    seen.add(part.id);
    return part;
  });
}

function readPart(request: unknown, earlier: ReadonlySet<string>): BatchPart {
  if (!isObject(request)) throw badRequest('Invalid batch payload format.');
  const { id, method, url, headers, body, dependsOn } = request;
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string')
    throw badRequest('Invalid batch payload format: id, method and url are required.');
  if (earlier.has(id)) throw badRequest(`Batch request id '${id}' is not unique.`);
  if (!url.startsWith('/')) throw badRequest(`Invalid relative url '${url}' in batch request '${id}'.`);
  const given = new Headers(
    isObject(headers) ? Object.entries(headers).map(([name, value]) => [name, String(value)]) : [],
  );
  if (body !== undefined && !given.has('content-type'))
    throw badRequest(`Write request id '${id}' does not contain Content-Type header or body.`);
  const waitsFor = Array.isArray(dependsOn) ? dependsOn.map(String) : [];
  const unknown = waitsFor.find((name) => !earlier.has(name));
  if (unknown !== undefined)
    throw badRequest(`Request '${id}' depends on '${unknown}', which does not come before it.`);
  return {
    id,
    method: method.toUpperCase(),
    path: url,
    headers: given,
    bytes: Promise.resolve(bytesOf(body)),
    dependsOn: waitsFor,
  };
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

function answerOf(id: string, reply: Reply): BatchAnswer {
  if (reply.body === undefined) return { id, status: reply.status, headers: namesAsGraph(reply.headers) };
  return {
    id,
    status: reply.status,
    headers: { ...namesAsGraph(reply.headers), 'Content-Type': 'application/json' },
    body: reply.body,
  };
}

const namesAsGraph = (headers: Reply['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [
      name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
      value,
    ]),
  );

function failedDependency(id: string): BatchAnswer {
  const error = {
    code: 'FailedDependency',
    message: 'The request failed because a request that it depends on failed.',
  };
  return { id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } };
}
