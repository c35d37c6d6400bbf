import type { StoredPost } from './rows.ts';
import { oidOfMri } from './activities.ts';

/** Reads what the bot sends, field by field: it is JSON from outside. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

export function typeOf(body: unknown): unknown {
  return record(body)['type'];
}

export type PostContent = Pick<StoredPost, 'text' | 'summary' | 'attachments'>;

export function contentOf(body: unknown): PostContent {
  const { text, summary, attachments } = record(body);
  const list: unknown[] = Array.isArray(attachments) ? attachments : [];
  return {
    text: typeof text === 'string' ? text : '',
    summary: typeof summary === 'string' ? summary : null,
    attachments: list.map((one) => {
      const { contentType, content } = record(one);
      return { contentType: typeof contentType === 'string' ? contentType : '', content };
    }),
  };
}

export interface CreateWish {
  /** A new thread in this channel, or else a chat with `memberOid`. */
  readonly channelId: string | null;
  readonly memberOid: string | null;
  readonly activity: unknown;
}

export function createWish(body: unknown): CreateWish {
  const wish = record(body);
  const channel = record(record(wish['channelData'])['channel'])['id'];
  const members: unknown[] = Array.isArray(wish['members']) ? wish['members'] : [];
  const first = record(members[0]);
  const named = first['aadObjectId'] ?? first['id'];
  return {
    channelId: wish['isGroup'] === true && typeof channel === 'string' ? channel : null,
    memberOid: typeof named === 'string' ? oidOfMri(named) : null,
    activity: wish['activity'],
  };
}
