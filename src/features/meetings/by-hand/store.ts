import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { HandBooking, HandTold } from './types.ts';

interface Reader {
  readonly db: Db;
}

export async function handBookings({ db }: Reader, key: ProjectKey): Promise<readonly HandBooking[]> {
  const rows = await db
    .selectFrom('hand_booking')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('session_id')
    .orderBy('address')
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    address: row.address,
    uid: row.uid,
    sequence: row.sequence,
    told: row.told as unknown as HandTold, // written below only
    state: row.state,
    fromOutlook: row.from_outlook,
  }));
}

export async function saveHandBooking({ db }: Reader, key: ProjectKey, booking: HandBooking): Promise<void> {
  const values = {
    uid: booking.uid,
    sequence: booking.sequence,
    told: JSON.stringify(booking.told),
    state: booking.state,
    from_outlook: booking.fromOutlook,
  };
  await db
    .insertInto('hand_booking')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      session_id: booking.sessionId,
      address: booking.address,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'project_id', 'session_id', 'address']).doUpdateSet(values),
    )
    .execute();
}

/** Outlook's number for each event, which a file must name to be about the same. */
export async function eventUids({ db }: Reader, key: ProjectKey): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db
    .selectFrom('meeting_mirror')
    .select(['session_id', 'ical_uid'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('part', '=', 'session')
    .execute();
  return new Map(rows.map((row) => [row.session_id, row.ical_uid]));
}
