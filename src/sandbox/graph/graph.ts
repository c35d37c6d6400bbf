import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FarSide } from '../far-side.ts';
import type { Faults, FaultWish } from '../faults.ts';
import { batchReply } from './batch.ts';
import { calendarRoutes } from './calendars.ts';
import { calendarViewRoutes } from './calendar-view.ts';
import { readJson, readPrefer } from './call.ts';
import type { Call, Reply } from './call.ts';
import { categoryRoutes } from './categories.ts';
import { driveRoutes } from './drive.ts';
import { faultBody, GraphFault, throttled } from './errors.ts';
import type { FaultIds } from './errors.ts';
import { eventRoutes } from './events.ts';
import { openExchangeLog } from './exchange-log.ts';
import { mailRoutes } from './mail.ts';
import { placeRoutes } from './places.ts';
import { refusedRoutes } from './refused.ts';
import { openRouter } from './router.ts';
import { scheduleRoutes } from './schedule.ts';
import { appIdOf, checkScope, checkToken } from './scope.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { teamRoutes } from './teams.ts';
import { openThrottle } from './throttle.ts';
import { userRoutes } from './users.ts';

export interface Graph {
  answer(request: Request): Promise<Response>;
}

/** One request as it came over the wire, or as one part of a batch. */
export interface Incoming {
  readonly method: string;
  /** After `/v1.0`, with the query. */
  readonly path: string;
  readonly headers: Headers;
  /** The body, once the caller is known; rejects with Graph's refusal when the token is missing or wrong. */
  readonly bytes: Promise<Uint8Array>;
}

export function openGraph(far: FarSide, faults: Faults): Graph {
  const log = openExchangeLog(far);
  const throttle = openThrottle();
  const router = openRouter([
    userRoutes,
    placeRoutes,
    scheduleRoutes,
    eventRoutes,
    calendarRoutes,
    calendarViewRoutes,
    categoryRoutes,
    mailRoutes,
    teamRoutes,
    driveRoutes,
    subscriptionRoutes,
    refusedRoutes,
  ]);

  /** The mailbox's place is taken before anything is awaited, so that calls sent at the same moment do meet. */
  async function perform(incoming: Incoming, appId: string): Promise<Reply> {
    const url = new URL(`https://graph.microsoft.com${incoming.path}`);
    const leave = throttle.enter(url.pathname);
    try {
      const bytes = await incoming.bytes;
      const fault = faults.take(incoming.method, incoming.path);
      if (fault?.delayMs !== undefined) await sleep(fault.delayMs);
      if (fault !== undefined && fault.afterSuccess !== true) throw wishedFault(fault);
      if (leave === undefined) throw throttled(far.directory.facts.retryAfterSeconds ?? 2);
      await new Promise((resolve) => setImmediate(resolve));
      const reply = await handle(incoming, { url, bytes, appId });
      if (fault !== undefined) throw wishedFault(fault);
      return reply;
    } finally {
      leave?.();
    }
  }

  function handle(
    incoming: Incoming,
    { url, bytes, appId }: { url: URL; bytes: Uint8Array; appId: string },
  ): Reply | Promise<Reply> {
    const { handler, params } = router.match(incoming.method, url.pathname);
    checkScope(far, { appId, method: incoming.method, path: url.pathname });
    const call: Call = {
      far,
      method: incoming.method,
      rawPath: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      prefer: readPrefer(incoming.headers),
      bytes,
      // A file's bytes are its own business, also when the file is JSON.
      body: incoming.method === 'PUT' ? undefined : readJson(bytes, incoming.headers.get('content-type') ?? ''),
      param: (name) => params.get(name) ?? '',
    };
    return handler(call);
  }

  /** The same for a whole request and for each part of a batch: a refusal becomes its error body. */
  async function answered(ids: FaultIds, work: () => Promise<Reply>): Promise<Reply> {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof GraphFault)) throw fault;
      return { status: fault.status, body: faultBody(fault, ids), headers: fault.headers };
    }
  }

  function performBatch(incoming: Incoming, ids: FaultIds): Promise<Reply> {
    const appId = appIdOf(incoming.headers);
    const one = (part: Incoming): Promise<Reply> => answered(ids, () => perform(part, appId));
    return answered(ids, async () => {
      const bytes = await incoming.bytes;
      const fault = faults.take(incoming.method, incoming.path);
      if (fault !== undefined && fault.afterSuccess !== true) throw wishedFault(fault);
      const reply = await batchReply(readJson(bytes, incoming.headers.get('content-type') ?? ''), one);
      if (fault !== undefined) throw wishedFault(fault);
      return reply;
    });
  }

  return {
    async answer(request) {
      const ids = {
        requestId: randomUUID(),
        clientRequestId: request.headers.get('client-request-id') ?? randomUUID(),
      };
      const url = new URL(request.url);
      const path = url.pathname.replace(/^\/v1\.0(?=\/)/i, '') + url.search;
      const sent = request.arrayBuffer().then((buffer) => new Uint8Array(buffer));
      const bytes = checkToken(far, request.headers).then(() => sent);
      // A call that is throttled never looks at its token.
      bytes.catch(() => undefined);
      const incoming: Incoming = { method: request.method, path, headers: request.headers, bytes };
      const isBatch = request.method === 'POST' && path === '/$batch';
      const reply = await (isBatch
        ? performBatch(incoming, ids)
        : answered(ids, () => perform(incoming, appIdOf(request.headers))));
      log.add({ incoming, path: url.pathname + url.search, ids, reply, sent: await sent });
      return responseOf(reply, ids);
    },
  };
}

function wishedFault(wish: FaultWish): GraphFault {
  const code = wish.code ?? usualCodes[wish.status] ?? 'generalException';
  const silent = wish.withoutWait === true;
  const wait = silent
    ? undefined
    : (wish.retryAfterSeconds ?? (wish.status === 429 || wish.status === 503 ? 1 : undefined));
  const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': String(wait) };
  return new GraphFault(wish.status, code, 'The sandbox was told to fail here.', { headers });
}

const usualCodes: Readonly<Record<number, string>> = {
  401: 'InvalidAuthenticationToken',
  403: 'ErrorAccessDenied',
  404: 'ErrorItemNotFound',
  412: 'ErrorIrresolvableConflict',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

function responseOf(reply: Reply, ids: FaultIds): Response {
  const headers = new Headers(reply.headers);
  headers.set('request-id', ids.requestId);
  headers.set('client-request-id', ids.clientRequestId);
  headers.set('date', new Date().toUTCString());
  if (reply.body === undefined) {
    // An ArrayBuffer-backed view; TypeScript cannot see that none of ours is shared memory.
    return new Response((reply.bytes as Uint8Array<ArrayBuffer> | undefined) ?? null, {
      status: reply.status,
      headers,
    });
  }
  headers.set(
    'content-type',
    'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  );
  return new Response(JSON.stringify(reply.body), { status: reply.status, headers });
}
