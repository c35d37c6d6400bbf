import { sql } from 'kysely';
import type { Db } from '../../../database/open.ts';
import { disposedAddress, disposedName } from '../../../domain/disposed.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { HeldItem } from '../rows/types.ts';
import type { DataClassId } from '../types.ts';

type Dispose = (db: Db, key: ProjectKey, items: readonly HeldItem[]) => Promise<void>;

/**
 * How each class goes, and goes alone: only what was shown. The kitchen's numbers and the vault, and the answers of
 * evaluations, are disposed of by the rooms that keep them.
 */
const ways: Readonly<Partial<Record<DataClassId, Dispose>>> = {
  workingPapers,
  messages,
  attendance,
  contacts,
  participantList,
};

export async function disposeOf(
  db: Db,
  key: ProjectKey,
  of: DataClassId,
  items: readonly HeldItem[],
): Promise<'gone' | 'elsewhere'> {
  const dispose = ways[of];
  if (dispose === undefined) return 'elsewhere';
  await dispose(db, key, items);
  return 'gone';
}

const idsOf = (items: readonly HeldItem[], table: string): readonly string[] =>
  items.filter((item) => item.table === table).map(({ id }) => id[0]);
const pairsOf = (items: readonly HeldItem[], table: string): readonly (readonly [string, string])[] =>
  items.filter((item) => item.table === table).map(({ id }) => [id[0], id[1] ?? ''] as const);

/** Rows of a table by the two columns that tell them apart; the names are our own. */
async function deletePairs(
  db: Db,
  key: ProjectKey,
  { table, columns }: { readonly table: string; readonly columns: readonly [string, string] },
  pairs: readonly (readonly [string, string])[],
): Promise<void> {
  const [one, other] = columns;
  for (const some of portions(pairs)) {
    const values = sql.join(some.map(([first, second]) => sql`(${first}, ${second})`));
    await sql`delete from ${sql.table(table)} where tenant_id = ${key.tenantId} and project_id = ${key.projectId}
      and (${sql.ref(one)}, ${sql.ref(other)}) in (${values})`.execute(db);
  }
}

/** So many at a time that a statement never has more parameters than the database takes. */
function portions<Item>(all: readonly Item[]): readonly (readonly Item[])[] {
  const most = 1000;
  return Array.from({ length: Math.ceil(all.length / most) }, (_, nr) => all.slice(nr * most, (nr + 1) * most));
}

/** Deleted outright. A question about dates goes with its last voter. */
async function workingPapers(db: Db, key: ProjectKey, items: readonly HeldItem[]): Promise<void> {
  const pairs = [
    { table: 'conversation_memory', columns: ['conversation_id', 'oid'] },
    { table: 'mailing_words', columns: ['mailing', 'slot'] },
    { table: 'date_poll_voter', columns: ['poll_id', 'address'] },
  ] as const;
  for (const where of pairs) await deletePairs(db, key, where, pairsOf(items, where.table));
  for (const table of ['bot_follow_up', 'organiser_letter'] as const)
    for (const ids of portions(idsOf(items, table)))
      await db
        .deleteFrom(table)
        .where('tenant_id', '=', key.tenantId)
        .where('project_id', '=', key.projectId)
        .where('id', 'in', ids)
        .execute();
  const polls = [...new Set(idsOf(items, 'date_poll_voter'))];
  if (polls.length === 0) return;
  await db
    .deleteFrom('date_poll')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', 'in', polls)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('date_poll_voter')
            .select('date_poll_voter.address')
            .whereRef('date_poll_voter.tenant_id', '=', 'date_poll.tenant_id')
            .whereRef('date_poll_voter.project_id', '=', 'date_poll.project_id')
            .whereRef('date_poll_voter.poll_id', '=', 'date_poll.id'),
        ),
      ),
    )
    .execute();
}

/**
 * The words and the recipient go; the row stays, since its key is what keeps the same from being said twice and its kind,
 * day and outcome are the counts. What failed or came back can no longer be sent again, for there is nothing to send.
 */
async function messages(db: Db, key: ProjectKey, items: readonly HeldItem[]): Promise<void> {
  const content = JSON.stringify({ subject: 'Gallrat', text: '', html: '', disposed: true });
  for (const ids of portions(idsOf(items, 'notice')))
    await db
      .updateTable('notice')
      .set({
        content,
        recipient_address: null,
        recipient_name: null,
        last_error: null,
        state: sql`case when state in ('failed', 'bounced') then 'stopped' else state end`,
      })
      .where('tenant_id', '=', key.tenantId)
      .where('project_id', '=', key.projectId)
      .where('id', 'in', ids)
      .execute();
}

async function attendance(db: Db, key: ProjectKey, items: readonly HeldItem[]): Promise<void> {
  const where = { table: 'session_participation', columns: ['session_id', 'person_id'] } as const;
  await deletePairs(db, key, where, pairsOf(items, where.table));
  await closeMeetings(db, key);
}

