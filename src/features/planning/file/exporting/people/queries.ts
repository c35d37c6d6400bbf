import { momentText } from '../../../rules.ts';
import type { Person } from '../../../types.ts';
import { entryOf } from '../../shape/rules.ts';
import type { GuestRow, ParticipationRow, RegistrationRow } from '../../store.ts';
import type { Loose } from '../../types.ts';

/** The sign-in's id is left out: it belongs to one tenant and is joined anew. */
function ownColumns({ extra: _extra, oid: _oid, emailKey: _key, kind: _kind, ...person }: Person): Loose {
  return { ...person, title: person.title === '' ? null : person.title };
}

/** Somebody who arranges it, and may take part as well. */
export function personEntry(person: Person, registration: RegistrationRow | undefined, zone: string): Loose {
  const own = registration === undefined ? undefined : entryOf({}, registrationValues(registration, zone), ordinary);
  return entryOf(person.extra, { ...ownColumns(person), registration: own });
}

const ordinary = { registrationWarnings: [], sharesPhone: false };

export function participantEntry(person: Person, registration: RegistrationRow | undefined, zone: string): Loose {
  const values = {
    ...ownColumns(person),
    ...(registration === undefined ? {} : registrationValues(registration, zone)),
  };
  return entryOf(person.extra, values, ordinary);
}

function registrationValues(row: RegistrationRow, zone: string): Loose {
  const at = momentText(row.registered_at, zone);
  const committed = row.commitment_at === null ? null : momentText(row.commitment_at, zone);
  return {
    registeredAt: at,
    source: row.source,
    commitmentAccepted: row.commitment_at !== null,
    commitmentAt: committed === at ? null : committed,
    commitmentVersion: row.commitment_version,
    status: row.state,
    waitingPosition: row.waiting_position,
    cancelledAt: row.cancelled_at === null ? null : momentText(row.cancelled_at, zone),
    registrationWarnings: row.warnings,
    sharesPhone: row.shares_phone,
  };
}

export function attendanceEntries(rows: readonly ParticipationRow[], zone: string): readonly Loose[] {
  return rows
    .toSorted((one, other) => compare(one.session_id, other.session_id) || compare(one.person_id, other.person_id))
    .map((row) =>
      entryOf(
        {},
        {
          sessionId: row.session_id,
          participantId: row.person_id,
          answer: row.answer,
          answeredAt: optionalText(row.answered_at, zone),
          ownAnswer: row.own_answer,
          ownAnswerAt: optionalText(row.own_answer_at, zone),
          attended: row.attended,
        },
        { answer: 'none' },
      ),
    );
}

export function guestEntries(rows: readonly GuestRow[], zone: string): readonly Loose[] {
  return rows
    .toSorted((one, other) => compare(one.session_id, other.session_id) || compare(one.id, other.id))
    .map((row) =>
      entryOf(
        {},
        {
          id: row.id,
          sessionId: row.session_id,
          kind: row.kind,
          hostId: row.host_person_id,
          givenName: row.given_name,
          familyName: row.family_name,
          organisationId: row.organisation_id,
          email: row.email,
          createdAt: momentText(row.created_at, zone),
          cancelledAt: optionalText(row.cancelled_at, zone),
        },
      ),
    );
}

function optionalText(at: Date | null, zone: string): string | null {
  return at === null ? null : momentText(at, zone);
}

/** By code unit, so that every engine and machine gives the same file. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
