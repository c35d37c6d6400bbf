/** How many posts one visitor may make. An office shares one address, so this stops machines, not people. */
export interface Limit {
  readonly most: number;
  readonly perMilliseconds: number;
}

/** Remembers the visitors of the latest period in memory; `now` is in milliseconds of any clock that does not stop. */
export function createLimiter({ most, perMilliseconds }: Limit): (visitor: string, now: number) => boolean {
  let seen = new Map<string, number>();
  let since = Number.NEGATIVE_INFINITY;
  return (visitor, now) => {
    if (now - since >= perMilliseconds) {
      seen = new Map();
      since = now;
    }
    const count = (seen.get(visitor) ?? 0) + 1;
    seen.set(visitor, count);
    return count <= most;
  };
}
