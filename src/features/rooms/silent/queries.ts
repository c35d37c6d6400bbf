import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../tools.ts';
import { askedSince } from '../store.ts';

/** Rooms answer within minutes, or within a working day when somebody has to approve. */
export const silentHours = 24;

/** When the next room will have been silent for a day. */
export async function nextSilentAt(tools: Pick<Tools, 'db' | 'clock'>): Promise<Temporal.Instant | undefined> {
  const first = (await askedSince(tools, tools.clock.now().subtract({ hours: silentHours })))[0];
  if (first === undefined) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(first.getTime()).add({ hours: silentHours });
}
