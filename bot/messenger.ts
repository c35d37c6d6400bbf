import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { ActivityTypes, type Activity } from 'botbuilder';
import { z } from 'zod';
import { openPatience, type Patience } from '../src/domain/waiting.ts';
import { AskedToWait } from '../src/ports/far-side.ts';
import type { BotPost, ConversationRef, MessengerPort, PostResult } from '../src/ports/messenger.ts';
import { attachmentOf } from './attachment.ts';

/**
 * Posts as the bot, outside of a turn. Nothing is repeated here: 412 and 429 answer `later`, a missing installation
 * `notInstalled`, and everything else throws, since nobody knows whether the post was made.
 */
export function botMessenger(
  adapter: CloudAdapter,
  bot: { readonly appId: string; readonly random: () => number },
): MessengerPort {
  const patience = openPatience(bot.random);
  const settle = (work: () => Promise<PostResult>): Promise<PostResult> => settled(patience, work);
  const within = <Value>(ref: ConversationRef, work: (client: ConnectorClient) => Promise<Value>): Promise<Value> =>
    inConversation(adapter, bot.appId, { ref, work });
  return {
    post: (to, post) =>
      settle(() =>
        within(to, async (client) => {
          const { activityId } = await send(client, to, messageOf(post));
          return { result: 'posted', activityId };
        }),
      ),
    update: (to, activityId, post) =>
      settle(() =>
        within(to, async (client) => {
          await client.conversations.updateActivity(threadOf(to, activityId), activityId, messageOf(post));
          return { result: 'posted', activityId };
        }),
      ),
    async openPersonal(near, person) {
      const opened = await settle(() =>
        within(near, async (client) => {
          const { id } = await client.conversations.createConversation({
            isGroup: false,
            bot: { id: near.botId, name: '' },
            members: [{ id: person.oid, name: '', aadObjectId: person.oid }],
            tenantId: near.tenantId,
            channelData: { tenant: { id: near.tenantId } },
          });
          return { result: 'posted', activityId: id };
        }),
      );
      if (opened.result !== 'posted') {
        if (opened.result === 'later') throw new AskedToWait('open a chat', opened.retryAfterSeconds);
        return { result: 'notInstalled' };
      }
      return { result: 'opened', conversation: { ...near, kind: 'personal', conversationId: opened.activityId } };
    },
  };
}

/** A root post of a channel starts its own thread, so that it can be found and updated; elsewhere one just sends. */
async function send(
  client: ConnectorClient,
  to: ConversationRef,
  activity: Partial<Activity>,
): Promise<{ activityId: string }> {
  if (to.kind !== 'channel' || to.conversationId.includes(';messageid=')) {
    const sent = await client.conversations.sendToConversation(to.conversationId, activity);
    return { activityId: sent.id };
  }
  const created = await client.conversations.createConversation({
    isGroup: true,
    bot: { id: to.botId, name: '' },
    channelData: { channel: { id: to.conversationId }, tenant: { id: to.tenantId } },
    activity,
    tenantId: to.tenantId,
  } as Parameters<ConnectorClient['conversations']['createConversation']>[0]); // Teams needs neither members nor topic
  const { activityId, id } = z.looseObject({ id: z.string(), activityId: z.string().nullish() }).parse(created);
  return { activityId: activityId ?? id.split(';messageid=')[1] ?? id };
}

/** A channel's message is reached through its thread; a root post's thread has the post's own id. */
function threadOf(to: ConversationRef, activityId: string): string {
  const isBareChannel = to.kind === 'channel' && !to.conversationId.includes(';messageid=');
  return isBareChannel ? `${to.conversationId};messageid=${activityId}` : to.conversationId;
}

function messageOf(post: BotPost): Partial<Activity> {
  if ('text' in post) return { type: ActivityTypes.Message, text: post.text, textFormat: 'markdown' };
  return { type: ActivityTypes.Message, summary: post.summary, attachments: [attachmentOf(post.card)] };
}

interface Errand<Value> {
  readonly ref: ConversationRef;
  readonly work: (client: ConnectorClient) => Promise<Value>;
}

async function inConversation<Value>(adapter: CloudAdapter, appId: string, errand: Errand<Value>): Promise<Value> {
  const { ref, work } = errand;
  const reference = {
    channelId: 'msteams',
    serviceUrl: ref.serviceUrl,
    bot: { id: ref.botId, name: '' },
    conversation: { id: ref.conversationId, isGroup: ref.kind !== 'personal', conversationType: ref.kind, name: '' },
  };
  // Boxed, because the adapter's callback cannot give a value back.
  const box: { value?: Value } = {};
  await adapter.continueConversationAsync(appId, reference, async (context: TurnContext) => {
    // The connector itself instead of `sendActivity`, which would post a reply to an id that it makes up.
    const client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
    if (client === undefined) throw new Error('the adapter gave no connector');
    withoutRetries(client);
    box.value = await work(client);
  });
  return box.value as Value; // set, or the line above has thrown
}

const pipelineShape = z.looseObject({
  client: z.looseObject({
    pipeline: z.custom<{ removePolicy(of: { phase: 'Retry' }): unknown }>((v) => typeof v === 'object' && v !== null),
  }),
});

/** The connector would repeat a POST on 500, 502 and 504, and post twice; its own `noRetryPolicy` is not heeded. */
export function withoutRetries(client: ConnectorClient): void {
  pipelineShape.parse(client).client.pipeline.removePolicy({ phase: 'Retry' });
}

const refusalShape = z.looseObject({
  statusCode: z.number(),
  response: z.looseObject({ headers: z.unknown() }).nullish(),
});

async function settled(patience: Patience, work: () => Promise<PostResult>): Promise<PostResult> {
  try {
    const result = await work();
    patience.served();
    return result;
  } catch (cause) {
    const status = refusalShape.safeParse(cause).data?.statusCode;
    // 403: BotNotInConversationRoster, ConversationBlockedByUser, BotDisabledByAdmin, MessageWritesBlocked. 404: ConversationNotFound.
    if (status === 403 || status === 404) return { result: 'notInstalled' };
    const wait = waitAskedFor(cause, patience);
    if (wait !== undefined) return { result: 'later', retryAfterSeconds: wait };
    throw new Error(`the bot's post has an unknown outcome${status === undefined ? '' : ` (${status})`}`, { cause });
  }
}

/** Seconds to wait when Teams says that it has not done it and may be asked again (412, 429); its own word, or a growing wait. */
export function waitAskedFor(cause: unknown, patience: Patience): number | undefined {
  const refusal = refusalShape.safeParse(cause);
  if (!refusal.success || (refusal.data.statusCode !== 412 && refusal.data.statusCode !== 429)) return undefined;
  return waitOf(refusal.data.response?.headers) ?? patience.busy();
}

const headersShape = z.looseObject({
  get: z.custom<(name: string) => string | undefined>((v) => typeof v === 'function'),
});

/** Retry-After in seconds. */
function waitOf(headers: unknown): number | undefined {
  const read = headersShape.safeParse(headers);
  const seconds = read.success ? Number(read.data.get.call(headers, 'retry-after')) : Number.NaN;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}
