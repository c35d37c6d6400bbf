import type { Db } from '../../../database/open.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { EvaluationKey } from '../types.ts';

/** One row per confirmed participant, or the row of one, with the attendance and the substitute of the session. */
export async function seatRows(db: Db, key: EvaluationKey, personId?: PersonId) {
  const seats = db
    .selectFrom('registration')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'registration.tenant_id')
        .onRef('person.project_id', '=', 'registration.project_id')
        .onRef('person.id', '=', 'registration.person_id'),
    )
    .leftJoin('session_participation as part', (join) =>
      join
        .onRef('part.tenant_id', '=', 'registration.tenant_id')
        .onRef('part.project_id', '=', 'registration.project_id')
        .onRef('part.person_id', '=', 'registration.person_id')
        .on('part.session_id', '=', key.sessionId),
    )
    .leftJoin('session_guest as guest', (join) =>
      join
        .onRef('guest.tenant_id', '=', 'registration.tenant_id')
        .onRef('guest.project_id', '=', 'registration.project_id')
        .onRef('guest.host_person_id', '=', 'registration.person_id')
        .on('guest.session_id', '=', key.sessionId)
        .on('guest.kind', '=', 'substitute')
        .on('guest.cancelled_at', 'is', null),
    )
    .distinctOn('registration.person_id')
    .select([
      'registration.person_id',
      'person.given_name',
      'person.display_name',
      'person.email',
      'person.oid',
      'person.account_type',
      'part.attended',
      'guest.id as substitute_id',
      'guest.given_name as substitute_given_name',
      'guest.family_name as substitute_family_name',
      'guest.email as substitute_email',
    ])
    .where('registration.tenant_id', '=', key.tenantId)
    .where('registration.project_id', '=', key.projectId)
    .where('registration.state', '=', 'confirmed')
    .orderBy('registration.person_id')
    .orderBy('guest.created_at', 'desc');
  const asked = personId === undefined ? seats : seats.where('registration.person_id', '=', personId);
  return await asked.execute();
}

export type SeatRow = Awaited<ReturnType<typeof seatRows>>[number];
