import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../tools.ts';
import { unansweredRows, type UnansweredRow } from '../store.ts';

/** Rooms answer within minutes, or within a working day when somebody has to approve. */
export const silentHours = 24;

export interface SilentRoom extends UnansweredRow {
  readonly silentSince: Temporal.Instant;
}

/** Rooms that have not been heard for a day and that nobody has been told of. They may have answered unread. */
export async function silentRooms(tools: Pick<Tools, 'db' | 'clock'>): Promise<readonly SilentRoom[]> {
  const now = tools.clock.now();
  return (await unanswered(tools)).filter(({ silentSince }) => Temporal.Instant.compare(silentSince, now) <= 0);
}

/** When the next room will have been silent for a day. */
export async function nextSilentAt(tools: Pick<Tools, 'db' | 'clock'>): Promise<Temporal.Instant | undefined> {
  const now = tools.clock.now();
  return (await unanswered(tools))
    .map(({ silentSince }) => silentSince)
    .find((at) => Temporal.Instant.compare(at, now) > 0);
}

/** Without the clock, so that its question stays the same while nothing happens. */
async function unanswered(tools: Pick<Tools, 'db'>): Promise<readonly SilentRoom[]> {
  return (await unansweredRows(tools)).map((row) => ({ ...row, silentSince: silentFrom(row.askedAt) }));
}

function silentFrom(askedAt: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(askedAt.getTime()).add({ hours: silentHours });
}
