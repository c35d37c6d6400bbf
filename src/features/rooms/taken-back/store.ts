import { sql } from 'kysely';
import type { Db } from '../../../database/open.ts';

const questions = ['venue.request', 'venue.change'];

/**
 * Bookings whose question to the host was stopped before it left stand as not booked again; one that was only asked about
 * another time stands as it did before. A newer question that waits or has gone out keeps its booking.
 */
export async function clearUnasked(db: Db): Promise<void> {
  const before = (field: string) => sql`before_move->>${sql.lit(field)}`;
  await db
    .updateTable('room_booking')
    .set({
      status: sql`coalesce(${before('status')}, 'none')`,
      asked_at: sql`(${before('askedAt')})::timestamptz`,
      asked_for: sql`${before('askedFor')}`,
      answered_at: sql`(${before('answeredAt')})::timestamptz`,
      answer_note: sql`${before('note')}`,
      override_reason: sql`${before('overrideReason')}`,
      before_move: null,
    })
    .where('status', '=', 'askedByMail')
    .where(({ exists, not, selectFrom }) => {
      const asked = selectFrom('notice')
        .select('notice.id')
        .whereRef('notice.tenant_id', '=', 'room_booking.tenant_id')
        .whereRef('notice.project_id', '=', 'room_booking.project_id')
        .whereRef('notice.session_id', '=', 'room_booking.session_id')
        .whereRef('notice.created_at', '>=', 'room_booking.asked_at')
        .where('notice.kind', 'in', questions);
      return exists(asked.where('notice.state', '=', 'stopped')).and(
        not(exists(asked.where('notice.state', '!=', 'stopped'))),
      );
    })
    .execute();
}
