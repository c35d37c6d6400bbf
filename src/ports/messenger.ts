/** Where the bot can write. Kept from inbound activities; the service address is renewed by each of them. */
export interface ConversationRef {
  readonly conversationId: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
}

/** Something to post: plain text, or one card alone (Teams splits text with a card and returns no id). */
export type BotPost = { readonly text: string } | { readonly card: object; readonly summary: string };

export type PostResult =
  | { readonly result: 'posted'; readonly activityId: string }
  | { readonly result: 'notInstalled' }
  | { readonly result: 'later'; readonly retryAfterSeconds: number };

export interface MessengerPort {
  post(to: ConversationRef, post: BotPost): Promise<PostResult>;
  update(to: ConversationRef, activityId: string, post: BotPost): Promise<PostResult>;
  /** A 1:1 conversation with somebody who has the bot; `notInstalled` otherwise. */
  openPersonal(
    near: ConversationRef,
    person: { oid: string },
  ): Promise<{ result: 'opened'; conversation: ConversationRef } | { result: 'notInstalled' }>;
}
