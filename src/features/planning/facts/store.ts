import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';

interface Reader {
  readonly db: Db;
}

// The guideline looks at the whole project, so its facts are read across the features' tables, in few statements.

export async function registrationFacts({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('registration as r')
    .innerJoin('person as p', (join) =>
      join
        .onRef('p.tenant_id', '=', 'r.tenant_id')
        .onRef('p.project_id', '=', 'r.project_id')
        .onRef('p.id', '=', 'r.person_id'),
    )
    .select(['r.person_id', 'r.state', 'r.commitment_at', 'r.source', 'p.organisation_id', 'p.email_key'])
    .where('r.tenant_id', '=', key.tenantId)
    .where('r.project_id', '=', key.projectId)
    .execute();
}

export async function participationFacts({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('session_participation')
    .select(['session_id', 'person_id', 'attended'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('attended', '=', false)
    .execute();
}

export async function roomFacts({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('room_booking')
    .select(['session_id', 'status'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

export async function mirrorFacts({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('meeting_mirror')
    .select(['session_id', 'part', 'written', 'problem'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('state', '=', 'live')
    .execute();
}

/** Who eats beside participants and leaders, as the content lead has said. */
export async function extraHeadFacts({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('kitchen')
    .select(['session_id', 'extra_heads'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

/** Who has declined a session, by their own answer where they have given one. */
export async function declinedFacts({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('session_participation')
    .select(['session_id', 'person_id'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where(({ eb, fn }) => eb(fn.coalesce('own_answer', 'answer'), '=', 'declined'))
    .execute();
}

export async function guestFacts({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('session_guest')
    .select(['session_id', 'host_person_id', 'kind'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('cancelled_at', 'is', null)
    .execute();
}

/** Whose seat a substitute has, per session. */
export async function substituteFacts({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('session_guest')
    .select(['session_id', 'host_person_id', 'email'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('kind', '=', 'substitute')
    .where('cancelled_at', 'is', null)
    .execute();
}

/** Per session: when the evaluation opened, and how many have answered. */
export async function evaluationFacts({ db }: Reader, key: ProjectKey) {
  const evaluations = await db
    .selectFrom('evaluation')
    .select(['session_id', 'opened_at', 'compiled'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  const marks = await db
    .selectFrom('evaluation_mark')
    .select(({ fn }) => ['session_id', fn.countAll<number>().as('count')])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .groupBy('session_id')
    .execute();
  const counts = new Map(marks.map((row) => [row.session_id, row.count]));
  return evaluations.map(({ compiled, ...row }) => ({
    ...row,
    answers: compiled?.answered ?? counts.get(row.session_id) ?? 0,
  }));
}

export async function documentFacts({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('document')
    .select([
      'id',
      'session_id',
      'name',
      'kind',
      'speaker_id',
      'photographer',
      'rights_confirmed',
      'alt_text',
      'shared_at',
    ])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

/** To whom the invitation has been written, by the version in the notice's key: a recipient each (INV-11). */
export async function invitationMails({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('notice')
    .select(['key', 'created_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('kind', '=', 'invitation')
    .where('state', 'in', ['waiting', 'sending', 'sent', 'bounced', 'byHand'])
    .execute();
}

/** The automatic answers to a registration (REG-05), by person; the latest last. */
export async function confirmationMails({ db }: Reader, key: ProjectKey) {
  return await db
    .selectFrom('notice')
    .select(['person_id', 'state'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('kind', 'like', 'registration.%')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
