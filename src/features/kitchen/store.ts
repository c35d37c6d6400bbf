import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import type { KitchenTable } from '../../database/tables/kitchen.ts';
import type { ProjectKey, SessionId } from '../../domain/ids.ts';
import type { Agreement } from './types.ts';

export type KitchenRow = Selectable<KitchenTable>;
export type KitchenKey = ProjectKey & { readonly sessionId: SessionId };

const date = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

export async function kitchenRow(db: Db, key: KitchenKey): Promise<KitchenRow | undefined> {
  return await db
    .selectFrom('kitchen')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .executeTakeFirst();
}

/** A session on whose day somebody cooks, and whose number is not final yet. */
export interface OpenKitchen extends KitchenKey {
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly timeZone: string;
  readonly finalOn: string | null;
}

/** Of every awake project, from `since` on. Every tick asks. */
export async function openKitchens(db: Db, since: string): Promise<readonly OpenKitchen[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('project', (join) =>
      join.onRef('project.tenant_id', '=', 'session.tenant_id').onRef('project.id', '=', 'session.project_id'),
    )
    .leftJoin('kitchen', (join) =>
      join
        .onRef('kitchen.tenant_id', '=', 'session.tenant_id')
        .onRef('kitchen.project_id', '=', 'session.project_id')
        .onRef('kitchen.session_id', '=', 'session.id'),
    )
    .select(['session.tenant_id', 'session.project_id', 'session.id', 'session.date', 'kitchen.final_on'])
    .select(['session.start_time', 'session.end_time', 'project.time_zone'])
    .where('project.state', '=', 'active')
    .where('session.date', '>=', since)
    .where('session.format', '!=', 'digital')
    .where('session.cancelled_at', 'is', null)
    .where('kitchen.frozen_at', 'is', null)
    .orderBy('session.date')
    .orderBy('session.id')
    .execute();
  return rows.flatMap(({ date, start_time: startTime, end_time: endTime, ...row }) => {
    if (date === null || startTime === null || endTime === null) return [];
    const key = { tenantId: row.tenant_id, projectId: row.project_id, sessionId: row.id };
    return [{ ...key, date, startTime, endTime, timeZone: row.time_zone, finalOn: row.final_on }];
  });
}

type Change = Partial<Omit<KitchenRow, 'tenant_id' | 'project_id' | 'session_id'>>;

async function put(db: Db, key: KitchenKey, change: Change): Promise<void> {
  await db
    .insertInto('kitchen')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, session_id: key.sessionId, ...change })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'session_id']).doUpdateSet(change))
    .execute();
}

export async function saveAgreement(db: Db, key: KitchenKey, agreement: Agreement): Promise<void> {
  await put(db, key, {
    reference: agreement.reference,
    contact_name: agreement.contactName,
    contact_phone: agreement.contactPhone,
    order_address: agreement.orderAddress,
    extra_heads: agreement.extraHeads,
    final_on: agreement.finalOn,
  });
}

export async function saveLink(db: Db, key: KitchenKey, sealed: Uint8Array | null): Promise<void> {
  await put(db, key, { link_sealed: sealed });
}

/** `null` opens the numbers again. */
export async function saveFinal(
  db: Db,
  key: KitchenKey,
  final: { readonly at: Temporal.Instant; readonly sealed: Uint8Array } | null,
): Promise<void> {
  await put(db, key, { frozen_at: final === null ? null : date(final.at), frozen_sealed: final?.sealed ?? null });
}

/** Two who press at once come one after the other. */
export async function lockSession(db: Db, key: KitchenKey): Promise<void> {
  await db
    .selectFrom('session')
    .select('id')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', key.sessionId)
    .forUpdate()
    .executeTakeFirst();
}

const orderedName = (sessionId: SessionId): string => `foodOrdered:${sessionId}`;

/** When and how the food was ordered; undefined: it was not. */
export async function orderedMark(
  db: Db,
  key: KitchenKey,
): Promise<{ readonly at: Date; readonly source: string } | undefined> {
  return await db
    .selectFrom('milestone')
    .select(['at', 'source'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('name', '=', orderedName(key.sessionId))
    .executeTakeFirst();
}

/** The first order counts: CAT-01 asks when the kitchen was told. */
export async function markOrdered(
  db: Db,
  key: KitchenKey,
  at: Temporal.Instant,
  source: 'tool' | 'hand',
): Promise<void> {
  await db
    .insertInto('milestone')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      name: orderedName(key.sessionId),
      at: at.toString(),
      source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unmarkOrdered(db: Db, key: KitchenKey): Promise<void> {
  await db
    .deleteFrom('milestone')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('name', '=', orderedName(key.sessionId))
    .execute();
}

/** That they were final, and when, stays. */
export async function forgetFinal(db: Db, key: ProjectKey): Promise<void> {
  await db
    .updateTable('kitchen')
    .set({ frozen_sealed: null })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}
