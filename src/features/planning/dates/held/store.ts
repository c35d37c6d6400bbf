import type { Db } from '../../../../database/open.ts';
import type { ProjectKey, SessionId } from '../../../../domain/ids.ts';

interface Reader {
  readonly db: Db;
}

export async function hasRegistrations({ db }: Reader, { tenantId, projectId }: ProjectKey): Promise<boolean> {
  const row = await db
    .selectFrom('registration')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The sessions that somebody has in a calendar, or for which a venue has been asked. */
export async function bookedSessions(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
): Promise<ReadonlySet<SessionId>> {
  const meetings = await db
    .selectFrom('meeting_mirror')
    .select('session_id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('state', '!=', 'cancelled')
    .execute();
  const files = await db
    .selectFrom('hand_booking')
    .select('session_id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('state', '=', 'live')
    .execute();
  const rooms = await db
    .selectFrom('room_booking')
    .select('session_id')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('status', '!=', 'none')
    .execute();
  return new Set([...meetings, ...files, ...rooms].map(({ session_id }) => session_id));
}
