import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ProjectKey, SessionId, TenantId } from '../../../domain/ids.ts';
import type { CalendarAct, CalendarCause } from './types.ts';

export interface HistoryRow {
  readonly id: string;
  readonly sessionId: SessionId;
  readonly at: Date;
  readonly what: CalendarAct;
  readonly cause: CalendarCause | null;
}

export async function addHistory(
  { db }: { readonly db: Db },
  key: ProjectKey,
  row: Omit<HistoryRow, 'at'> & { readonly at: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('calendar_history')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      id: row.id,
      session_id: row.sessionId,
      part: row.what.part,
      at: row.at.toString(),
      what: JSON.stringify(row.what),
      cause: row.cause === null ? null : JSON.stringify(row.cause),
    })
    .execute();
}

/** Everybody whom the tenant's mailboxes have reached since an instant, by invitations and by letters. */
export async function recipientsSince(
  { db }: { readonly db: Db },
  tenantId: TenantId,
  since: Temporal.Instant,
): Promise<number> {
  const told = await db
    .selectFrom('calendar_history')
    .select(sql<number>`coalesce(sum((what ->> 'told')::int), 0)::int`.as('sum'))
    .where('tenant_id', '=', tenantId)
    .where('at', '>', new Date(since.epochMilliseconds))
    .executeTakeFirstOrThrow();
  const mailed = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('channel', '=', 'mail')
    .where('sent_at', '>', new Date(since.epochMilliseconds))
    .executeTakeFirstOrThrow();
  return told.sum + mailed.count;
}

/** The latest first. */
export async function historyRows(
  { db }: { readonly db: Db },
  key: ProjectKey,
  most: number,
): Promise<readonly HistoryRow[]> {
  const rows = await db
    .selectFrom('calendar_history')
    .select(['id', 'session_id', 'at', 'what', 'cause'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('at', 'desc')
    .orderBy('nr', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ session_id: sessionId, what, cause, ...row }) => ({
    ...row,
    sessionId,
    what: what as unknown as CalendarAct, // written by addHistory only, as is the cause
    cause: cause as unknown as CalendarCause | null,
  }));
}
