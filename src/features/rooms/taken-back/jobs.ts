import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../tools.ts';
import { beforeQuestion, keepBeforeQuestion } from '../moved/store.ts';
import { unbooked } from '../rules.ts';
import { bookingRow, moveSessionTo, saveBooking } from '../store.ts';
import { unaskedRows } from './store.ts';

/**
 * VEN-02: a venue is not "asked by mail" when somebody stopped the mail in its grace period. The session stands where it stood
 * before, with what the host had answered then, and Outlook follows.
 */
export async function runDue(tools: Tools): Promise<void> {
  for (const { tenantId, projectId, sessionId } of await unaskedRows(tools.db)) {
    const key = { tenantId, projectId };
    await tools.tx(async (work) => {
      const booking = await bookingRow(work, key, sessionId);
      if (booking?.status !== 'askedByMail') return;
      const before = (await beforeQuestion(work, key, sessionId)) ?? unbooked(booking, booking.venueId);
      await saveBooking(work, key, before);
      await keepBeforeQuestion(work, key, sessionId, null);
      await moveSessionTo(work, key, sessionId, before.venueId);
      await work.enqueue('meetings.reconcile', key);
    });
  }
}

/** Follows a stop, not the clock. */
export function nextDueAt(): Promise<Temporal.Instant | undefined> {
  return Promise.resolve(undefined);
}
