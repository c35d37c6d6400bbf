import { z } from 'zod';
import type { ConversationKind } from '../src/features/conversations/types.ts';

/** Somebody as Teams shows them. Keyed by oid + tid alone: names and addresses in an activity prove nothing. */
export interface Sender {
  readonly oid: string;
  readonly tid: string;
  readonly name: string;
}

/** Where an activity comes from. */
export interface Place {
  readonly tenantId: string;
  /** The chat or channel, without the thread. */
  readonly conversationId: string;
  /** Where an answer belongs: in a channel this names the thread (`…;messageid=<root>`). */
  readonly threadId: string;
  readonly kind: ConversationKind;
  readonly serviceUrl: string;
  readonly botId: string;
  /** Entra group id of the channel's team, when Teams says it. */
  readonly teamId: string | null;
}

interface FromPlace {
  readonly activityId: string;
  readonly place: Place;
  /** `sv-SE`; undefined when the client does not say. */
  readonly locale: string | undefined;
}

export interface Message extends FromPlace {
  readonly kind: 'message';
  /** Without the bot's mention, in one line of plain text. */
  readonly text: string;
  readonly mentioned: boolean;
  readonly person: Sender;
}

/** A button of a card, pressed: as Action.Execute or, in older clients, as Action.Submit. */
export interface CardAction extends FromPlace {
  readonly kind: 'cardAction';
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** `automatic`: the client refreshes the card by itself, nobody has pressed anything. */
  readonly trigger: 'manual' | 'automatic';
  readonly via: 'execute' | 'submit';
  /** The message that carries the card. */
  readonly cardId: string | null;
  readonly person: Sender;
}

export interface Installed extends FromPlace {
  readonly kind: 'installed';
  readonly by: Sender | null;
}

export interface Removed extends FromPlace {
  readonly kind: 'removed';
}

/** People, not the bot, came into a chat that has the bot. */
export interface MembersAdded extends FromPlace {
  readonly kind: 'membersAdded';
  readonly oids: readonly string[];
}

export interface Ignored {
  readonly kind: 'ignored';
  readonly why: string;
}

export type Incoming = Message | CardAction | Installed | Removed | MembersAdded | Ignored;

const account = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

