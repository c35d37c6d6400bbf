/** What Teams remembers of chats. Person ids are Entra object ids; Teams' own `29:` ids are made from them. */
export type ConversationKind = 'personal' | 'groupChat' | 'channel';

export interface StoredConversation {
  /** `19:…@thread.v2` for a group chat, `19:…@thread.tacv2` for a channel, `a:…` for a personal chat. */
  readonly id: string;
  readonly kind: ConversationKind;
  readonly title: string;
  readonly teamId: string | null;
  /** Object ids. A channel has its team's members. */
  readonly memberIds: readonly string[];
  /** Who installed the bot here; null when it is not installed. */
  readonly installedBy: string | null;
}

export interface StoredAttachment {
  readonly contentType: string;
  readonly content: unknown;
}

export interface StoredPost {
  /** Teams' own form: milliseconds since 1970, as text, rising. */
  readonly id: string;
  /** The conversation without any `;messageid=`. */
  readonly conversationId: string;
  /** The first post of a channel's thread; null elsewhere and for the first post itself. */
  readonly rootId: string | null;
  /** `bot`, or an object id. */
  readonly from: string;
  readonly text: string;
  /** What it began with when it was new: its card's first text, else its own. An edit leaves it. */
  readonly firstText: string;
  readonly summary: string | null;
  readonly attachments: readonly StoredAttachment[];
  /** Sandbox time. */
  readonly at: number;
  readonly editedAt: number | null;
  readonly deletedAt: number | null;
  /** Card that only this person sees, after an action or a refresh. Object id → card. */
  readonly views: Readonly<Record<string, unknown>>;
}
