import type { Transaction } from 'kysely';
import type { Db } from '../../database/open.ts';
import type { Tables } from '../../database/tables.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { ConversationRef } from '../../ports/messenger.ts';
import type { Audience, ConversationLink, FollowUp, FollowUpWhat, SeenConversation } from './types.ts';

type Open = Db | Transaction<Tables>;

/** What a conversation is found by. */
export interface ConversationKey {
  readonly tenantId: string;
  readonly conversationId: string;
}

export async function saveConversation(db: Open, seen: SeenConversation, at: string): Promise<void> {
  const renewed = {
    kind: seen.kind,
    service_url: seen.serviceUrl,
    bot_id: seen.botId,
    seen_at: at,
    installed: true,
    ...(seen.teamId === null ? {} : { team_id: seen.teamId }),
    ...(seen.oid === null ? {} : { oid: seen.oid }),
  };
  await db
    .insertInto('conversation')
    .values({
      tenant_id: seen.tenantId,
      conversation_id: seen.conversationId,
      team_id: null,
      oid: null,
      greeted_at: null,
      ...renewed,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'conversation_id']).doUpdateSet(renewed))
    .execute();
}

/** True for the one caller that greets; false when somebody already did. */
export async function claimGreeting(db: Open, key: ConversationKey, at: string): Promise<boolean> {
  const row = await db
    .updateTable('conversation')
    .set({ greeted_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('conversation_id', '=', key.conversationId)
    .where('greeted_at', 'is', null)
    .returning('conversation_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function releaseGreeting(db: Open, key: ConversationKey): Promise<void> {
  await db
    .updateTable('conversation')
    .set({ greeted_at: null })
    .where('tenant_id', '=', key.tenantId)
    .where('conversation_id', '=', key.conversationId)
    .execute();
}

export async function markRemoved(db: Open, key: ConversationKey): Promise<void> {
  await db
    .updateTable('conversation')
    .set({ installed: false, greeted_at: null })
    .where('tenant_id', '=', key.tenantId)
    .where('conversation_id', '=', key.conversationId)
    .execute();
}

export async function findConversation(db: Open, key: ConversationKey): Promise<ConversationRef | undefined> {
  const row = await db
    .selectFrom('conversation')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('conversation_id', '=', key.conversationId)
    .executeTakeFirst();
  return row === undefined ? undefined : refOf(row);
}

/** The newest personal chat with somebody; only where the bot is still installed. */
export async function findPersonal(db: Open, tenantId: string, oid: string): Promise<ConversationRef | undefined> {
  const row = await db
    .selectFrom('conversation')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'personal')
    .where('oid', '=', oid)
    .where('installed', '=', true)
    .orderBy('seen_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : refOf(row);
}

interface ConversationRow {
  readonly tenant_id: string;
  readonly conversation_id: string;
  readonly kind: ConversationRef['kind'];
  readonly service_url: string;
  readonly bot_id: string;
}

function refOf(row: ConversationRow): ConversationRef {
  return {
    conversationId: row.conversation_id,
    kind: row.kind,
    serviceUrl: row.service_url,
    tenantId: row.tenant_id,
    botId: row.bot_id,
  };
}

export async function readLinks(
  db: Open,
  of: { readonly tenantId: string; readonly projectId?: string; readonly conversationId?: string },
): Promise<readonly ConversationLink[]> {
  let query = db
    .selectFrom('project_conversation as link')
    .innerJoin('conversation as c', (join) =>
      join.onRef('c.tenant_id', '=', 'link.tenant_id').onRef('c.conversation_id', '=', 'link.conversation_id'),
    )
    .select(['link.project_id', 'link.purpose', 'link.conversation_id', 'c.kind', 'c.team_id', 'c.installed'])
    .where('link.tenant_id', '=', of.tenantId);
  if (of.projectId !== undefined) query = query.where('link.project_id', '=', of.projectId);
  if (of.conversationId !== undefined) query = query.where('link.conversation_id', '=', of.conversationId);
  const rows = await query.execute();
  return rows.map((row) => ({
    projectId: row.project_id,
    audience: row.purpose,
    conversationId: row.conversation_id,
    kind: row.kind,
    teamId: row.team_id,
    installed: row.installed,
  }));
}

export async function saveLink(
  db: Open,
  key: ProjectKey,
  link: { readonly audience: Audience; readonly conversationId: string; readonly by: string; readonly at: string },
): Promise<void> {
  const chosen = { conversation_id: link.conversationId, linked_by: link.by, linked_at: link.at };
  await db
    .insertInto('project_conversation')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, purpose: link.audience, ...chosen })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'purpose']).doUpdateSet(chosen))
    .execute();
}

/** True the first time an activity is seen. */
export async function claimActivity(
  db: Open,
  activity: ConversationKey & { readonly activityId: string; readonly at: string },
): Promise<boolean> {
  const row = await db
    .insertInto('handled_activity')
    .values({
      tenant_id: activity.tenantId,
      conversation_id: activity.conversationId,
      activity_id: activity.activityId,
      at: activity.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('activity_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertFollowUp(db: Open, followUp: Omit<FollowUp, 'isDone'>): Promise<void> {
  await db
    .insertInto('bot_follow_up')
    .values({
      tenant_id: followUp.tenantId,
      id: followUp.id,
      project_id: followUp.projectId,
      conversation_id: followUp.conversationId,
      activity_id: followUp.activityId,
      what: followUp.what,
      details: JSON.stringify(followUp.details),
      done_at: null,
    })
    .execute();
}

export async function readFollowUp(db: Open, tenantId: string, id: string): Promise<FollowUp | undefined> {
  const row = await db
    .selectFrom('bot_follow_up')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : followUpOf(row);
}

/** Of every tenant, or of one project. */
export async function readOpenFollowUps(db: Open, of?: ProjectKey): Promise<readonly FollowUp[]> {
  let query = db.selectFrom('bot_follow_up').selectAll().where('done_at', 'is', null);
  if (of !== undefined) query = query.where('tenant_id', '=', of.tenantId).where('project_id', '=', of.projectId);
  return (await query.execute()).map(followUpOf);
}

interface FollowUpRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly project_id: string;
  readonly conversation_id: string;
  readonly activity_id: string | null;
  readonly what: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly done_at: Date | null;
}

function followUpOf(row: FollowUpRow): FollowUp {
  return {
    tenantId: row.tenant_id,
    id: row.id,
    projectId: row.project_id,
    conversationId: row.conversation_id,
    activityId: row.activity_id,
    what: row.what as FollowUpWhat, // written only by insertFollowUp
    details: row.details,
    isDone: row.done_at !== null,
  };
}

export async function saveFollowUp(
  db: Open,
  { tenantId, id, activityId, details }: Pick<FollowUp, 'tenantId' | 'id' | 'activityId' | 'details'>,
): Promise<void> {
  await db
    .updateTable('bot_follow_up')
    .set({ activity_id: activityId, details: JSON.stringify(details) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

export async function markFollowUpDone(db: Open, tenantId: string, id: string, at: string): Promise<void> {
  await db
    .updateTable('bot_follow_up')
    .set({ done_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
