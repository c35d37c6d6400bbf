import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import { personalLink } from '../../../domain/personal-link.ts';
import { date, type NoticeRow } from '../store.ts';

/** What waits for a person, and what a person has sent and may still take back, the oldest first. */
export async function handRows(db: Db, key: ProjectKey): Promise<readonly NoticeRow[]> {
  return await db
    .selectFrom('notice')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where((eb) => eb.or([eb('state', '=', 'byHand'), eb('sent_by', 'is not', null)]))
    .orderBy('created_at')
    .orderBy('recipient_name')
    .orderBy('session_id')
    .orderBy('id')
    .execute();
}

export async function handRow(db: Db, key: ProjectKey, id: string): Promise<NoticeRow | undefined> {
  return await db
    .selectFrom('notice')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Answers the ids that were waiting for a person and are sent now. */
export async function tickRows(
  db: Db,
  key: ProjectKey,
  tick: {
    readonly ids: readonly string[];
    readonly by: string;
    readonly now: Temporal.Instant;
    readonly undoUntil: Temporal.Instant;
  },
): Promise<readonly string[]> {
  const rows = await db
    .updateTable('notice')
    .set({ state: 'sent', sent_at: date(tick.now), sent_by: tick.by, undo_until: date(tick.undoUntil) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', 'in', tick.ids)
    .where('state', '=', 'byHand')
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Answers the ids whose tick was taken back. */
export async function untickRows(db: Db, key: ProjectKey, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .updateTable('notice')
    .set({ state: 'byHand', sent_at: null, sent_by: null, undo_until: null })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', 'in', ids)
    .where('state', '=', 'sent')
    .where('undo_until', 'is not', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The recipient has the personal link now; here it would only lie readable beside its own hash. */
export async function forgetSecrets(db: Db, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('notice')
    .set({
      undo_until: null,
      content: sql<string>`regexp_replace(content::text, ${personalLink}, '\\1…', 'g')::jsonb`,
    })
    .where('undo_until', '<=', date(now))
    .execute();
}

/** Everything that a person was to send goes out by itself from `notBefore`; ticks can no longer be taken back. */
export async function wakeHandRows(db: Db, key: ProjectKey, notBefore: Temporal.Instant): Promise<number> {
  const rows = await db
    .updateTable('notice')
    .set({ state: 'waiting', not_before: date(notBefore) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('state', '=', 'byHand')
    .returning('id')
    .execute();
  return rows.length;
}

/** Stops what nobody has sent of one kind to one address about one session. */
export async function stopHandRows(
  db: Db,
  key: ProjectKey,
  what: { readonly kinds: readonly string[]; readonly sessionId: string; readonly address: string },
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ state: 'stopped' })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('kind', 'in', what.kinds)
    .where('session_id', '=', what.sessionId)
    .where(sql`lower(recipient_address)`, '=', what.address)
    .where('state', 'in', ['waiting', 'byHand'])
    .execute();
}

/** Who has been sent a calendar file: session and address, with the latest number that reached them. */
export async function reachedRows(
  db: Db,
  key: ProjectKey,
  kinds: readonly string[],
): Promise<
  readonly { readonly session_id: string | null; readonly recipient_address: string | null; readonly kind: string }[]
> {
  return await db
    .selectFrom('notice')
    .select(['session_id', 'recipient_address', 'kind'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('kind', 'in', kinds)
    .where('state', 'in', ['sent', 'sending'])
    .orderBy('sent_at')
    .execute();
}
