import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../tools.ts';
import { askedSince, silentRows, type SilentRow } from '../store.ts';

/** Rooms answer within minutes, or within a working day when somebody has to approve. */
export const silentHours = 24;

export interface SilentRoom extends SilentRow {
  readonly silentSince: Temporal.Instant;
}

/** Rooms that have not been heard for a day and that nobody has been told of. They may have answered unread. */
export async function silentRooms(tools: Pick<Tools, 'db' | 'clock'>): Promise<readonly SilentRoom[]> {
  const rows = await silentRows(tools, tools.clock.now().subtract({ hours: silentHours }));
  return rows.map((row) => ({ ...row, silentSince: silentFrom(row.askedAt) }));
}

/** When the next room will have been silent for a day. */
export async function nextSilentAt(tools: Pick<Tools, 'db' | 'clock'>): Promise<Temporal.Instant | undefined> {
  const first = (await askedSince(tools, tools.clock.now().subtract({ hours: silentHours })))[0];
  if (first === undefined) return undefined;
  return silentFrom(first);
}

function silentFrom(askedAt: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(askedAt.getTime()).add({ hours: silentHours });
}
