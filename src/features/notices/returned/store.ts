import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../database/open.ts';
import type { ProjectKey, TenantId } from '../../../domain/ids.ts';

export interface SentFrom extends ProjectKey {
  readonly from: string;
  readonly lastSent: Date;
  /** When that mailbox was last looked into. */
  readonly readAt: Date | null;
}

/** When each project that is awake last sent a mail, of those that did within the days in which one may come back. */
export async function lastSentRows(
  db: Db,
  { since, usualMailbox }: { readonly since: Temporal.Instant; readonly usualMailbox: string },
): Promise<readonly SentFrom[]> {
  const mailbox = sql<string>`coalesce(project.organiser_mailbox, ${usualMailbox})`;
  const last = db
    .selectFrom('notice')
    .select(['tenant_id', 'project_id'])
    .select((eb) => eb.fn.max('sent_at').as('last_sent'))
    .where('channel', '=', 'mail')
    .where('state', 'in', ['sent', 'bounced'])
    .where('sent_at', '>=', new Date(since.epochMilliseconds))
    .groupBy(['tenant_id', 'project_id'])
    .as('last');
  const rows = await db
    .selectFrom('project')
    .innerJoin(last, (join) =>
      join.onRef('last.tenant_id', '=', 'project.tenant_id').onRef('last.project_id', '=', 'project.id'),
    )
    .leftJoin('mail_report', (join) =>
      join.onRef('mail_report.tenant_id', '=', 'project.tenant_id').on('mail_report.mailbox', '=', mailbox),
    )
    .select(['last.tenant_id', 'last.project_id', 'last.last_sent', 'mail_report.read_at'])
    .select(mailbox.as('from'))
    .where('project.state', '!=', 'dormant')
    .where('project.delivery', '!=', 'manual')
    .execute();
  return rows.flatMap(({ tenant_id, project_id, last_sent, read_at, from }) =>
    last_sent === null
      ? []
      : [{ tenantId: tenant_id, projectId: project_id, from, lastSent: last_sent, readAt: read_at }],
  );
}

export async function putReadAt(
  db: Db,
  { tenantId, mailbox, at }: { readonly tenantId: TenantId; readonly mailbox: string; readonly at: Temporal.Instant },
): Promise<void> {
  const read_at = new Date(at.epochMilliseconds);
  await db
    .insertInto('mail_report')
    .values({ tenant_id: tenantId, mailbox, read_at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'mailbox']).doUpdateSet({ read_at }))
    .execute();
}

/** A mail that had gone out came back. Nothing happens the second time, or when the key is no mail of ours. */
export async function markReturned(
  db: Db,
  tenantId: TenantId,
  { key, code, at }: { readonly key: string; readonly code: string | null; readonly at: Temporal.Instant },
): Promise<ProjectKey | undefined> {
  const row = await db
    .updateTable('notice')
    .set({ state: 'bounced', bounced_at: new Date(at.epochMilliseconds), last_error: `returned ${code ?? ''}`.trim() })
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .where('state', '=', 'sent')
    .returning(['tenant_id', 'project_id'])
    .executeTakeFirst();
  return row === undefined ? undefined : { tenantId: row.tenant_id, projectId: row.project_id };
}

/** The mail that came back or failed, for sending it to another address; locked so that it is done once. */
export async function returnedRow(db: Db, key: ProjectKey, id: string) {
  return await db
    .selectFrom('notice')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .where('channel', '=', 'mail')
    .where('state', 'in', ['bounced', 'failed'])
    .where('resent_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function markResent(db: Db, key: ProjectKey, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('notice')
    .set({ resent_at: new Date(at.epochMilliseconds) })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .execute();
}

/** How many times something has been sent again under a key: the next one has a key of its own. */
export async function countOfKey(db: Db, key: ProjectKey, base: string): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where(sql<boolean>`left(key, length(${base}::text)) = ${base}`)
    .executeTakeFirstOrThrow();
  return row.count;
}
