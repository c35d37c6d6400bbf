import type { ProjectKey } from '../../domain/ids.ts';
import type { ConversationRef } from '../../ports/messenger.ts';
import type { Tools } from '../../tools.ts';
import * as store from './store.ts';
import type { Addressee, ConversationLink, FollowUp } from './types.ts';

type Read = Pick<Tools, 'db'>;

/**
 * Where a post to an audience or a person goes, or undefined where the project has no such place (then: mail and page).
 * A conversation that the bot has been taken out of counts as none.
 */
export async function conversationFor(
  tools: Read,
  key: ProjectKey,
  to: Addressee,
): Promise<ConversationRef | undefined> {
  if (typeof to === 'object') return personalConversation(tools, key, to.personId);
  const links = await store.readLinks(tools.db, { tenantId: key.tenantId, projectId: key.projectId });
  const link = links.find((candidate) => candidate.audience === to && candidate.installed);
  return link === undefined
    ? undefined
    : store.findConversation(tools.db, { tenantId: key.tenantId, conversationId: link.conversationId });
}

async function personalConversation(
  tools: Read,
  key: ProjectKey,
  personId: string,
): Promise<ConversationRef | undefined> {
  const person = await tools.db
    .selectFrom('person')
    .select('oid')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', personId)
    .executeTakeFirst();
  const oid = person?.oid ?? null;
  return oid === null ? undefined : store.findPersonal(tools.db, key.tenantId, oid);
}

/** The project and audience that a group chat or channel belongs to. */
export async function linkOf(tools: Read, key: store.ConversationKey): Promise<ConversationLink | undefined> {
  const [link] = await store.readLinks(tools.db, key);
  return link;
}

export function linksOf(tools: Read, key: ProjectKey): Promise<readonly ConversationLink[]> {
  return store.readLinks(tools.db, { tenantId: key.tenantId, projectId: key.projectId });
}

export function conversationById(tools: Read, key: store.ConversationKey): Promise<ConversationRef | undefined> {
  return store.findConversation(tools.db, key);
}

export function followUpById(tools: Read, tenantId: string, id: string): Promise<FollowUp | undefined> {
  return store.readFollowUp(tools.db, tenantId, id);
}

/** Cards that still wait for the end of long work, of every project. */
export function openFollowUps(tools: Read): Promise<readonly FollowUp[]> {
  return store.readOpenFollowUps(tools.db);
}
