import { Temporal } from 'temporal-polyfill';

/** A "ja" the next day is hardly an answer to what was asked the day before. */
const hours = 24;

export function isFresh(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at.add({ hours }), now) > 0;
}

/** What was asked before this moment is forgotten. */
export function forgottenBefore(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours });
}
