import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ConfirmationTable, NoticeState } from '../../../database/tables/notices.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { ConfirmationOrder } from '../types.ts';

export type ConfirmationRow = Selectable<ConfirmationTable>;

const date = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

export async function insertConfirmation(
  db: Db,
  order: ConfirmationOrder & { readonly id: string; readonly confirmedAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('confirmation')
    .values({
      tenant_id: order.tenantId,
      project_id: order.projectId,
      id: order.id,
      act: order.act,
      session_id: order.sessionId ?? null,
      text_version: order.preview.textVersion,
      recipient_count: order.preview.recipientCount,
      standing: order.dueAt !== undefined,
      due_at: order.dueAt === undefined ? null : date(order.dueAt),
      confirmed_by: order.by.personId,
      confirmed_by_name: order.by.name,
      confirmed_at: date(order.confirmedAt),
      announced_at: null,
      stopped_at: null,
      executed_at: null,
    })
    .execute();
}

/** Every yes of a project, the latest first; of one act when that is named. */
export async function confirmationRows(db: Db, key: ProjectKey, act?: string): Promise<readonly ConfirmationRow[]> {
  const all = db
    .selectFrom('confirmation')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('confirmed_at', 'desc')
    .orderBy('id');
  return await (act === undefined ? all : all.where('act', '=', act)).execute();
}

/** Stops the standing ones of an act that have not gone off. */
export async function stopStandingOf(db: Db, key: ProjectKey, act: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('confirmation')
    .set({ stopped_at: date(now) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('act', '=', act)
    .where('standing', '=', true)
    .where('stopped_at', 'is', null)
    .where('executed_at', 'is', null)
    .execute();
}

/** Writes a mark unless it is there already, in one statement so that two processes cannot both do it. */
export async function markConfirmation(
  db: Db,
  key: ProjectKey & { readonly id: string },
  mark: 'announced_at' | 'executed_at',
  now: Temporal.Instant,
): Promise<boolean> {
  const marked = await db
    .updateTable('confirmation')
    .set({ [mark]: date(now) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', key.id)
    .where('stopped_at', 'is', null)
    .where(mark, 'is', null)
    .returning('id')
    .executeTakeFirst();
  return marked !== undefined;
}

/** Takes back that something was done, when it was noted at `since` or later. */
export async function forgetMilestone(db: Db, key: ProjectKey, name: string, since: Date): Promise<void> {
  await db
    .deleteFrom('milestone')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('name', '=', name)
    .where('at', '>=', since)
    .execute();
}

/** Stops it and answers what it was before; undefined when there is none. */
export async function stopConfirmationRow(
  db: Db,
  key: ProjectKey,
  id: string,
  now: Temporal.Instant,
): Promise<ConfirmationRow | undefined> {
  const row = await db
    .selectFrom('confirmation')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.stopped_at !== null || row.executed_at !== null) return row;
  await db
    .updateTable('confirmation')
    .set({ stopped_at: date(now) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .execute();
  return row;
}

export interface NoticeUnder {
  readonly state: NoticeState;
  readonly channel: string;
  readonly person_id: string | null;
  readonly recipient_address: string | null;
  readonly recipient_name: string | null;
  readonly sent_at: Date | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Every message that goes out under one yes. */
export async function noticesUnder(db: Db, key: ProjectKey, confirmationId: string): Promise<readonly NoticeUnder[]> {
  return await db
    .selectFrom('notice')
    .select(['state', 'channel', 'person_id', 'recipient_address', 'recipient_name', 'sent_at', 'content'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('confirmation_id', '=', confirmationId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
