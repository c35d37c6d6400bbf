import type { Words } from '../../../../domain/words.ts';
import type { DateWish, DateWishForm, FoundDate, FoundDay } from '../finding/types.ts';

/** What is the same for all the projects that look for days together. */
export type CommonWish = Pick<DateWish, 'from' | 'until' | 'weeksApart' | 'weekdays' | 'startTime' | 'endTime'>;

export interface TogetherWish extends CommonWish {
  readonly projects: readonly string[];
}

/** GET `/projects/together`: the projects whose dates the caller may set. */
export interface TogetherForm {
  readonly wish: CommonWish;
  readonly projects: readonly TogetherChoice[];
}

export interface TogetherChoice {
  readonly projectId: string;
  readonly title: string;
  /** Those to find a day for: without a day, or when all have one those that lie ahead. */
  readonly sessions: DateWishForm['sessions'];
}

/** POST `/projects/together`. */
export interface TogetherView {
  readonly projects: readonly TogetherFound[];
  readonly startTime: string;
  readonly endTime: string;
  /** Names of those whose calendars could not be seen. */
  readonly unseen: readonly string[];
  /** Why there is no proposal; null when there is one. */
  readonly nothing: Words | null;
  /** It has been shown that no other days are better for all together. */
  readonly isProved: boolean;
}

export interface TogetherFound extends TogetherChoice {
  readonly dates: readonly FoundDate[];
  readonly days: readonly FoundDay[];
  readonly summary: readonly Words[];
  /** Other projects of the search that need some of the same people. */
  readonly shares: readonly { readonly projectId: string; readonly people: readonly string[] }[];
}
