import { sql, type Selectable } from 'kysely';
import type { Db } from '../../database/open.ts';
import type { RoomBookingTable } from '../../database/tables/meetings.ts';
import type { ProjectKey, SessionId, VenueId } from '../../domain/ids.ts';
import type { Booking, HeadCountSource, RoomStatus } from './types.ts';

interface Reader {
  readonly db: Db;
}

export async function bookingRows({ db }: Reader, key: ProjectKey): Promise<readonly Booking[]> {
  const rows = await db
    .selectFrom('room_booking')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('session_id')
    .execute();
  return rows.map(fromRow);
}

export async function bookingRow({ db }: Reader, key: ProjectKey, sessionId: SessionId): Promise<Booking | null> {
  const row = await db
    .selectFrom('room_booking')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

export async function saveBooking({ db }: Reader, key: ProjectKey, booking: Booking): Promise<void> {
  const values = {
    venue_id: booking.venueId,
    status: booking.status,
    asked_at: booking.askedAt,
    answered_at: booking.answeredAt,
    answer_note: booking.note,
    head_count: booking.headCount,
    head_count_source: booking.headCountSource,
    override_reason: booking.overrideReason,
    asked_for: booking.askedFor,
  };
  await db
    .insertInto('room_booking')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, session_id: booking.sessionId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'session_id']).doUpdateSet(values))
    .execute();
}

/** The plan follows the booking: the session is held where the room is. */
export async function moveSessionTo(
  { db }: Reader,
  key: ProjectKey,
  sessionId: SessionId,
  venueId: VenueId,
): Promise<void> {
  const moved = await db
    .updateTable('session')
    .set({ venue_id: venueId })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', sessionId)
    .where((where) => where.or([where('venue_id', 'is', null), where('venue_id', '!=', venueId)]))
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return;
  await db
    .updateTable('project')
    .set({ revision: sql`revision + 1` })
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', key.projectId)
    .execute();
}

export interface UnansweredRow extends ProjectKey {
  readonly sessionId: SessionId;
  readonly venueId: VenueId;
  readonly askedAt: Date;
}

/** Rooms of every awake project that were asked, have said nothing, and have not been told of since; the first one first. */
export async function unansweredRows({ db }: Reader): Promise<readonly UnansweredRow[]> {
  const rows = await asked(db)
    .select([
      'room_booking.tenant_id',
      'room_booking.project_id',
      'room_booking.session_id',
      'room_booking.venue_id',
      'asked_at',
    ])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notice')
            .select('notice.id')
            .whereRef('notice.tenant_id', '=', 'room_booking.tenant_id')
            .whereRef('notice.project_id', '=', 'room_booking.project_id')
            .whereRef('notice.session_id', '=', 'room_booking.session_id')
            .whereRef('notice.created_at', '>=', 'room_booking.asked_at')
            .where('notice.kind', '=', 'room.silent'),
        ),
      ),
    )
    .orderBy('asked_at')
    .execute();
  return rows.flatMap((row) =>
    row.asked_at === null
      ? []
      : [
          {
            tenantId: row.tenant_id,
            projectId: row.project_id,
            sessionId: row.session_id,
            venueId: row.venue_id,
            askedAt: row.asked_at,
          },
        ],
  );
}

/** A host who is asked by mail is not among them: nobody waits for that answer. */
function asked(db: Db) {
  return db
    .selectFrom('room_booking')
    .innerJoin('project', (join) =>
      join
        .onRef('project.tenant_id', '=', 'room_booking.tenant_id')
        .onRef('project.id', '=', 'room_booking.project_id'),
    )
    .innerJoin('session', (join) =>
      join
        .onRef('session.tenant_id', '=', 'room_booking.tenant_id')
        .onRef('session.project_id', '=', 'room_booking.project_id')
        .onRef('session.id', '=', 'room_booking.session_id'),
    )
    .where('project.state', '=', 'active')
    .where('session.cancelled_at', 'is', null)
    .where('room_booking.status', '=', 'asked');
}

function fromRow(row: Selectable<RoomBookingTable>): Booking {
  return {
    sessionId: row.session_id,
    venueId: row.venue_id,
    status: row.status satisfies RoomStatus,
    askedAt: row.asked_at?.toISOString() ?? null,
    answeredAt: row.answered_at?.toISOString() ?? null,
    note: row.answer_note,
    headCount: row.head_count,
    headCountSource: row.head_count_source as HeadCountSource, // written from that type only
    overrideReason: row.override_reason,
    askedFor: row.asked_for,
  };
}
