import { Temporal } from 'temporal-polyfill';

/** What is kept of somebody's visits. */
export interface Look {
  /** What "since last time" was counted from at the latest visit; null when it was the first. */
  readonly since: Temporal.Instant | null;
  readonly lookedAt: Temporal.Instant;
}

/** Looks that lie closer together are one visit, so that news does not vanish while somebody reads. */
const oneVisit = { minutes: 30 };

/** What "since last time" is counted from now; null for a first visit. */
export function lastVisit(look: Look | undefined, now: Temporal.Instant): Temporal.Instant | null {
  if (look === undefined) return null;
  const isOver = Temporal.Instant.compare(now, look.lookedAt.add(oneVisit)) > 0;
  return isOver ? look.lookedAt : look.since;
}
