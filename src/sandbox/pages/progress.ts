import type { StoredPost } from '../chat/rows.ts';
import type { Guide } from './guide.ts';

/** The newcomer's five steps, in order. */
export const steps = ['today', 'register', 'closing', 'decline', 'ask'] as const;

export type Step = (typeof steps)[number];

export interface Standing {
  readonly guide: Guide | null;
  /** The tab has shown the page of the day to somebody who looked at it. */
  readonly hasLooked: boolean;
  /** The guide's participant without an account has got an invitation. */
  readonly isInvited: boolean;
  /** Each conversation's posts, in order. */
  readonly talks: readonly (readonly Pick<StoredPost, 'from' | 'text'>[])[];
}

/** What has really happened, read from where it happened; a button that was only pressed counts for nothing. */
export function progressOf({ guide, hasLooked, isInvited, talks }: Standing): Readonly<Record<Step, boolean>> {
  return {
    today: hasLooked,
    register: guide?.newcomer != null,
    closing: guide?.isClosed === true && isInvited,
    decline: guide?.kitchen?.declinedBy != null,
    ask: talks.some(isAnswered),
  };
}

const asksForStatus = /(^|>|\s)(läget|status)(?!\p{L})/iu;

/** Somebody asked how things stand, and the bot said something after that. */
function isAnswered(posts: Standing['talks'][number]): boolean {
  const asked = posts.findIndex(({ from, text }) => from !== 'bot' && asksForStatus.test(text));
  return asked >= 0 && posts.slice(asked + 1).some(({ from }) => from === 'bot');
}
