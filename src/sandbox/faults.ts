import { requestKind, type Rain, type RainKind } from './rain.ts';

/** A failure that a test or a demonstration asks the far side for. */
export interface FaultWish {
  /** Against `METHOD /v1.0/path?query`, also of requests inside a `$batch`. */
  readonly match: RegExp | string;
  readonly status: number;
  readonly code?: string;
  readonly times?: number;
  readonly retryAfterSeconds?: number;
  /** Says nothing of how long to wait, as Graph may. */
  readonly withoutWait?: boolean;
  /** Real milliseconds before the failure comes: a far side that is slow before it fails. */
  readonly delayMs?: number;
  /** The work is done first and only then does the answer fail: the caller cannot know. */
  readonly afterSuccess?: boolean;
}

export interface Faults {
  failNext(wish: FaultWish): void;
  take(method: string, path: string): FaultWish | undefined;
  clear(): void;
}

/** Asked-for failures come first, then what falls by itself. */
export function openFaults(rain: Rain): Faults {
  let wishes: { wish: FaultWish; left: number }[] = [];
  return {
    failNext: (wish) => void wishes.push({ wish, left: wish.times ?? 1 }),
    take(method, path) {
      const line = `${method} ${path}`;
      const found = wishes.find(({ wish, left }) => left > 0 && matches(wish.match, line));
      if (found === undefined) return drawn(rain, method, path);
      found.left -= 1;
      wishes = wishes.filter(({ left }) => left > 0);
      return found.wish;
    },
    clear: () => void (wishes = []),
  };
}

const answered: readonly RainKind[] = ['throttled', 'throttledWithoutWait', 'unavailable'];

/** Graph checks `If-Match` on changes of events, so that is where somebody else can have been quicker. */
function drawn(rain: Rain, method: string, path: string): FaultWish | undefined {
  const isChange = method === 'PATCH' && /\/events\//.test(path);
  const kind = rain.draw(requestKind(method, path), isChange ? [...answered, 'stale'] : answered);
  if (kind === undefined) return undefined;
  const fallen = { match: '', status: statusOf[kind] ?? 503 };
  return kind === 'throttled' ? { ...fallen, retryAfterSeconds: 2 } : { ...fallen, withoutWait: true };
}

const statusOf: Partial<Record<RainKind, number>> = { throttled: 429, throttledWithoutWait: 429, stale: 412 };

function matches(pattern: RegExp | string, line: string): boolean {
  return typeof pattern === 'string' ? line.includes(pattern) : line.search(pattern) >= 0;
}
