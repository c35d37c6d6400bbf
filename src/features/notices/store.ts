import { sql, type Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import type { NoticeTable } from '../../database/tables/notices.ts';
import type { ProjectKey } from '../../domain/ids.ts';

export type NoticeRow = Selectable<NoticeTable>;

/** A process that died while sending leaves its claim behind; after this long another may take over. Seconds of the database's clock. */
const claimSeconds = 60;

export const date = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

export interface NewNotice extends ProjectKey {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly sessionId: string | null;
  readonly personId: string | null;
  readonly channel: NoticeTable['channel'];
  readonly to: { readonly address: string; readonly name: string } | null;
  readonly content: object;
  readonly notBefore: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
  readonly confirmationId: string | null;
}

/** False when the same thing has been said before. What somebody stopped is said after all when somebody gives a new yes to it. */
export async function insertNotice(db: Db, notice: NewNotice): Promise<boolean> {
  const written = await db
    .insertInto('notice')
    .values({
      tenant_id: notice.tenantId,
      project_id: notice.projectId,
      id: notice.id,
      key: notice.key,
      kind: notice.kind,
      session_id: notice.sessionId,
      person_id: notice.personId,
      channel: notice.channel,
      recipient_address: notice.to?.address ?? null,
      recipient_name: notice.to?.name ?? null,
      content: JSON.stringify(notice.content),
      state: 'waiting',
      not_before: date(notice.notBefore),
      created_at: date(notice.createdAt),
      sent_at: null,
      far_id: null,
      attempts: 0,
      last_error: null,
      confirmation_id: notice.confirmationId,
      claimed_at: null,
      bounced_at: null,
      resent_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'project_id', 'key'])
        .doUpdateSet((said) => ({
          state: 'waiting',
          content: said.ref('excluded.content'),
          recipient_address: said.ref('excluded.recipient_address'),
          recipient_name: said.ref('excluded.recipient_name'),
          not_before: said.ref('excluded.not_before'),
          confirmation_id: said.ref('excluded.confirmation_id'),
        }))
        .where('notice.state', '=', 'stopped')
        .where('excluded.confirmation_id', 'is not', null)
        .whereRef('notice.confirmation_id', 'is distinct from', 'excluded.confirmation_id'),
    )
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Every mail of the project by what makes it one and the same, without its words. */
export async function saidRows(db: Db, key: ProjectKey) {
  return await db
    .selectFrom('notice')
    .select(['kind', 'session_id', 'person_id', 'key', 'state', 'created_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('channel', '=', 'mail')
    .orderBy('created_at')
    .execute();
}

/** The activity id of what stands in a chat or channel under a key. */
export async function activityIdOf(db: Db, key: ProjectKey, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('notice')
    .select('far_id')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('key', '=', name)
    .where('channel', '!=', 'mail')
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return row?.far_id ?? null;
}

export async function projectStateOf(
  db: Db,
  key: ProjectKey,
): Promise<{ state: string; mailbox: string | null; delivery: 'manual' | 'graph' } | undefined> {
  const row = await db
    .selectFrom('project')
    .select(['state', 'organiser_mailbox', 'delivery'])
    .where('tenant_id', '=', key.tenantId)
    .where('id', '=', key.projectId)
    .executeTakeFirst();
  return row === undefined ? undefined : { state: row.state, mailbox: row.organiser_mailbox, delivery: row.delivery };
}

/** Ids of what may be sent now: due ones, and those whose sender died. Those that failed before come last. */
export async function dueNotices(db: Db, key: ProjectKey, now: Temporal.Instant): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('id')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('not_before', '<=', date(now))
    .where(claimable)
    .orderBy('attempts')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

const claimable = sql<boolean>`(state = 'waiting' or (state = 'sending'
  and (claimed_at is null or claimed_at < now() - make_interval(secs => ${sql.lit(claimSeconds)}))))`;

/** The embedded database has one process: what it was sending when it died can be taken over at once. */
export async function giveBackClaims(db: Db): Promise<void> {
  // Every tenant's: it is this process that has started, for all of them.
  await db.updateTable('notice').set({ claimed_at: null }).where('state', '=', 'sending').execute();
}

/** Takes one for sending; undefined when somebody else did, or it was stopped meanwhile. */
export async function claimNotice(db: Db, key: ProjectKey, id: string): Promise<{ row: NoticeRow } | undefined> {
  const before = await db
    .selectFrom('notice')
    .select('state')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .where(claimable)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return undefined;
  const row = await db
    .updateTable('notice')
    .set((eb) => ({ state: 'sending', attempts: eb('attempts', '+', 1), claimed_at: sql<Date>`now()` }))
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { row };
}

export async function settleNotice(
  db: Db,
  notice: Pick<NoticeRow, 'tenant_id' | 'project_id' | 'id'>,
  change: Partial<Pick<NoticeRow, 'state' | 'sent_at' | 'far_id' | 'last_error' | 'channel'>> & { content?: string },
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ ...change, claimed_at: null })
    .where('tenant_id', '=', notice.tenant_id)
    .where('project_id', '=', notice.project_id)
    .where('id', '=', notice.id)
    .execute();
}

/** Projects that are awake and have something to send now. */
export async function projectsWithDue(db: Db, now: Temporal.Instant): Promise<readonly ProjectKey[]> {
  const rows = await db
    .selectFrom('notice')
    .innerJoin('project', (join) =>
      join.onRef('project.tenant_id', '=', 'notice.tenant_id').onRef('project.id', '=', 'notice.project_id'),
    )
    .select(['notice.tenant_id', 'notice.project_id'])
    .distinct()
    .where('project.state', '!=', 'dormant')
    .where('notice.state', 'in', ['waiting', 'sending'])
    .where('notice.not_before', '<=', date(now))
    .execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, projectId: row.project_id }));
}

