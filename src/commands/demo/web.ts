import { setTimeout as sleep } from 'node:timers/promises';
import { keep, type Evidence } from './evidence.ts';

/** What came back from a page or the API. */
export interface Answer {
  readonly status: number;
  /** Where redirects ended. */
  readonly path: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** How long to wait, when the product says that too many come at once. */
  readonly retryAfterSeconds?: number;
}

/** A browser without JavaScript, and the tab's API beside it: the product's real entrances and nothing else. */
export interface Web {
  page(path: string): Promise<Answer>;
  submit(path: string, form: Readonly<Record<string, string>>): Promise<Answer>;
  /** Signed in as the person with this object id. */
  as(oid: string): Tab;
  /** The sandbox's own API: the clock, the mailboxes, the chat. */
  sandbox<Value>(path: string, body?: unknown): Promise<Value>;
}

export interface Tab {
  get<Value>(path: string): Promise<Value>;
  post<Value>(path: string, body?: unknown): Promise<Value>;
  put<Value>(path: string, body: unknown): Promise<Value>;
  upload<Value>(
    path: string,
    file: { name: string; type: string; content: Uint8Array },
    fields: Readonly<Record<string, string>>,
  ): Promise<Value>;
  download(path: string): Promise<Uint8Array>;
  /** As `post`, with a refusal as a value instead of a fault. */
  tryPost(path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
}

/** The product refused what the script does; the message is the product's own words. */
export class ProductRefused extends Error {}

const OK = 300;
const FAULT = 500;
/** Whoever is told to try again in a while does so, this often. On a clock that stands still the while is nothing. */
const MOST_TRIES = 40;
const WHILE_MS = 20;
/**
 * A connection of its own for each request. Product and script are one process: after a long computation the server
 * lets go of the idle connections in the very turn in which the script would use one, and the request is lost.
 */
const freshConnection = { connection: 'close' };
type Asked = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

export function openWeb(url: string, evidence: Evidence): Web {
  const tokens = new Map<string, Promise<string>>();

  async function call(path: string, init: Asked = {}): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await once(path, init);
      if (answer.status < FAULT || tries === MOST_TRIES) return answer;
      await sleep(WHILE_MS);
    }
  }

  async function once(path: string, init: Asked): Promise<Answer> {
    const headers = { ...init.headers, ...freshConnection };
    const response = await fetch(`${url}${path}`, { ...init, headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = Buffer.from(bytes).toString('utf8');
    const ended = new URL(response.url);
    if (!ended.pathname.startsWith('/sandbox/')) keep(evidence, ended.pathname + ended.search, text);
    const wait = Number(response.headers.get('retry-after') ?? '');
    return {
      ...{ status: response.status, path: ended.pathname + ended.search, text, bytes },
      ...(wait > 0 ? { retryAfterSeconds: wait } : {}),
    };
  }

  async function sandbox<Value>(path: string, body?: unknown): Promise<Value> {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await call(`/sandbox/api/${path}`, init);
    if (answer.status >= OK) throw new Error(`sandbox ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return JSON.parse(answer.text) as Value; // the sandbox's own shapes, named by the caller
  }

  const tokenOf = (oid: string): Promise<string> => {
    const known = tokens.get(oid) ?? sandbox<{ token: string }>(`token?oid=${oid}`).then(({ token }) => token);
    tokens.set(oid, known);
    return known;
  };

  function as(oid: string): Tab {
    const send = async (method: string, path: string, body?: BodyInit, type?: string): Promise<Answer> =>
      call(path, {
        method,
        headers: {
          authorization: `Bearer ${await tokenOf(oid)}`,
          'accept-language': 'sv',
          ...(type === undefined ? {} : { 'content-type': type }),
        },
        ...(body === undefined ? {} : { body }),
      });
    const json = async <Value>(method: string, path: string, body?: unknown): Promise<Value> => {
      const answer = await send(
        method,
        path,
        body === undefined ? undefined : JSON.stringify(body),
        body === undefined ? undefined : 'application/json',
      );
      if (answer.status >= OK)
        throw new ProductRefused(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 600)}`);
      return (answer.text === '' ? null : JSON.parse(answer.text)) as Value; // the API's own types, named by the caller
    };
    return {
      get: (path) => json('GET', path),
      post: (path, body) => json('POST', path, body ?? {}),
      put: (path, body) => json('PUT', path, body),
      download: async (path) => (await send('GET', path)).bytes,
      tryPost: async (path, body) => {
        const answer = await send('POST', path, JSON.stringify(body ?? {}), 'application/json');
        return { status: answer.status, body: JSON.parse(answer.text) as unknown };
      },
      upload: async <Value>(
        path: string,
        file: { name: string; type: string; content: Uint8Array },
        fields: Readonly<Record<string, string>>,
      ) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) form.append(name, value);
        form.append('file', new Blob([Buffer.from(file.content)], { type: file.type }), file.name);
        const answer = await send('POST', path, form);
        if (answer.status >= OK)
          throw new ProductRefused(`upload ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
        return JSON.parse(answer.text) as Value; // as above
      },
    };
  }

  return {
    as,
    sandbox,
    page: (path) => call(path),
    submit: (path, form) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      }),
  };
}