const activityShape = z.looseObject({
  type: z.string(),
  id: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  serviceUrl: z.string(),
  channelId: z.string(),
  locale: z.string().nullish(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string(),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: z.string().nullish(),
  entities: z.array(z.looseObject({ type: z.string().nullish() })).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).nullish(),
      team: z.looseObject({ id: z.string().nullish(), aadGroupId: z.string().nullish() }).nullish(),
      channel: z.looseObject({ id: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

type RawActivity = z.infer<typeof activityShape>;

const mentionShape = z.looseObject({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.looseObject({ id: z.string(), name: z.string().nullish() }),
});

const executeShape = z.looseObject({
  action: z.looseObject({
    type: z.string().nullish(),
    verb: z.string().nullish(),
    data: z.record(z.string(), z.unknown()).nullish(),
  }),
  trigger: z.string().nullish(),
});

/** Reads an activity as the Bot Connector sends it into our own words, or says why it is left alone. */
export function readActivity(raw: unknown): Incoming {
  const read = activityShape.safeParse(raw);
  if (!read.success) return ignored(`not an activity: ${read.error.issues[0]?.path.join('.') ?? ''}`);
  const activity = read.data;
  const place = placeOf(activity);
  if (place === undefined) return ignored('no tenant');
  const from = { activityId: activity.id ?? '', place, locale: activity.locale ?? undefined };
  switch (activity.type) {
    case 'message':
      return readMessage(activity, from);
    case 'invoke':
      return readInvoke(activity, from);
    case 'installationUpdate':
      return readInstallation(activity, from);
    case 'conversationUpdate':
      return readRoster(activity, from);
    default:
      return ignored(`activities of type ${activity.type}`);
  }
}

function ignored(why: string): Ignored {
  return { kind: 'ignored', why };
}

const kinds: Readonly<Record<string, ConversationKind>> = {
  personal: 'personal',
  groupChat: 'groupChat',
  channel: 'channel',
};

function placeOf(activity: RawActivity): Place | undefined {
  const { conversation, channelData } = activity;
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  if (tenantId === undefined) return undefined;
  const [conversationId = conversation.id] = conversation.id.split(';');
  // An installation in a team comes without a type; then the channel it happened in tells.
  const guessed = channelData?.team ? 'channel' : conversation.isGroup === true ? 'groupChat' : 'personal';
  return {
    tenantId,
    conversationId,
    threadId: conversation.id,
    kind: kinds[conversation.conversationType ?? ''] ?? guessed,
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient.id,
    teamId: channelData?.team?.aadGroupId ?? null,
  };
}

function senderOf(activity: RawActivity, place: Place): Sender | undefined {
  const { aadObjectId, name } = activity.from;
  return aadObjectId ? { oid: aadObjectId, tid: place.tenantId, name: name ?? '' } : undefined;
}

function readMessage(activity: RawActivity, from: FromPlace): Incoming {
  const person = senderOf(activity, from.place);
  if (person === undefined) return ignored('a message from nobody of a directory');
  if (activity.value !== undefined && activity.value !== null && !activity.text)
    return readSubmit(activity, from, person);
  const { text, mentioned } = withoutMention(activity);
  return { ...from, kind: 'message', text, mentioned, person };
}

function withoutMention(activity: RawActivity): { text: string; mentioned: boolean } {
  let text = activity.text ?? '';
  let mentioned = false;
  for (const entity of activity.entities ?? []) {
    const mention = mentionShape.safeParse(entity);
    if (!mention.success || !mention.data.text) continue;
    const isBot = mention.data.mentioned.id === activity.recipient.id;
    text = text.replace(mention.data.text, isBot ? ' ' : (mention.data.mentioned.name ?? ' '));
    mentioned ||= isBot;
  }
  return { text: plainLine(text), mentioned };
}

/** Teams writes hard spaces, line breaks and now and then tags into the text of a message. */
function plainLine(text: string): string {
  return text
    .replace(/<br\s*\/?>|<\/?p>|<\/?div>/gi, ' ')
    .replace(/<\/?at[^>]*>/gi, '')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function readSubmit(activity: RawActivity, from: FromPlace, person: Sender): Incoming {
  const data = z.record(z.string(), z.unknown()).safeParse(activity.value);
  const verb = data.success ? data.data['verb'] : undefined;
  if (!data.success || typeof verb !== 'string') return ignored('a submitted card without a verb');
  return {
    ...from,
    kind: 'cardAction',
    verb,
    data: data.data,
    trigger: 'manual',
    via: 'submit',
    cardId: activity.replyToId ?? null,
    person,
  };
}

function readInvoke(activity: RawActivity, from: FromPlace): Incoming {
  if (activity.name !== 'adaptiveCard/action') return ignored(`invokes named ${activity.name ?? ''}`);
  const person = senderOf(activity, from.place);
  if (person === undefined) return ignored('a card pressed by nobody of a directory');
  const value = executeShape.safeParse(activity.value);
  if (!value.success || !value.data.action.verb) return ignored('a card action without a verb');
  return {
    ...from,
    kind: 'cardAction',
    verb: value.data.action.verb,
    data: value.data.action.data ?? {},
    trigger: value.data.trigger === 'automatic' ? 'automatic' : 'manual',
    via: 'execute',
    cardId: activity.replyToId ?? null,
    person,
  };
}

function readInstallation(activity: RawActivity, from: FromPlace): Incoming {
  if (activity.action?.startsWith('add'))
    return { ...from, kind: 'installed', by: senderOf(activity, from.place) ?? null };
  if (activity.action?.startsWith('remove')) return { ...from, kind: 'removed' };
  return ignored(`installation updates of kind ${activity.action ?? ''}`);
}

function readRoster(activity: RawActivity, from: FromPlace): Incoming {
  const isBot = (member: { id: string }): boolean => member.id === activity.recipient.id;
  const added = activity.membersAdded ?? [];
  if (added.some(isBot)) return { ...from, kind: 'installed', by: senderOf(activity, from.place) ?? null };
  if (activity.membersRemoved?.some(isBot)) return { ...from, kind: 'removed' };
  if (added.length === 0) return ignored('changes of a conversation that nobody joined');
  return { ...from, kind: 'membersAdded', oids: added.flatMap((member) => member.aadObjectId ?? []) };
}
