import type { Db } from '../../database/open.ts';
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
    readonly voters: readonly { address: string; name: string }[];
  },
): Promise<void> {
  const ids = { tenant_id: key.tenantId, project_id: key.projectId };
  await db
    .insertInto('date_poll')
    .values({ ...ids, id: poll.id, days: JSON.stringify(poll.days), closes_on: poll.closesOn, created_at: poll.at })
    .execute();
  await db
    .insertInto('date_poll_voter')
    .values(poll.voters.map((voter) => ({ ...ids, poll_id: poll.id, ...voter })))
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
    voters: voters.map(({ address, name, answers }) => ({ address, name, answers })),
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
