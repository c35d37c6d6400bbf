import type { Db } from '../../../database/open.ts';
import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import type { Booking } from '../types.ts';

interface Reader {
  readonly db: Db;
}

/** How the booking stood before its host was asked about another time. */
export async function beforeMove({ db }: Reader, key: ProjectKey, sessionId: SessionId): Promise<Booking | null> {
  const row = await db
    .selectFrom('room_booking')
    .select('before_move')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row?.before_move ?? null;
}

export async function keepBeforeMove(
  { db }: Reader,
  key: ProjectKey,
  sessionId: SessionId,
  booking: Booking | null,
): Promise<void> {
  await db
    .updateTable('room_booking')
    .set({ before_move: booking === null ? null : JSON.stringify(booking) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', sessionId)
    .execute();
}
