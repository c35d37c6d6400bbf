import type { Temporal } from 'temporal-polyfill';

/** Now, for everything of the trade. Token checks use the machine's real time instead. */
export interface Clock {
  now(): Temporal.Instant;
}
