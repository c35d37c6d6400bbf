import type { PersonId } from '../../../domain/ids.ts';
import type { AccountType } from '../../../domain/people.ts';
import type { Db } from '../../../database/open.ts';
import { isTaken, type Seat } from '../rules.ts';
import { seatRows, type SeatRow } from './store.ts';
import type { EvaluationKey } from '../types.ts';

/** Whom the personal route of a seat goes to: the substitute when there is one. */
export interface SeatPerson extends Seat {
  readonly givenName: string;
  readonly name: string;
  readonly address: string;
  /** Of the seat's own person; null for a substitute, who is reached by mail. */
  readonly oid: string | null;
  /** What can be counted on to reach them. */
  readonly accountType: AccountType;
}

/**
 * The seats of a session: one per confirmed participant. A substitute sits in the seat of the person they replace and
 * answers for it, so a seat has one answer however many routes lead to it. An accompanying colleague has no seat:
 * the evaluation is the participants'.
 */
export async function seatsOf({ db }: { readonly db: Db }, key: EvaluationKey): Promise<readonly SeatPerson[]> {
  return (await seatRows(db, key)).map(seat);
}

/** The seat of one person, when they are a confirmed participant. */
export async function seatOf(
  { db }: { readonly db: Db },
  key: EvaluationKey,
  personId: PersonId | null,
): Promise<SeatPerson | undefined> {
  if (personId === null) return undefined;
  return (await seatRows(db, key, personId)).map(seat)[0];
}

export async function takenSeats(reader: { readonly db: Db }, key: EvaluationKey): Promise<readonly SeatPerson[]> {
  return (await seatsOf(reader, key)).filter(isTaken);
}

function seat(row: SeatRow): SeatPerson {
  const common = { personId: row.person_id, attended: row.attended };
  if (row.substitute_id === null)
    return {
      ...common,
      substitute: null,
      givenName: row.given_name,
      name: row.display_name,
      address: row.email,
      oid: row.oid,
      accountType: row.account_type,
    };
  return {
    ...common,
    substitute: { id: row.substitute_id },
    givenName: row.substitute_given_name ?? '',
    name: `${row.substitute_given_name ?? ''} ${row.substitute_family_name ?? ''}`.trim(),
    address: row.substitute_email ?? '',
    oid: null,
    accountType: 'mailOnly',
  };
}
