import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import type {
  RegistrationTable,
  SessionGuestTable,
  SessionParticipationTable,
} from '../../database/tables/registration.ts';
import type { PersonId, ProjectKey, SessionId } from '../../domain/ids.ts';
import type { AccountType, RegistrationState, SessionAnswer } from '../../domain/people.ts';

export type RegistrationRow = Selectable<RegistrationTable>;
export type ParticipationRow = Selectable<SessionParticipationTable>;
export type GuestRow = Selectable<SessionGuestTable>;

export const date = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

export async function registrationRows(db: Db, key: ProjectKey): Promise<readonly RegistrationRow[]> {
  return await db
    .selectFrom('registration')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('registered_at')
    .orderBy('person_id')
    .execute();
}

export async function registrationRow(
  db: Db,
  key: ProjectKey,
  personId: PersonId,
): Promise<RegistrationRow | undefined> {
  return (await registrationRows(db, key)).find((row) => row.person_id === personId);
}

export interface NewPerson extends ProjectKey {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly organisationId: string | null;
  readonly unit: string | null;
  readonly email: string;
  readonly emailKey: string;
  readonly phone: string | null;
  readonly accountType: AccountType;
  readonly position: number;
}

export async function insertPerson(db: Db, person: NewPerson): Promise<void> {
  await db
    .insertInto('person')
    .values({
      tenant_id: person.tenantId,
      project_id: person.projectId,
      id: person.id,
      kind: 'participant',
      given_name: person.givenName,
      family_name: person.familyName,
      display_name: `${person.givenName} ${person.familyName}`,
      title: person.title,
      organisation_id: person.organisationId,
      unit: person.unit,
      email: person.email,
      email_key: person.emailKey,
      phone: person.phone,
      account_type: person.accountType,
      oid: null,
      extra: JSON.stringify({}),
      position: person.position,
    })
    .execute();
}

export interface PersonChange {
  readonly given_name?: string;
  readonly family_name?: string;
  readonly display_name?: string;
  readonly title?: string;
  readonly phone?: string | null;
  readonly email?: string;
  readonly email_key?: string;
  readonly oid?: string | null;
  readonly organisation_id?: string | null;
}

export async function changePerson(db: Db, key: ProjectKey, personId: PersonId, change: PersonChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await db
    .updateTable('person')
    .set(change)
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', personId)
    .execute();
}

export interface NewRegistration extends ProjectKey {
  readonly personId: PersonId;
  readonly state: RegistrationState;
  readonly registeredAt: Temporal.Instant;
  readonly source: string;
  readonly commitmentAt: Temporal.Instant | null;
  readonly commitmentVersion: string | null;
  readonly waitingPosition: number | null;
  readonly warnings: readonly string[];
}

/** Somebody who has left may register anew: the row is written over. */
export async function putRegistration(db: Db, registration: NewRegistration): Promise<void> {
  const values = {
    state: registration.state,
    registered_at: date(registration.registeredAt),
    source: registration.source,
    commitment_at: registration.commitmentAt === null ? null : date(registration.commitmentAt),
    commitment_version: registration.commitmentVersion,
    waiting_position: registration.waitingPosition,
    cancelled_at: null,
    warnings: JSON.stringify(registration.warnings),
  };
  await db
    .insertInto('registration')
    .values({
      tenant_id: registration.tenantId,
      project_id: registration.projectId,
      person_id: registration.personId,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'person_id']).doUpdateSet(values))
    .execute();
}

export async function changeRegistration(
  db: Db,
  key: ProjectKey & { readonly personId: PersonId },
  change: {
    readonly state?: RegistrationState;
    readonly waiting_position?: number | null;
    readonly cancelled_at?: Date | null;
    readonly commitment_at?: Date;
    readonly commitment_version?: string;
    readonly warnings?: string;
    readonly shares_phone?: boolean;
    readonly declined_all?: 'asked' | 'stays';
  },
): Promise<void> {
  await db
    .updateTable('registration')
    .set(change)
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('person_id', '=', key.personId)
    .execute();
}

export async function participationRows(db: Db, key: ProjectKey): Promise<readonly ParticipationRow[]> {
  return await db
    .selectFrom('session_participation')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

export type ParticipationChange = ProjectKey & {
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  readonly set:
    | { readonly answer: SessionAnswer; readonly answered_at: Date | null }
    | { readonly own_answer: SessionAnswer | null; readonly own_answer_at: Date | null }
    | { readonly attended: boolean | null };
};

/** A row appears with the first thing that is known of a person and a session. */
export async function putParticipation(db: Db, { set, ...key }: ParticipationChange): Promise<void> {
  await db
    .insertInto('session_participation')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      session_id: key.sessionId,
      person_id: key.personId,
      answer: 'none',
      answered_at: null,
      own_answer: null,
      own_answer_at: null,
      attended: null,
      ...set,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'session_id', 'person_id']).doUpdateSet(set))
    .execute();
}

/** Guests that have not been taken back. */
export async function guestRows(db: Db, key: ProjectKey): Promise<readonly GuestRow[]> {
  return await db
    .selectFrom('session_guest')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('cancelled_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function insertGuest(db: Db, guest: Omit<GuestRow, 'cancelled_at'>): Promise<void> {
  await db
    .insertInto('session_guest')
    .values({ ...guest, cancelled_at: null })
    .execute();
}

export async function cancelGuests(
  db: Db,
  key: ProjectKey & { readonly hostPersonId: PersonId; readonly id?: string; readonly now: Temporal.Instant },
): Promise<void> {
  const all = db
    .updateTable('session_guest')
    .set({ cancelled_at: date(key.now) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('host_person_id', '=', key.hostPersonId)
    .where('cancelled_at', 'is', null);
  await (key.id === undefined ? all : all.where('id', '=', key.id)).execute();
}

export async function milestoneAt(db: Db, key: ProjectKey, name: string): Promise<Date | null> {
  const row = await db
    .selectFrom('milestone')
    .select('at')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('name', '=', name)
    .where('source', '!=', 'history')
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Written once; what a project file claimed gives way to what the tool has done. */
export async function putMilestone(
  db: Db,
  key: ProjectKey & { readonly name: string; readonly at: Temporal.Instant; readonly source: 'tool' | 'hand' },
): Promise<void> {
  await db
    .insertInto('milestone')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      name: key.name,
      at: date(key.at),
      source: key.source,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'project_id', 'name'])
        .doUpdateSet({ at: date(key.at), source: key.source })
        .where('milestone.source', '=', 'history'),
    )
    .execute();
}

/** What became of the latest automatic confirmation to each person. */
export async function confirmationMailStates(
  db: Db,
  key: ProjectKey,
): Promise<readonly { person_id: string | null; state: string; created_at: Date }[]> {
  return await db
    .selectFrom('notice')
    .select(['person_id', 'state', 'created_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('kind', 'in', ['registration.confirmed', 'registration.waiting', 'registration.late', 'registration.merged'])
    .orderBy('created_at')
    .execute();
}

export { lockProject } from '../../database/lock.ts';
