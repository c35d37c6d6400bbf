import { createHash } from 'node:crypto';
import type { FarSide } from '../far-side.ts';
import { hasUserObject } from '../directory.ts';
import type { Person } from '../world.ts';
import type { StoredConversation, StoredPost } from './rows.ts';

export interface NewPost {
  readonly conversationId: string;
  readonly rootId: string | null;
  readonly from: string;
  readonly text: string;
  readonly summary?: string | null;
  readonly attachments?: StoredPost['attachments'];
}

/** The conversations and their posts. Knows nothing of HTTP or of the bot's protocol. */
export interface ChatBook {
  conversations(): readonly StoredConversation[];
  conversation(id: string): StoredConversation | undefined;
  /** The one-to-one chat with the bot; made when it is not there. */
  personal(oid: string): StoredConversation;
  addGroupChat(chat: { id: string; title: string; memberIds: readonly string[] }): StoredConversation;
  install(id: string, by: string | null): StoredConversation;
  members(conversation: StoredConversation): readonly Person[];
  person(oid: string): Person | undefined;
  posts(conversationId: string): readonly StoredPost[];
  post(id: string): StoredPost | undefined;
  add(post: NewPost): StoredPost;
  change(post: StoredPost): StoredPost;
  /** May the bot reach this person one to one: installed for them, or in a team or chat that they are in. */
  reaches(oid: string): boolean;
}

export function openChatBook(far: FarSide): ChatBook {
  const conversations = far.state.table<StoredConversation>('chat.conversation');
  const posts = far.state.table<StoredPost>('chat.post');
  const postsOf = posts.index((post) => post.conversationId);
  let lastId = posts.all().reduce((most, { id }) => Math.max(most, Number(id)), 0);

  const personById = (oid: string): Person | undefined =>
    far.directory.people().find((person) => person.id === oid && hasUserObject(person));

  /** Channels come from the world's teams; what is kept here is whether the bot is installed. */
  function channels(): StoredConversation[] {
    return far.directory.teams().flatMap((team) =>
      team.channels.map(
        (channel) =>
          conversations.get(channel.id) ?? {
            id: channel.id,
            kind: 'channel',
            title: `${team.displayName} › ${channel.displayName}`,
            teamId: team.id,
            memberIds: team.members.map(({ personId }) => personId),
            installedBy: null,
          },
      ),
    );
  }
  const all = (): StoredConversation[] => {
    const kept = conversations.all();
    return [...kept, ...channels().filter(({ id }) => !kept.some((known) => known.id === id))];
  };
  const find = (id: string): StoredConversation | undefined =>
    conversations.get(id) ?? channels().find((known) => known.id === id);

  return {
    conversations: all,
    conversation: find,
    personal(oid) {
      const id = personalId(oid);
      const name = personById(oid)?.displayName ?? oid;
      return (
        conversations.get(id) ??
        conversations.put({ id, kind: 'personal', title: name, teamId: null, memberIds: [oid], installedBy: null })
      );
    },
    addGroupChat: ({ id, title, memberIds }) =>
      conversations.get(id) ??
      conversations.put({ id, kind: 'groupChat', title, teamId: null, memberIds, installedBy: null }),
    install(id, by) {
      const known = find(id);
      if (known === undefined) throw new Error(`there is no conversation ${id}`);
      return conversations.put({ ...known, installedBy: by });
    },
    members: (conversation) => conversation.memberIds.map(personById).filter((person) => person !== undefined),
    person: personById,
    posts: (conversationId) => postsOf(conversationId).sort((one, other) => Number(one.id) - Number(other.id)),
    post: (id) => posts.get(id),
    add(post) {
      // Teams numbers posts by the millisecond; two in one get neighbours.
      lastId = Math.max(lastId + 1, far.clock.nowMs());
      return posts.put({
        id: String(lastId),
        conversationId: post.conversationId,
        rootId: post.rootId,
        from: post.from,
        text: post.text,
        firstText: firstTextOf(post),
        summary: post.summary ?? null,
        attachments: post.attachments ?? [],
        at: far.clock.nowMs(),
        editedAt: null,
        deletedAt: null,
        views: {},
      });
    },
    change: (post) => posts.put(post),
    reaches: (oid) => all().some((known) => known.installedBy !== null && known.memberIds.includes(oid)),
  };
}

function firstTextOf({ text, attachments = [] }: NewPost): string {
  const seen = (value: unknown): string | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const { text: own } = value as { text?: unknown }; // a card is read as it came
    if (typeof own === 'string') return own;
    for (const inner of Object.values(value)) {
      const found = seen(inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return seen(attachments.map(({ content }) => content)) ?? text;
}

function personalId(oid: string): string {
  return `a:${createHash('sha256').update(`personal ${oid}`).digest('base64url').slice(0, 40)}`;
}

/** `19:…;messageid=123` names a thread of a channel. */
export function splitThread(id: string): { conversationId: string; rootId: string | null } {
  const [conversationId = id, rootId] = id.split(';messageid=');
  return { conversationId, rootId: rootId ?? null };
}