/** What each person can be reached by, wherever it stands, and the links that opened their pages. */
async function contacts(db: Db, key: ProjectKey, items: readonly HeldItem[]): Promise<void> {
  for (const ids of portions(idsOf(items, 'person'))) {
    await removeTraces(db, key, ids);
    for (const id of ids)
      await db
        .updateTable('person')
        .set({ email: disposedAddress(id), email_key: disposedAddress(id), phone: null, oid: null })
        .where('tenant_id', '=', key.tenantId)
        .where('project_id', '=', key.projectId)
        .where('id', '=', id)
        .execute();
  }
  for (const id of idsOf(items, 'session_guest'))
    await db
      .updateTable('session_guest')
      .set({ email: disposedAddress(id) })
      .where('tenant_id', '=', key.tenantId)
      .where('project_id', '=', key.projectId)
      .where('id', '=', id)
      .execute();
  const speakers = idsOf(items, 'speaker');
  if (speakers.length > 0)
    await db
      .updateTable('speaker')
      .set({ email: null })
      .where('tenant_id', '=', key.tenantId)
      .where('project_id', '=', key.projectId)
      .where('id', 'in', speakers)
      .execute();
  const where = { table: 'meeting_stranger', columns: ['session_id', 'address'] } as const;
  await deletePairs(db, key, where, pairsOf(items, where.table));
}

/** Copies of the addresses: the files sent by hand, and who stood on meetings that are over, which nobody writes again. */
async function removeTraces(db: Db, key: ProjectKey, personIds: readonly string[]): Promise<void> {
  await db
    .deleteFrom('personal_link')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('person_id', 'in', personIds)
    .execute();
  await db
    .deleteFrom('hand_booking')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('address', 'in', ({ selectFrom }) =>
      selectFrom('person')
        .select('person.email_key')
        .where('person.tenant_id', '=', key.tenantId)
        .where('person.project_id', '=', key.projectId)
        .where('person.id', 'in', personIds),
    )
    .execute();
  await sql`update meeting_mirror set written = jsonb_set(written, '{attendees}', '[]'::jsonb)
    where tenant_id = ${key.tenantId} and project_id = ${key.projectId}`.execute(db);
  await closeMeetings(db, key);
}

/** What Outlook still says of meetings that are over is not taken in again. */
async function closeMeetings(db: Db, key: ProjectKey): Promise<void> {
  await sql`update meeting_mirror set written = jsonb_set(written, '{disposed}', 'true'::jsonb)
    where tenant_id = ${key.tenantId} and project_id = ${key.projectId}`.execute(db);
}

/** A number instead of the name, in the order of the list, so that lists, groups and counts stand. */
async function participantList(db: Db, key: ProjectKey, items: readonly HeldItem[]): Promise<void> {
  const people = idsOf(items, 'person');
  for (const [index, id] of people.entries()) {
    const name = `${index + 1} ${disposedName}`;
    await db
      .updateTable('person')
      .set({
        given_name: 'Deltagare',
        family_name: name,
        display_name: `Deltagare ${name}`,
        title: '',
        unit: null,
        extra: '{}',
      })
      .where('tenant_id', '=', key.tenantId)
      .where('project_id', '=', key.projectId)
      .where('id', '=', id)
      .execute();
  }
  for (const [index, id] of idsOf(items, 'session_guest').entries())
    await db
      .updateTable('session_guest')
      .set({ given_name: 'Gäst', family_name: `${index + 1} ${disposedName}` })
      .where('tenant_id', '=', key.tenantId)
      .where('project_id', '=', key.projectId)
      .where('id', '=', id)
      .execute();
}

/** How many said yes, said no and came to each session; what is left when nobody's own answer is. */
export async function attendanceCounts(db: Db, key: ProjectKey) {
  return await db
    .selectFrom('session_participation')
    .select([
      'session_id',
      sql<number>`count(*) filter (where coalesce(own_answer, answer) = 'accepted')::int`.as('accepted'),
      sql<number>`count(*) filter (where coalesce(own_answer, answer) = 'declined')::int`.as('declined'),
      sql<number>`count(*) filter (where attended)::int`.as('attended'),
      sql<number>`count(*) filter (where not attended)::int`.as('absent'),
    ])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .groupBy('session_id')
    .execute();
}

/** How many went out, and how many did not, before nothing is left but their kind. */
export async function messageCounts(db: Db, key: ProjectKey, ids: readonly string[]) {
  const counts = { sent: 0, others: 0 };
  for (const some of portions(ids)) {
    const rows = await db
      .selectFrom('notice')
      .select(['state', sql<number>`count(*)::int`.as('count')])
      .where('tenant_id', '=', key.tenantId)
      .where('project_id', '=', key.projectId)
      .where('id', 'in', some)
      .groupBy('state')
      .execute();
    for (const { state, count } of rows) counts[state === 'sent' ? 'sent' : 'others'] += count;
  }
  return counts;
}
