import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import type { MeetingMirrorTable, MeetingSyncTable } from '../../database/tables/meetings.ts';
import type { ProjectKey, TenantId } from '../../domain/ids.ts';
import type { MeetingPart, Mirror, WrittenMeeting } from './types.ts';

interface Reader {
  readonly db: Db;
}

export type SyncRow = Selectable<MeetingSyncTable>;
type MirrorRow = Selectable<MeetingMirrorTable>;

export async function mirrorsOf({ db }: Reader, key: ProjectKey): Promise<readonly Mirror[]> {
  const rows = await db
    .selectFrom('meeting_mirror')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('session_id')
    .orderBy('part')
    .execute();
  return rows.map(fromRow);
}

/** The projects with a session's meeting in Outlook. Every tick asks, and what a meeting says weighs much. */
export async function projectsWithMeetings({ db }: Reader): Promise<readonly ProjectKey[]> {
  const rows = await db
    .selectFrom('meeting_mirror')
    .select(['tenant_id', 'project_id'])
    .distinct()
    .where('part', '=', 'session')
    .where('state', '=', 'live')
    .execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, projectId: row.project_id }));
}

/** Live meetings of every project whose events are in the mailbox. */
export async function mirrorsIn(
  { db }: Reader,
  tenantId: TenantId,
  mailbox: string,
): Promise<readonly (Mirror & ProjectKey)[]> {
  const rows = await db
    .selectFrom('meeting_mirror')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('mailbox', '=', mailbox)
    .where('state', '=', 'live')
    .orderBy('project_id')
    .orderBy('session_id')
    .execute();
  return rows.map((row) => ({ ...fromRow(row), tenantId: row.tenant_id, projectId: row.project_id }));
}

/** The project whose meeting there was written last. */
export async function projectWithMeetingsIn(
  { db }: Reader,
  tenantId: TenantId,
  mailbox: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('meeting_mirror')
    .select('project_id')
    .where('tenant_id', '=', tenantId)
    .where('mailbox', '=', mailbox)
    .where('part', '=', 'session')
    .where('state', '=', 'live')
    .orderBy('updated_at', 'desc')
    .executeTakeFirst();
  return row?.project_id;
}

export async function saveMirror({ db }: Reader, key: ProjectKey, mirror: SavedMirror): Promise<void> {
  const values = {
    mailbox: mirror.mailbox,
    transaction_id: mirror.transactionId,
    event_id: mirror.eventId,
    ical_uid: mirror.iCalUId,
    etag: mirror.etag,
    written: JSON.stringify(mirror.written),
    join_url: mirror.joinUrl,
    state: mirror.state,
    updated_at: mirror.updatedAt.toString(),
    drift: mirror.drift === null ? null : JSON.stringify(mirror.drift),
    problem: mirror.problem,
    held_until: mirror.heldUntil ?? null,
  };
  await db
    .insertInto('meeting_mirror')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      session_id: mirror.sessionId,
      part: mirror.part,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'session_id', 'part']).doUpdateSet(values))
    .execute();
}

export interface SavedMirror extends Mirror {
  readonly iCalUId: string | null;
  readonly updatedAt: Temporal.Instant;
}

/** Changes what is known of one meeting, and nothing else. */
export async function changeMirror(
  { db }: Reader,
  key: ProjectKey & { readonly sessionId: string; readonly part: MeetingPart },
  change: Partial<Pick<Mirror, 'etag' | 'drift' | 'problem' | 'state' | 'written' | 'joinUrl' | 'heldUntil'>>,
): Promise<void> {
  const { etag, drift, problem, state, written, joinUrl, heldUntil } = change;
  await db
    .updateTable('meeting_mirror')
    .set({
      ...(etag === undefined ? {} : { etag }),
      ...(drift === undefined ? {} : { drift: drift === null ? null : JSON.stringify(drift) }),
      ...(problem === undefined ? {} : { problem }),
      ...(heldUntil === undefined ? {} : { held_until: heldUntil }),
      ...(joinUrl === undefined ? {} : { join_url: joinUrl }),
      ...(state === undefined ? {} : { state }),
      ...(written === undefined ? {} : { written: JSON.stringify(written) }),
    })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('session_id', '=', key.sessionId)
    .where('part', '=', key.part)
    .execute();
}

/** Projects with a change that has waited long enough, and the first moment at which the next has. */
export async function heldMirrors({ db }: Reader): Promise<readonly (ProjectKey & { readonly heldUntil: Date })[]> {
  const rows = await db
    .selectFrom('meeting_mirror')
    .select(['tenant_id', 'project_id', 'held_until'])
    .where('held_until', 'is not', null)
    .orderBy('held_until')
    .execute();
  return rows.flatMap(({ tenant_id: tenantId, project_id: projectId, held_until: heldUntil }) =>
    heldUntil === null ? [] : [{ tenantId, projectId, heldUntil }],
  );
}

export async function syncRow({ db }: Reader, tenantId: TenantId, mailbox: string): Promise<SyncRow | undefined> {
  return await db
    .selectFrom('meeting_sync')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('mailbox', '=', mailbox)
    .executeTakeFirst();
}

export async function syncRowOfSubscription({ db }: Reader, subscriptionId: string): Promise<SyncRow | undefined> {
  return await db
    .selectFrom('meeting_sync')
    .selectAll()
    .where('subscription_id', '=', subscriptionId)
    .executeTakeFirst();
}

export async function saveSync(
  { db }: Reader,
  key: { readonly tenantId: TenantId; readonly mailbox: string },
  change: Partial<Omit<SyncRow, 'tenant_id' | 'mailbox'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await db
    .insertInto('meeting_sync')
    .values({
      delta_link: null,
      read_at: null,
      subscription_id: null,
      subscription_expires_at: null,
      client_state: null,
      window_to: null,
      letters_read_at: null,
      ...change,
      tenant_id: key.tenantId,
      mailbox: key.mailbox,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'mailbox']).doUpdateSet(change))
    .execute();
}

/** Answers per session, of confirmed participants; their own word goes before Outlook's. */
export async function answerRows(
  { db }: Reader,
  key: ProjectKey,
): Promise<readonly { session_id: string; person_id: string; answer: string; own_answer: string | null }[]> {
  return await db
    .selectFrom('session_participation')
    .select(['session_id', 'person_id', 'answer', 'own_answer'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

/** The first time it is true; what an imported file claimed is replaced by what has happened. */
export async function markBookingsSent({ db }: Reader, key: ProjectKey, at: Temporal.Instant): Promise<void> {
  await db
    .insertInto('milestone')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      name: 'calendarBookingsSent',
      at: at.toString(),
      source: 'tool',
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'project_id', 'name'])
        .doUpdateSet({ at: at.toString(), source: 'tool' })
        .where('milestone.source', '=', 'history'),
    )
    .execute();
}

function fromRow(row: MirrorRow): Mirror {
  return {
    sessionId: row.session_id,
    part: row.part as MeetingPart, // written from that type only, as is the text below
    mailbox: row.mailbox,
    transactionId: row.transaction_id,
    eventId: row.event_id,
    etag: row.etag,
    joinUrl: row.join_url,
    written: row.written as unknown as WrittenMeeting,
    state: row.state,
    drift: row.drift,
    problem: row.problem,
    heldUntil: row.held_until?.toISOString() ?? null,
  };
}
