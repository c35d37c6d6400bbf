import type { Db } from '../../../database/open.ts';

/**
 * Bookings whose question to the host was stopped before it left stand as not booked again. A newer question that
 * waits or has gone out keeps its booking.
 */
export async function clearUnasked(db: Db): Promise<void> {
  await db
    .updateTable('room_booking')
    .set({ status: 'none', asked_at: null, asked_for: null, override_reason: null })
    .where('status', '=', 'askedByMail')
    .where(({ exists, not, selectFrom }) => {
      const questions = selectFrom('notice')
        .select('notice.id')
        .whereRef('notice.tenant_id', '=', 'room_booking.tenant_id')
        .whereRef('notice.project_id', '=', 'room_booking.project_id')
        .whereRef('notice.session_id', '=', 'room_booking.session_id')
        .whereRef('notice.created_at', '>=', 'room_booking.asked_at')
        .where('notice.kind', '=', 'venue.request');
      return exists(questions.where('notice.state', '=', 'stopped')).and(
        not(exists(questions.where('notice.state', '!=', 'stopped'))),
      );
    })
    .execute();
}
