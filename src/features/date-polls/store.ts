import type { Selectable } from 'kysely';
import type { Db } from '../../database/open.ts';
import type { DatePollTable } from '../../database/tables/date-polls.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { Poll, PollAnswer, PollOrder } from './types.ts';

interface Reader {
  readonly db: Db;
}

export async function insertPoll(
  { db }: Reader,
  key: ProjectKey,
  poll: PollOrder & {
    readonly id: string;
    readonly at: Date;
    readonly confirmationId: string;
    readonly voters: readonly { address: string; name: string; personId: string | null }[];
  },
): Promise<void> {
  const ids = { tenant_id: key.tenantId, project_id: key.projectId };
  await db
    .insertInto('date_poll')
    .values({
      ...ids,
      id: poll.id,
      days: JSON.stringify(poll.days),
      closes_on: poll.closesOn,
      created_at: poll.at,
      confirmation_id: poll.confirmationId,
    })
    .execute();
  await db
    .insertInto('date_poll_voter')
    .values(
      poll.voters.map(({ address, name, personId }) => ({
        ...ids,
        poll_id: poll.id,
        address,
        name,
        person_id: personId,
      })),
    )
    .execute();
}

/** The latest one, or the one with this id. */
export async function pollRow({ db }: Reader, key: ProjectKey, id?: string): Promise<Poll | null> {
  let wanted = db
    .selectFrom('date_poll')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId);
  if (id !== undefined) wanted = wanted.where('id', '=', id);
  const row = await wanted.orderBy('created_at', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return null;
  const voters = await db
    .selectFrom('date_poll_voter')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('poll_id', '=', row.id)
    .orderBy('name')
    .execute();
  return {
    id: row.id,
    days: row.days,
    closesOn: row.closes_on,
    confirmationId: row.confirmation_id,
    voters: voters.map(({ address, name, person_id, answers }) => ({ address, name, personId: person_id, answers })),
  };
}

export async function saveAnswers(
  { db }: Reader,
  key: ProjectKey,
  said: {
    readonly pollId: string;
    readonly address: string;
    readonly answers: Readonly<Record<string, PollAnswer>>;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .updateTable('date_poll_voter')
    .set({ answers: JSON.stringify(said.answers), answered_at: said.at })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('poll_id', '=', said.pollId)
    .where('address', '=', said.address)
    .execute();
}

export type TimedPoll = Pick<Selectable<DatePollTable>, 'id' | 'created_at' | 'closes_on' | 'reminded_at'> & ProjectKey;

/** The latest poll of each project whose result has not been told, but for one that was stopped before it went out. */
export async function untoldPolls({ db }: Reader): Promise<readonly TimedPoll[]> {
  const rows = await db
    .selectFrom('date_poll')
    .select(['tenant_id', 'project_id', 'id', 'created_at', 'closes_on', 'reminded_at'])
    .where('told_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('date_poll as later')
            .select('later.id')
            .whereRef('later.tenant_id', '=', 'date_poll.tenant_id')
            .whereRef('later.project_id', '=', 'date_poll.project_id')
            .whereRef('later.created_at', '>', 'date_poll.created_at'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('confirmation')
            .select('confirmation.id')
            .whereRef('confirmation.tenant_id', '=', 'date_poll.tenant_id')
            .whereRef('confirmation.project_id', '=', 'date_poll.project_id')
            .whereRef('confirmation.id', '=', 'date_poll.confirmation_id')
            .where('confirmation.stopped_at', 'is not', null),
        ),
      ),
    )
    .execute();
  return rows.map(({ tenant_id, project_id, ...row }) => ({ ...row, tenantId: tenant_id, projectId: project_id }));
}

/** False when it has been marked already. */
export async function markPoll(
  { db }: Reader,
  key: ProjectKey & { readonly id: string },
  mark: 'reminded_at' | 'told_at',
  at: Date,
): Promise<boolean> {
  const marked = await db
    .updateTable('date_poll')
    .set({ [mark]: at })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', key.id)
    .where(mark, 'is', null)
    .executeTakeFirst();
  return marked.numUpdatedRows > 0n;
}
