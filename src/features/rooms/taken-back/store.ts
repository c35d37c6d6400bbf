import type { Db } from '../../../database/open.ts';
import type { ProjectKey, SessionId } from '../../../domain/ids.ts';

const questions = ['venue.request', 'venue.change'];

export interface UnaskedRow extends ProjectKey {
  readonly sessionId: SessionId;
}

/**
 * Bookings whose question to the host was stopped before it left. A newer question that waits or has gone out keeps its
 * booking.
 */
export async function unaskedRows(db: Db): Promise<readonly UnaskedRow[]> {
  const rows = await db
    .selectFrom('room_booking')
    .select(['tenant_id', 'project_id', 'session_id'])
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
  return rows.map((row) => ({ tenantId: row.tenant_id, projectId: row.project_id, sessionId: row.session_id }));
}
