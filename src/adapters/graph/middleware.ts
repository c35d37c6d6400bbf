import { randomUUID } from 'node:crypto';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** The network as one function, so that the far side may be somewhere else than on the internet. */
export type GraphTransport = (request: Request) => Promise<Response>;

export interface GraphCounts {
  requests: number;
  throttled: number;
}

export interface CountingParts {
  readonly requestId?: () => string | undefined;
  readonly onExchange?: (exchange: { method: string; status: number; ms: number; requestId: string }) => void;
}

/** Marks every request with an id that both sides log, and counts. */
export function counting(
  counts: GraphCounts,
  parts: CountingParts,
): Middleware & { setNext: (middleware: Middleware) => void } {
  let next: Middleware | undefined;
  return {
    setNext: (middleware) => void (next = middleware),
    execute: async (context) => {
      const requestId = parts.requestId?.() ?? randomUUID();
      context.options = { ...context.options, headers: { ...headersOf(context), 'client-request-id': requestId } };
      const started = performance.now();
      await next?.execute(context);
      const status = context.response?.status ?? 0;
      counts.requests += 1;
      if (status === 429) counts.throttled += 1;
      const ms = Math.round(performance.now() - started);
      parts.onExchange?.({ method: context.options.method ?? 'GET', status, ms, requestId });
    },
  };
}

export function lastMiddleware(transport: GraphTransport): Middleware {
  return {
    execute: async (context) => {
      context.response = await transport(new Request(context.request, context.options));
    },
  };
}

function headersOf(context: Context): Record<string, string> {
  return Object.fromEntries(new Headers(context.options?.headers));
}
