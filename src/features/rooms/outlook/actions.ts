import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { roomAnswer, timeText } from '../rules.ts';
import { bookingRow, saveBooking } from '../store.ts';
import type { Booking } from '../types.ts';

/**
 * A room's mailbox has answered the invitation. Answers the booking when that changed it: an accept lets the people in,
 * a decline is told with `tellDeclined` after the transaction.
 */
export async function recordRoomAnswer(
  work: Work,
  tools: Pick<Tools, 'clock'>,
  key: ProjectKey,
  said: { readonly sessionId: SessionId; readonly response: string; readonly respondedAt: string | null },
): Promise<Booking | null> {
  const before = await bookingRow(work, key, said.sessionId);
  const status = before === null ? undefined : roomAnswer(before, said);
  if (before === null || status === undefined) return null;
  const booking = { ...before, status, answeredAt: said.respondedAt ?? tools.clock.now().toString(), note: null };
  await saveBooking(work, key, booking);
  await work.enqueue('meetings.reconcile', { tenantId: key.tenantId, projectId: key.projectId });
  return booking;
}

/** The event has moved, so Outlook asks the room anew; an earlier answer no longer counts. */
export async function recordAskedAgain(
  work: Work,
  tools: Pick<Tools, 'clock'>,
  key: ProjectKey,
  session: { readonly id: SessionId; readonly localStart: string | null; readonly localEnd: string | null },
): Promise<void> {
  const before = await bookingRow(work, key, session.id);
  if (before === null) return;
  await saveBooking(work, key, {
    ...before,
    status: 'asked',
    askedAt: tools.clock.now().toString(),
    answeredAt: null,
    note: null,
    askedFor: timeText(session),
  });
}
