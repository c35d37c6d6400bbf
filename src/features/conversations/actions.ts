import type { PersonId, ProjectKey } from '../../domain/ids.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { may } from '../../domain/policy.ts';
import type { Tools, Work } from '../../tools.ts';
import { deleteMemories } from './memory/store.ts';
import { conversationFor } from './queries.ts';
import * as store from './store.ts';
import type { Audience, ConversationLink, FollowUp, LinkRefusal, SeenConversation } from './types.ts';

/** Keeps where the bot can write, from any activity that comes in. */
export async function rememberConversation(tools: Tools, seen: SeenConversation): Promise<void> {
  await store.saveConversation(tools.db, seen, tools.clock.now().toString());
}

export async function forgetConversation(tools: Tools, key: store.ConversationKey): Promise<void> {
  await store.markRemoved(tools.db, key);
  await deleteMemories(tools.db, key);
}

/** True for the one activity that greets: Teams tells of an installation twice, in two words. */
export function greetOnce(tools: Tools, key: store.ConversationKey): Promise<boolean> {
  return store.claimGreeting(tools.db, key, tools.clock.now().toString());
}

/** The greeting did not get out: the other word of the same installation greets. */
export function greetAnew(tools: Tools, key: store.ConversationKey): Promise<void> {
  return store.releaseGreeting(tools.db, key);
}

/** False for an activity that has been handled: the Bot Service repeats what was answered late. */
export function claimActivity(
  tools: Tools,
  activity: store.ConversationKey & { readonly activityId: string },
): Promise<boolean> {
  return store.claimActivity(tools.db, { ...activity, at: tools.clock.now().toString() });
}

/** Makes a group chat or channel the project's planning chat or participants' channel, in place of an earlier one. */
export function linkConversation(
  tools: Tools,
  actor: Actor,
  wish: { readonly conversationId: string; readonly audience: Audience },
): Promise<Outcome<ConversationLink, LinkRefusal>> {
  const { tenantId } = actor;
  if (!may(actor.roles, 'project.linkConversation')) return Promise.resolve(refused('mayNot'));
  return tools.tx(async ({ db }) => {
    const conversation = await store.findConversation(db, { tenantId, conversationId: wish.conversationId });
    if (conversation === undefined) return refused('unknownConversation');
    if (conversation.kind === 'personal') return refused('personalChat');
    const [existing] = await store.readLinks(db, { tenantId, conversationId: wish.conversationId });
    if (existing !== undefined && existing.projectId !== actor.projectId) return refused('otherProject');
    if (existing !== undefined && existing.audience !== wish.audience)
      return refused('otherAudience', { audience: existing.audience });
    await store.saveLink(db, actor, { ...wish, by: actor.name, at: tools.clock.now().toString() });
    const [link] = await store.readLinks(db, { tenantId, conversationId: wish.conversationId });
    if (link === undefined) throw new Error(`the link of ${wish.conversationId} was not stored`);
    return done(link);
  });
}

/** A card now waits for long work. Call it in the transaction that starts the work, or right after. */
export async function startFollowUp(
  tools: Tools,
  followUp: Omit<FollowUp, 'id' | 'isDone'>,
  work: Pick<Tools, 'db'> = tools,
): Promise<string> {
  const id = tools.ids.next();
  await store.insertFollowUp(work.db, { ...followUp, id });
  return id;
}

/** Lets the cards that wait for something in a project look whether it has ended. For other features' jobs. */
export async function wakeFollowUps(work: Work, key: ProjectKey): Promise<void> {
  for (const followUp of await store.readOpenFollowUps(work.db, key))
    await work.enqueue('bot.followUp', { tenantId: followUp.tenantId, followUpId: followUp.id });
}

/** The card has been written and will be written again: where it stands and what it shows. */
export async function keepFollowingUp(
  tools: Tools,
  { tenantId, id }: FollowUp,
  shown: Pick<FollowUp, 'activityId' | 'details'>,
): Promise<void> {
  await store.saveFollowUp(tools.db, { tenantId, id, ...shown });
}

export async function finishFollowUp(tools: Tools, followUp: FollowUp): Promise<void> {
  await store.markFollowUpDone(tools.db, followUp.tenantId, followUp.id, tools.clock.now().toString());
}

/** The bot may write first to those who have it. Who has not is left out: what is meant for them goes by mail. */
export async function openChats(
  tools: Tools,
  key: ProjectKey,
  people: readonly { readonly personId: PersonId; readonly oid: string }[],
): Promise<void> {
  const near = (await conversationFor(tools, key, 'participants')) ?? (await conversationFor(tools, key, 'planning'));
  if (near === undefined) return;
  for (const { personId, oid } of people) {
    if ((await conversationFor(tools, key, { personId })) !== undefined) continue;
    const opened = await tools.messenger.openPersonal(near, { oid });
    if (opened.result === 'opened') await rememberConversation(tools, { ...opened.conversation, teamId: null, oid });
  }
}
