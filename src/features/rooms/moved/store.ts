import type { Db } from '../../../database/open.ts';
import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import type { Booking } from '../types.ts';

interface Reader {
  readonly db: Db;
}

/** How the session's booking stood before the question that has not left yet: another time, or another venue. */
export async function beforeQuestion({ db }: Reader, key: ProjectKey, sessionId: SessionId): Promise<Booking | null> {
  const row = await db
    .selectFrom('room_booking')
    .select('before_move')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row?.before_move ?? null;
}

export async function keepBeforeQuestion(
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