export async function nextNotBefore(db: Db, after: Temporal.Instant): Promise<Date | undefined> {
  const row = await db
    .selectFrom('notice')
    .innerJoin('project', (join) =>
      join.onRef('project.tenant_id', '=', 'notice.tenant_id').onRef('project.id', '=', 'notice.project_id'),
    )
    .select((eb) => eb.fn.min('notice.not_before').as('next'))
    .where('project.state', '!=', 'dormant')
    .where('notice.state', '=', 'waiting')
    .where('notice.not_before', '>', date(after))
    .executeTakeFirst();
  return row?.next ?? undefined;
}

/** Stops one that waits; answers the state it was found in, undefined when there is none. */
export async function stopNoticeRow(db: Db, key: ProjectKey, id: string): Promise<NoticeRow['state'] | undefined> {
  const row = await db
    .selectFrom('notice')
    .select('state')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row?.state !== 'waiting' && row?.state !== 'byHand') return row?.state;
  await db
    .updateTable('notice')
    .set({ state: 'stopped' })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .execute();
  return 'waiting';
}

/** Stops what waits under a confirmation, and counts what had already gone. */
export async function stopWaitingOf(
  db: Db,
  key: ProjectKey,
  confirmationId: string,
): Promise<{ stopped: number; goneOut: number }> {
  const stopped = await db
    .updateTable('notice')
    .set({ state: 'stopped' })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('confirmation_id', '=', confirmationId)
    .where('state', 'in', ['waiting', 'byHand'])
    .returning('id')
    .execute();
  const gone = await db
    .selectFrom('notice')
    .select('id')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('confirmation_id', '=', confirmationId)
    .where('state', 'in', ['sent', 'sending'])
    .execute();
  return { stopped: stopped.length, goneOut: gone.length };
}

/** Stops what waits of one kind about a session; answers how many. */
export async function stopWaitingOfKind(
  db: Db,
  about: ProjectKey & { readonly kind: string; readonly sessionId: string },
): Promise<number> {
  const stopped = await db
    .updateTable('notice')
    .set({ state: 'stopped' })
    .where('tenant_id', '=', about.tenantId)
    .where('project_id', '=', about.projectId)
    .where('kind', '=', about.kind)
    .where('session_id', '=', about.sessionId)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute();
  return stopped.length;
}

/** Stops what waits under the confirmations of some acts. */
export async function stopWaitingOfActs(db: Db, key: ProjectKey, acts: readonly string[]): Promise<void> {
  await db
    .updateTable('notice')
    .set({ state: 'stopped' })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('state', '=', 'waiting')
    .where('confirmation_id', 'in', (select) =>
      select
        .selectFrom('confirmation')
        .select('confirmation.id')
        .where('confirmation.tenant_id', '=', key.tenantId)
        .where('confirmation.project_id', '=', key.projectId)
        .where('confirmation.act', 'in', acts),
    )
    .execute();
}

/** One attempt stays counted: what failed may have gone out all the same, so it is looked for before it is sent again. */
export async function wakeFailed(db: Db, key: ProjectKey, id: string): Promise<boolean> {
  const row = await db
    .updateTable('notice')
    .set({ state: 'waiting', attempts: 1, last_error: null })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The latest first, by when it went out: what waited in its grace did so after it was written. */
export async function noticeRows(db: Db, key: ProjectKey): Promise<readonly NoticeRow[]> {
  return await db
    .selectFrom('notice')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy(({ fn }) => fn.coalesce('sent_at', 'created_at'), 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}
