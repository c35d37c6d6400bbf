import type { Selectable } from 'kysely';
import type { Db } from '../../../database/open.ts';
import type { PlanningSeriesTable } from '../../../database/tables/meetings.ts';
import type { ProjectKey, TenantId } from '../../../domain/ids.ts';
import type { HeldFile, Series, SeriesEvent, SeriesOrder, SeriesProblem } from './types.ts';

interface Reader {
  readonly db: Db;
}

/** The project's series, ended or not. */
export async function seriesOf({ db }: Reader, key: ProjectKey): Promise<Series | null> {
  const row = await db
    .selectFrom('planning_series')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** Of every project that has one which has not ended. */
export async function standingSeries({ db }: Reader): Promise<readonly (Series & ProjectKey)[]> {
  const rows = await db
    .selectFrom('planning_series')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('tenant_id')
    .orderBy('project_id')
    .execute();
  return rows.map(ownRow);
}

/** Those whose events are in the mailbox. */
export async function seriesIn(
  reader: Reader,
  tenantId: TenantId,
  mailbox: string,
): Promise<readonly (Series & ProjectKey)[]> {
  const standing = await standingSeries(reader);
  return standing.filter((one) => one.tenantId === tenantId && one.event?.mailbox === mailbox);
}

export async function saveOrder(
  { db }: Reader,
  key: ProjectKey,
  order: { readonly wish: SeriesOrder; readonly by: string; readonly at: Date; readonly startsAnew: boolean },
): Promise<void> {
  const values = {
    wish: JSON.stringify(order.wish),
    set_by: order.by,
    set_at: order.at,
    ended_at: null,
    problem: null,
  };
  const before = await seriesOf({ db }, key);
  // An event that is still there, such as one whose cancellation has not got through, is changed rather than forgotten.
  const isThere = before?.event != null && before.problem !== 'gone';
  const anew = {
    agenda_on: null,
    ...(isThere ? {} : { generation: (before?.generation ?? -1) + 1, event: null }),
  };
  await db
    .insertInto('planning_series')
    .values({
      ...{ tenant_id: key.tenantId, project_id: key.projectId, generation: 0, event: null, held: '[]' },
      ...values,
      ...anew,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'project_id']).doUpdateSet({ ...values, ...(order.startsAnew ? anew : {}) }),
    )
    .execute();
}

export async function changeSeries(
  { db }: Reader,
  key: ProjectKey,
  change: {
    readonly event?: SeriesEvent | null;
    readonly held?: readonly HeldFile[];
    readonly problem?: SeriesProblem | null;
    readonly endedAt?: Date;
    readonly generation?: number;
  },
): Promise<void> {
  const { event, held, problem, endedAt, generation } = change;
  await db
    .updateTable('planning_series')
    .set({
      ...(event === undefined ? {} : { event: event === null ? null : JSON.stringify(event) }),
      ...(held === undefined ? {} : { held: JSON.stringify(held) }),
      ...(problem === undefined ? {} : { problem }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
      ...(generation === undefined ? {} : { generation }),
    })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

/** True for the first who marks the agenda of that day. */
export async function markAgenda({ db }: Reader, key: ProjectKey, day: string): Promise<boolean> {
  const row = await db
    .updateTable('planning_series')
    .set({ agenda_on: day })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('agenda_on', 'is', null), eb('agenda_on', '<', day)]))
    .returning('project_id')
    .executeTakeFirst();
  return row !== undefined;
}

function ownRow(row: Selectable<PlanningSeriesTable>): Series & ProjectKey {
  return { ...fromRow(row), tenantId: row.tenant_id, projectId: row.project_id };
}

function fromRow(row: Selectable<PlanningSeriesTable>): Series {
  return {
    wish: row.wish,
    setBy: row.set_by,
    setAt: row.set_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    generation: row.generation,
    event: row.event,
    held: row.held,
    problem: row.problem,
    agendaOn: row.agenda_on,
  };
}
