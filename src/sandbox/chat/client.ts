import { randomUUID } from 'node:crypto';
import type { FarSide } from '../far-side.ts';
import { botMri, envelope, personMri, type BotIdentity } from './activities.ts';
import type { ChatBook } from './chat.ts';
import type { StoredConversation, StoredPost } from './rows.ts';
import type { Person } from '../world.ts';

/** What the bot answered to a card action: Teams shows a card to that person, or a line of text. */
export interface ActionAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

export interface CardAction {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly verb?: string;
  readonly data: unknown;
}

export interface Said {
  readonly post: StoredPost;
  /** False in groups without a mention, and where the app is not installed. */
  readonly heard: boolean;
  /** HTTP status of the bot's own answer; null when it was not told. */
  readonly status: number | null;
}

/** What a person can do in Teams, and what Teams then tells the bot. */
export interface TeamsClient {
  install(conversationId: string, by: string): Promise<void>;
  uninstall(conversationId: string, by: string): Promise<void>;
  /** `mention` is how people reach the bot in groups; without it the bot hears nothing there. */
  say(wish: {
    conversationId: string;
    from: string;
    text: string;
    mention: boolean;
    rootId?: string | null;
  }): Promise<Said>;
  act(wish: {
    postId: string;
    from: string;
    action: CardAction;
    trigger?: 'manual' | 'automatic';
  }): Promise<ActionAnswer | null>;
  /** Somebody looks at a card: Teams runs its refresh for the people it names (all, in a small chat). */
  look(postId: string, oid: string): Promise<void>;
}

interface ClientParts {
  readonly far: FarSide;
  readonly book: ChatBook;
  readonly bot: () => BotIdentity;
  readonly send: (activity: object) => Promise<Response>;
  readonly changed: () => void;
}

/** With more people Teams refreshes only for those that the card names. */
const REFRESH_ALL_UP_TO = 60;

