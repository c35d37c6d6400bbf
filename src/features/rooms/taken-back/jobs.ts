import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../tools.ts';
import { clearUnasked } from './store.ts';

/** VEN-02: a venue is not "asked by mail" when somebody stopped the mail in its grace period. */
export async function runDue(tools: Tools): Promise<void> {
  await clearUnasked(tools.db);
}

/** Follows a stop, not the clock. */
export function nextDueAt(): Promise<Temporal.Instant | undefined> {
  return Promise.resolve(undefined);
}
