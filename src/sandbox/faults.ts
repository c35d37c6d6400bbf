/** A failure that a test or a demonstration asks the far side for. */
export interface FaultWish {
  /** Against `METHOD /v1.0/path?query`, also of requests inside a `$batch`. */
  readonly match: RegExp | string;
  readonly status: number;
  readonly code?: string;
  readonly times?: number;
  readonly retryAfterSeconds?: number;
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

export function openFaults(): Faults {
  let wishes: { wish: FaultWish; left: number }[] = [];
  return {
    failNext: (wish) => void wishes.push({ wish, left: wish.times ?? 1 }),
    take(method, path) {
      const line = `${method} ${path}`;
      const found = wishes.find(({ wish, left }) => left > 0 && matches(wish.match, line));
      if (found === undefined) return undefined;
      found.left -= 1;
      wishes = wishes.filter(({ left }) => left > 0);
      return found.wish;
    },
    clear: () => void (wishes = []),
  };
}

function matches(pattern: RegExp | string, line: string): boolean {
  return typeof pattern === 'string' ? line.includes(pattern) : line.search(pattern) >= 0;
}
