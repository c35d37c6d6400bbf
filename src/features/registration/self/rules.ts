import type { Temporal } from 'temporal-polyfill';

/** Long enough to find out that it was a mistake, in hours. */
const undoHours = 24;

/** Somebody who has left may take it back for a day. Whether there is a place is another question. */
export function mayUndo(
  { state, cancelled_at: at }: { readonly state: string; readonly cancelled_at: Date | null },
  now: Temporal.Instant,
): boolean {
  return state === 'cancelled' && at !== null && now.epochMilliseconds - at.getTime() < undoHours * 3_600_000;
}
