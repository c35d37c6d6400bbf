import type { FarExchange } from './far-views.ts';

export interface GraphFigures {
  /** Requests on the wire: a batch is one. */
  readonly httpRequests: number;
  /** Everything that is no GET, those inside batches counted one by one. */
  readonly writes: number;
  readonly throttled: number;
  /** Sent again after a 429 or a fault of the far side. */
  readonly retried: number;
}

const THROTTLED = 429;
const FAULT = 500;

/** Reads the sandbox's log. Its lines for what a batch held begin with `batch `. */
export function graphFigures(exchanges: readonly FarExchange[]): GraphFigures {
  const outer = exchanges.filter(({ path }) => !path.startsWith('batch '));
  const steps = exchanges.filter(({ path }) => !path.endsWith('/$batch'));
  return {
    httpRequests: outer.length,
    writes: outer
      .flatMap(({ method, path, requestBody }) => (path.endsWith('/$batch') ? innerMethods(requestBody) : [method]))
      .filter((method) => method !== 'GET').length,
    throttled: steps.filter(({ status }) => status === THROTTLED).length,
    retried: retriedIn(steps),
  };
}

function innerMethods(body: unknown): string[] {
  const requests =
    typeof body === 'object' && body !== null && 'requests' in body && Array.isArray(body.requests)
      ? (body.requests as unknown[])
      : [];
  return requests.map((one) =>
    typeof one === 'object' && one !== null && 'method' in one ? String(one.method) : 'GET',
  );
}

function retriedIn(exchanges: readonly FarExchange[]): number {
  const failed = new Set<string>();
  let retried = 0;
  for (const { method, path, status, requestBody } of exchanges) {
    const what = JSON.stringify([method, path.replace(/^batch /, ''), requestBody]);
    if (failed.delete(what)) retried += 1;
    if (status === THROTTLED || status >= FAULT) failed.add(what);
  }
  return retried;
}
