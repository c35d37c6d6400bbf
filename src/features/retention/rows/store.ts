import { sql } from 'kysely';
import type { Db } from '../../../database/open.ts';
import { disposedAddress, disposedName } from '../../../domain/disposed.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { DataClassId } from '../types.ts';
import type { ClassRows, HeldItem } from './types.ts';

type Find = (db: Db, key: ProjectKey) => Promise<readonly HeldItem[]>;

/** What has gone out or never will; the rest stays until it has. */
const settled = ['sent', 'stopped', 'failed', 'bounced'] as const;
const anyDisposed = disposedAddress('%');

/** What each class is made of, of what still says something. Classes that the tool only keeps are counted elsewhere. */
const finders: Readonly<Partial<Record<DataClassId, readonly Find[]>>> = {
  dietary: [vaultRows, kitchenRows],
  workingPapers: [memoryRows, followUpRows, draftRows, pollRows, letterRows],
  messages: [noticeRows],
  attendance: [participationRows],
  evaluationAnswers: [answerRows],
  contacts: [contactRows, guestContactRows, speakerRows, strangerRows],
  participantList: [nameRows, guestNameRows],
};

export async function rowsOf(db: Db, key: ProjectKey, of: DataClassId): Promise<ClassRows> {
  const found: HeldItem[] = [];
  for (const find of finders[of] ?? []) found.push(...(await find(db, key)));
  return { goes: found, staying: of === 'messages' ? await unsentCount(db, key) : 0 };
}

async function vaultRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('dietary_vault')
    .select(['person_id', 'updated_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return rows.map((row) => ({ table: 'dietary_vault', id: [row.person_id], at: row.updated_at, who: null }));
}

async function kitchenRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('kitchen')
    .select(['session_id', 'frozen_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('frozen_sealed', 'is not', null)
    .execute();
  return rows.map((row) => ({ table: 'kitchen', id: [row.session_id], at: row.frozen_at, who: null }));
}

async function memoryRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('conversation_memory')
    .select(['conversation_id', 'oid', 'at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return rows.map((row) => {
    return { table: 'conversation_memory', id: [row.conversation_id, row.oid], at: row.at, who: null };
  });
}

/** Cards of long work that has ended; those still under way are answered first. */
async function followUpRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('bot_follow_up')
    .select(['id', 'done_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('done_at', 'is not', null)
    .execute();
  return rows.map((row) => ({ table: 'bot_follow_up', id: [row.id], at: row.done_at, who: null }));
}

/** What was written for letters; the invitation's own words are preserved with it. */
async function draftRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('mailing_words')
    .select(['mailing', 'slot', 'changed_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('mailing', '!=', 'invitation')
    .execute();
  return rows.map((row) => ({ table: 'mailing_words', id: [row.mailing, row.slot], at: row.changed_at, who: null }));
}

/** Which days suit whom; the days that were chosen stand in the plan. */
async function pollRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('date_poll_voter')
    .innerJoin('date_poll', (join) =>
      join
        .onRef('date_poll.tenant_id', '=', 'date_poll_voter.tenant_id')
        .onRef('date_poll.project_id', '=', 'date_poll_voter.project_id')
        .onRef('date_poll.id', '=', 'date_poll_voter.poll_id'),
    )
    .select(['date_poll_voter.poll_id', 'date_poll_voter.address', 'date_poll_voter.name', 'date_poll.created_at'])
    .where('date_poll_voter.tenant_id', '=', key.tenantId)
    .where('date_poll_voter.project_id', '=', key.projectId)
    .execute();
  return rows.map((row) => {
    return { table: 'date_poll_voter', id: [row.poll_id, row.address], at: row.created_at, who: row.name };
  });
}

async function letterRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('organiser_letter')
    .select(['id', 'received_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return rows.map((row) => ({ table: 'organiser_letter', id: [row.id], at: row.received_at, who: null }));
}

async function noticeRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'created_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('kind', '!=', 'invitation')
    .where('state', 'in', settled)
    .where(sql<boolean>`content ->> 'disposed' is null`)
    .execute();
  return rows.map((row) => ({ table: 'notice', id: [row.id], at: row.created_at, who: null }));
}

async function unsentCount(db: Db, key: ProjectKey): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('kind', '!=', 'invitation')
    .where('state', 'not in', settled)
    .executeTakeFirstOrThrow();
  return row.count;
}

async function participationRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('session_participation as answer')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'answer.tenant_id')
        .onRef('person.project_id', '=', 'answer.project_id')
        .onRef('person.id', '=', 'answer.person_id'),
    )
    .select(['answer.session_id', 'answer.person_id', 'person.display_name'])
    .select(({ fn }) => fn.coalesce('answer.own_answer_at', 'answer.answered_at').as('at'))
    .where('answer.tenant_id', '=', key.tenantId)
    .where('answer.project_id', '=', key.projectId)
    .execute();
  return rows.map((row) => {
    const id = [row.session_id, row.person_id] as const;
    return { table: 'session_participation', id, at: row.at, who: row.display_name };
  });
}