export function openTeamsClient({ far, book, bot, send, changed }: ClientParts): TeamsClient {
  // Each version of a card is refreshed once for each who looks at it.
  const seen = new Set<string>();
  const conversationOf = (id: string): StoredConversation => {
    const found = book.conversation(id);
    if (found === undefined) throw new Error(`Samtalet ${id} finns inte. / There is no conversation ${id}.`);
    return found;
  };
  const personOf = (oid: string): Person => {
    const found = book.person(oid);
    if (found === undefined)
      throw new Error('Personen har inget konto i klientorganisationen. / The person has no account in the tenant.');
    return found;
  };
  const tell = async (activity: Record<string, unknown>): Promise<Response> => {
    // Never one that has been used: the bot leaves alone what it has seen, and a killed far side forgets how far it counted.
    const response = await send({ id: `f:${randomUUID()}`, ...activity });
    far.state.flush();
    changed();
    return response;
  };

  async function installed(conversationId: string, by: string, action: 'add' | 'remove'): Promise<void> {
    const conversation = book.install(conversationId, action === 'add' ? by : null);
    const frame = envelope(far, bot(), { conversation, rootId: null, from: personOf(by) });
    await tell({ ...frame, type: 'installationUpdate', action });
    const changedMembers = [{ id: botMri(bot()) }];
    await tell({
      ...frame,
      type: 'conversationUpdate',
      ...(action === 'add' ? { membersAdded: changedMembers } : { membersRemoved: changedMembers }),
    });
  }

  async function act({
    postId,
    from,
    action,
    trigger = 'manual',
  }: Parameters<TeamsClient['act']>[0]): Promise<ActionAnswer | null> {
    const post = book.post(postId);
    if (post === undefined || post.deletedAt !== null)
      throw new Error('Meddelandet finns inte längre. / The message is gone.');
    const conversation = conversationOf(post.conversationId);
    const rootId = conversation.kind === 'channel' ? (post.rootId ?? post.id) : null;
    const frame = envelope(far, bot(), { conversation, rootId, from: personOf(from) });
    if (action.type === 'Action.Submit') {
      const { ok, status } = await tell({ ...frame, type: 'message', replyToId: post.id, value: action.data });
      return ok ? null : failed(status);
    }
    const value = { action: { type: action.type, verb: action.verb ?? '', data: action.data ?? {} }, trigger };
    const response = await tell({ ...frame, type: 'invoke', name: 'adaptiveCard/action', replyToId: post.id, value });
    const answer = await readAnswer(response);
    const current = book.post(postId);
    if (answer.type === 'application/vnd.microsoft.card.adaptive' && current !== undefined)
      book.change({ ...current, views: { ...current.views, [from]: answer.value } });
    far.state.flush();
    changed();
    return answer;
  }

  return {
    install: (id, by) => installed(id, by, 'add'),
    uninstall: (id, by) => installed(id, by, 'remove'),
    act,
    async say({ conversationId, from, text, mention, rootId = null }) {
      const conversation = conversationOf(conversationId);
      const post = book.add({ conversationId, rootId, from, text: mention ? `@${bot().name} ${text}` : text });
      far.state.flush();
      changed();
      const hears = conversation.installedBy !== null && (mention || conversation.kind === 'personal');
      if (!hears) return { post, heard: false, status: null };
      const thread = conversation.kind === 'channel' ? (rootId ?? post.id) : null;
      const frame = envelope(far, bot(), { conversation, rootId: thread, from: personOf(from) });
      const at = `<at>${bot().name}</at>`;
      const entities: unknown[] = Array.isArray(frame['entities']) ? frame['entities'] : [];
      const { status } = await tell({
        ...frame,
        id: post.id,
        type: 'message',
        textFormat: 'plain',
        text: mention ? `${at} ${text}` : text,
        entities: mention
          ? [...entities, { type: 'mention', text: at, mentioned: { id: botMri(bot()), name: bot().name } }]
          : entities,
      });
      return { post, heard: true, status };
    },
    async look(postId, oid) {
      const post = book.post(postId);
      const refresh = post === undefined ? undefined : refreshOf(post);
      if (post === undefined || refresh === undefined || post.views[oid] !== undefined) return;
      const sight = `${post.id} ${post.editedAt ?? 0} ${oid}`;
      if (seen.has(sight)) return;
      seen.add(sight);
      const small = conversationOf(post.conversationId).memberIds.length <= REFRESH_ALL_UP_TO;
      const named =
        refresh.userIds?.includes(personMri(oid)) === true || refresh.userIds?.includes(`8:orgid:${oid}`) === true;
      if (!named && !(refresh.userIds === undefined && small)) return;
      await act({
        postId,
        from: oid,
        action: { type: 'Action.Execute', verb: refresh.verb, data: refresh.data },
        trigger: 'automatic',
      });
    },
  };
}

async function readAnswer(response: Response): Promise<ActionAnswer> {
  const body: unknown = await response.json().catch(() => null);
  const { statusCode, type, value } = typeof body === 'object' && body !== null ? (body as Partial<ActionAnswer>) : {}; // the bot's own words, shown as they are
  if (!response.ok || type === undefined) return failed(statusCode ?? response.status, value);
  return { statusCode: statusCode ?? 200, type, value };
}

/** What Teams itself shows when the app fails or does not answer in time. */
function failed(statusCode: number, value?: unknown): ActionAnswer {
  const message =
    statusCode === 504
      ? 'Det gick inte att nå appen. Försök igen. / Unable to reach app. Please try again.'
      : 'Något gick fel. Försök igen. / Something went wrong. Please try again.';
  return {
    statusCode,
    type: 'application/vnd.microsoft.error',
    value: value ?? { code: String(statusCode), message },
  };
}

function refreshOf(post: StoredPost): { verb: string; data: unknown; userIds?: readonly string[] } | undefined {
  const card = post.attachments[0]?.content as
    { refresh?: { action?: { verb?: string; data?: unknown }; userIds?: readonly string[] } } | undefined; // the bot's own card
  const action = card?.refresh?.action;
  if (action === undefined) return undefined;
  const userIds = card?.refresh?.userIds;
  return { verb: action.verb ?? '', data: action.data ?? {}, ...(userIds === undefined ? {} : { userIds }) };
}
