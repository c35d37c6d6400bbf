import { AuthenticationHandler, Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { openPatience } from '../../domain/waiting.ts';
import { answerOf, isBusy, saysHowLong, type GraphAnswer } from './answers.ts';
import { openBudget } from './budget.ts';
import { openLanes } from './lanes.ts';
import { bearer, type SignInParts } from './entra.ts';
import { counting, lastMiddleware, type GraphCounts, type GraphTransport } from './middleware.ts';

export interface GraphClientParts extends SignInParts {
  /** The network: `fetch` with a tenant, the far side's `fetch` without one. */
  readonly transport: GraphTransport;
  /** A random number in [0, 1), for waits that nobody has set. */
  readonly random?: () => number;
  /** Real time in milliseconds, for the mailboxes' own limits. */
  readonly nowMs?: () => number;
  /** The id of the request or job that is being served, for Graph's `client-request-id`. */
  readonly requestId?: () => string | undefined;
  /** Told after every exchange; paths hold no personal data, so their ids and addresses are cut. */
  readonly onExchange?: (exchange: { method: string; status: number; ms: number; requestId: string }) => void;
}

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** After `/v1.0`, segments encoded; or a whole link that Graph has given. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Mailboxes that the call works in, with how many of its requests: Exchange allows 4 at a time. */
  readonly mailboxes?: ReadonlyMap<string, number>;
}

export interface GraphClient {
  /** One exchange. Every status is an answer; only a broken network throws. */
  call(call: GraphCall): Promise<GraphAnswer>;
  /** A busy answer that does not say for how long gets a wait that grows with each in a row; also for parts of a batch. */
  heed(answer: GraphAnswer): GraphAnswer;
  /** Outside Graph's own host (upload and download addresses): no token goes along. */
  readonly transport: GraphTransport;
  readonly counts: GraphCounts;
}

export const graphHost = 'https://graph.microsoft.com';

/**
 * The real Graph client with a chain of our own: sign-in, request id and counts, network. It has no RetryHandler,
 * because that one sleeps in the process and repeats a POST; waiting is done by jobs.
 */
export function graphClient(parts: GraphClientParts): GraphClient {
  const counts: GraphCounts = { requests: 0, throttled: 0 };
  const token = bearer(parts);
  const signIn = new AuthenticationHandler({ getAccessToken: token });
  const count = counting(counts, parts);
  signIn.setNext(count);
  count.setNext(lastMiddleware(parts.transport));
  const client = Client.initWithMiddleware({ baseUrl: `${graphHost}/`, defaultVersion: 'v1.0', middleware: signIn });
  const lanes = openLanes(4);
  const budget = openBudget(parts.nowMs ?? Date.now);
  const patience = openPatience(parts.random ?? Math.random);
  const heed = (answer: GraphAnswer): GraphAnswer => {
    if (!isBusy(answer)) patience.served();
    else if (!saysHowLong(answer)) answer.headers.set('retry-after', String(patience.busy()));
    return answer;
  };
  return {
    counts,
    heed,
    transport: parts.transport,
    call: (call) =>
      lanes.run(call.mailboxes ?? new Map(), async () => {
        budget.spend(call.mailboxes ?? new Map());
        // Asked for first, since the client's own errors forget how long Entra asked us to wait.
        await token();
        return heed(await answerOf(await send(client, call)));
      }),
  };
}

async function send(client: Client, call: GraphCall): Promise<Response> {
  const request = client.api(call.path).responseType(ResponseType.RAW);
  if (call.query !== undefined) request.query(encoded(call.query));
  if (call.headers !== undefined) request.headers({ ...call.headers });
  const answered = (value: unknown): Response => value as Response; // what ResponseType.RAW promises
  switch (call.method) {
    case 'GET':
      return answered(await request.get());
    case 'POST':
      return answered(await request.post(call.body));
    case 'PATCH':
      return answered(await request.patch(call.body));
    case 'PUT':
      return answered(await request.put(call.body));
    case 'DELETE':
      return answered(await request.delete());
  }
}

// The client joins query values as they are.
function encoded(query: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, encodeURIComponent(value)]));
}