/** Answers of evaluations that have opened; who has answered goes along, and is no more to count. */
async function answerRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('evaluation_answer')
    .select(['session_id', 'id', 'stored_on'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  // No time of day: it is all that is kept of when an answer came.
  return rows.map((row) => {
    const at = new Date(`${row.stored_on}T12:00:00Z`);
    return { table: 'evaluation_answer', id: [row.session_id, row.id], at, who: null };
  });
}

/** Participants; whoever also has a role in the project is reached, and signs in, for as long as they have it. */
function participants(db: Db, key: ProjectKey) {
  return db
    .selectFrom('person')
    .leftJoin('registration', (join) =>
      join
        .onRef('registration.tenant_id', '=', 'person.tenant_id')
        .onRef('registration.project_id', '=', 'person.project_id')
        .onRef('registration.person_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.display_name', 'registration.registered_at'])
    .where('person.tenant_id', '=', key.tenantId)
    .where('person.project_id', '=', key.projectId)
    .where('person.kind', '=', 'participant')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('project_role')
            .select('project_role.role')
            .whereRef('project_role.tenant_id', '=', 'person.tenant_id')
            .whereRef('project_role.project_id', '=', 'person.project_id')
            .whereRef('project_role.person_id', '=', 'person.id'),
        ),
      ),
    );
}

async function contactRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await participants(db, key).where('person.email_key', 'not like', anyDisposed).execute();
  return rows.map((row) => ({ table: 'person', id: [row.id], at: row.registered_at, who: row.display_name }));
}

async function nameRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await participants(db, key).where('person.family_name', 'not like', `%${disposedName}`).execute();
  return rows.map((row) => ({ table: 'person', id: [row.id], at: row.registered_at, who: row.display_name }));
}

function guests(db: Db, key: ProjectKey) {
  return db
    .selectFrom('session_guest')
    .select(['id', 'given_name', 'family_name', 'created_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId);
}

const guestItem = (row: { id: string; given_name: string; family_name: string; created_at: Date }): HeldItem => ({
  table: 'session_guest',
  id: [row.id],
  at: row.created_at,
  who: `${row.given_name} ${row.family_name}`,
});

async function guestContactRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  return (await guests(db, key).where('email', 'not like', anyDisposed).execute()).map(guestItem);
}

async function guestNameRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  return (await guests(db, key).where('family_name', 'not like', `%${disposedName}`).execute()).map(guestItem);
}

async function speakerRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('speaker')
    .select(['id', 'display_name'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('email', 'is not', null)
    .execute();
  return rows.map((row) => ({ table: 'speaker', id: [row.id], at: null, who: row.display_name }));
}

/** People whom somebody has put on a meeting in Outlook. */
async function strangerRows(db: Db, key: ProjectKey): Promise<readonly HeldItem[]> {
  const rows = await db
    .selectFrom('meeting_stranger')
    .select(['session_id', 'address', 'name', 'found_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return rows.map((row) => {
    return { table: 'meeting_stranger', id: [row.session_id, row.address], at: row.found_at, who: row.name };
  });
}
