import type { FarSide } from '../far-side.ts';
import { GraphFault } from './errors.ts';

/** One request to Graph, read and ready for its handler. */
export interface Call {
  readonly far: FarSide;
  readonly method: string;
  /** Path after `/v1.0`, as sent (still percent-encoded), without the query. */
  readonly rawPath: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly prefer: Prefer;
  readonly bytes: Uint8Array;
  /** The JSON body, undefined when there is none. */
  readonly body: unknown;
  /** What the route's `{name}` stands for in this path. */
  param(name: string): string;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

export interface Prefer {
  /** Zone name of `outlook.timezone`, as asked for. */
  readonly timeZone: string;
  readonly immutableIds: boolean;
  readonly maxPageSize: number | undefined;
}

/** Several preferences may be joined with commas or come in several headers. */
export function readPrefer(headers: Headers): Prefer {
  const text = headers.get('prefer') ?? '';
  const pageSize = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(text)?.[1];
  return {
    timeZone: /outlook\.timezone\s*=\s*"([^"]*)"/i.exec(text)?.[1] ?? 'UTC',
    immutableIds: /IdType\s*=\s*"ImmutableId"/i.test(text),
    maxPageSize: pageSize === undefined ? undefined : Number(pageSize),
  };
}

export function readJson(bytes: Uint8Array, contentType: string): unknown {
  if (bytes.byteLength === 0 || !/json/i.test(contentType)) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new GraphFault(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
/** Without body and without content type: a JSON content type here makes the Graph client throw. */
export const accepted: Reply = { status: 202 };
export const noContent: Reply = { status: 204 };

export const contextOf = (what: string): string => `https://graph.microsoft.com/v1.0/$metadata#${what}`;
