import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The part of a sandbox that others may reach from another process. */
export interface ReachableFarSide {
  fetch(request: Request): Promise<Response>;
  readonly clock: { nowMs(): number; isFrozen(): boolean };
}

export interface FarSideServer {
  /** Address with the secret in its fragment. Whoever has it is the network. */
  readonly url: string;
  close(): Promise<void>;
}

const secretHeader = 'x-far-side-secret';
const requestHeader = 'x-far-side-request';
const responseHeader = 'x-far-side-response';

/** Lets other processes of the same product reach the sandbox that lives in this one. Loopback only; port 0 takes a free one. */
export async function serveFarSide(sandbox: ReachableFarSide, port: number, publicUrl = ''): Promise<FarSideServer> {
  const secret = randomBytes(24).toString('base64url');
  const server = createServer((incoming, outgoing) => {
    void answer({ sandbox, secret, publicUrl }, incoming, outgoing).catch((fault: unknown) =>
      outgoing.destroy(fault as Error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A TCP server that listens has an AddressInfo; a pipe would have a string.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/#${secret}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The far side as seen from another process: the same `fetch`, and the clock that it runs by. */
export interface RemoteFarSide {
  fetch(request: Request): Promise<Response>;
  readClock(): Promise<FarClock>;
}

export interface FarClock {
  readonly nowMs: number;
  readonly isFrozen: boolean;
  /** Where the process that serves is reached. */
  readonly publicUrl: string;
}

/** The far side's clock, read anew so often that a moved one is noticed at once. */
export interface FollowedClock {
  readonly publicUrl: string;
  nowMs(): number;
  stop(): void;
}

const FOLLOW_MS = 250;

export async function followClock(far: RemoteFarSide): Promise<FollowedClock> {
  let last = await far.readClock();
  let readAt = Date.now();
  const read = async (): Promise<void> => {
    last = await far.readClock();
    readAt = Date.now();
  };
  // A far side that is away for a moment is asked again; meanwhile its clock stands or goes as it did.
  const timer = setInterval(() => void read().catch(() => undefined), FOLLOW_MS);
  timer.unref();
  return {
    publicUrl: last.publicUrl,
    nowMs: () => (last.isFrozen ? last.nowMs : last.nowMs + Date.now() - readAt),
    stop: () => clearInterval(timer),
  };
}

/** Half of a token's life: nobody is caught with one that has just ended. */
const TOKEN_KEPT_MS = 30 * 60_000;

/** The bot's own token, from the far side's sign-in as any bot gets it. */
export function botTokenOver(far: RemoteFarSide, bot: { appId: string; secret: string }): () => Promise<string> {
  let kept: { readonly token: string; readonly at: number } | undefined;
  return async () => {
    if (kept !== undefined && Date.now() - kept.at < TOKEN_KEPT_MS) return kept.token;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: bot.appId,
      client_secret: bot.secret,
      scope: 'https://api.botframework.com/.default',
    });
    const url = 'https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token';
    const answered: unknown = await (await far.fetch(new Request(url, { method: 'POST', body }))).json();
    if (typeof answered !== 'object' || answered === null || !('access_token' in answered))
      throw new Error('The far side gave the bot no token.');
    kept = { token: String(answered.access_token), at: Date.now() };
    return kept.token;
  };
}

export function farSideOverSocket(url: string): RemoteFarSide {
  const at = new URL(url);
  const secret = at.hash.slice(1);
  at.hash = '';
  return {
    async fetch(request) {
      const head = { method: request.method, url: request.url, headers: [...request.headers] };
      const body = request.body === null ? null : await request.arrayBuffer();
      const answered = await fetch(new URL('exchange', at), {
        method: 'POST',
        headers: { [secretHeader]: secret, [requestHeader]: packed(head) },
        body,
      });
      if (answered.status !== 200) throw new Error(`The far side's socket answered ${answered.status}.`);
      const { status, headers } = unpackedHead(answered.headers.get(responseHeader) ?? '');
      const bytes = await answered.arrayBuffer();
      return new Response(bytes.byteLength === 0 ? null : bytes, { status, headers });
    },
    async readClock() {
      const answered = await fetch(new URL('clock', at), { headers: { [secretHeader]: secret } });
      if (answered.status !== 200) throw new Error(`The far side's socket answered ${answered.status}.`);
      const read: unknown = await answered.json();
      if (typeof read !== 'object' || read === null || !('nowMs' in read) || !('isFrozen' in read))
        throw new Error('The far side told no time.');
      const publicUrl = 'publicUrl' in read ? String(read.publicUrl) : '';
      return { nowMs: Number(read.nowMs), isFrozen: read.isFrozen === true, publicUrl };
    },
  };
}

async function answer(
  {
    sandbox,
    secret,
    publicUrl,
  }: { readonly sandbox: ReachableFarSide; readonly secret: string; readonly publicUrl: string },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (!isSame(String(incoming.headers[secretHeader] ?? ''), secret)) {
    outgoing.writeHead(403).end();
    return;
  }
  if (incoming.url === '/clock') {
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ nowMs: sandbox.clock.nowMs(), isFrozen: sandbox.clock.isFrozen(), publicUrl }));
    return;
  }
  const { method, url, headers } = unpackedRequest(String(incoming.headers[requestHeader] ?? ''));
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const response = await sandbox.fetch(new Request(url, { method, headers, body: body.length === 0 ? null : body }));
  const bytes = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(200, { [responseHeader]: packed({ status: response.status, headers: [...response.headers] }) });
  outgoing.end(bytes);
}

function isSame(given: string, secret: string): boolean {
  return given.length === secret.length && timingSafeEqual(Buffer.from(given), Buffer.from(secret));
}

const packed = (head: unknown): string => Buffer.from(JSON.stringify(head)).toString('base64');

const unpacked = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64').toString());

// Both ends are this file, and the secret has shown that the other end is ours.
const unpackedRequest = (text: string) =>
  unpacked(text) as { method: string; url: string; headers: [string, string][] };
const unpackedHead = (text: string) => unpacked(text) as { status: number; headers: [string, string][] };
