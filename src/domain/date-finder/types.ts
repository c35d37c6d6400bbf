import type { DateWarningKind } from '../date-warnings.ts';
import type { LocalDate, LocalTime } from '../local-date.ts';
import type { RegionPeriod } from '../region-periods.ts';

/** When somebody or something is taken: epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface Hours {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

export interface FinderRoom {
  readonly id: string;
  /** null: nobody has said how many it seats. */
  readonly capacity: number | null;
  readonly isOwn: boolean;
  /** False when its calendar cannot be seen. */
  readonly isKnown: boolean;
  readonly busy: readonly Span[];
}

export interface FinderPerson {
  readonly id: string;
  /** Without this person there is no session. */
  readonly mustCome: boolean;
  /** A whole number from 1: how much it matters that the person can come. */
  readonly weight: number;
  readonly busy: readonly Span[];
}

export interface DateQuestion {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  /** One for whole days, or a morning and an afternoon: in order, and not over each other. */
  readonly hours: readonly Hours[];
  /** IANA name. */
  readonly zone: string;
  /** One per session in order: the day of a session that stands, null for one to place. Days that stand rise. */
  readonly sessions: readonly (LocalDate | null)[];
  readonly gap: { readonly leastDays: number; readonly idealDays: number; readonly mostDays: number };
  /** How many the room must seat; 0 when it is not known. */
  readonly seats: number;
  /** Empty: the sessions need no room, or it is found later. */
  readonly rooms: readonly FinderRoom[];
  readonly people: readonly FinderPerson[];
  /** Days that are closed for a reason of their own, such as another meeting of the same people. */
  readonly closed: readonly LocalDate[];
  readonly region: readonly RegionPeriod[];
  readonly objective: Objective;
  readonly proposals: number;
}

/** `leastCost`: the fewest absences, sum of all sessions. `mostPresent`: the most people who can come to every session. */
export type Objective = 'leastCost' | 'mostPresent';

/** Why a day is good or bad, in codes; words are elsewhere. */
export type DateReason =
  | { readonly code: 'everybodyFree' }
  | { readonly code: 'away'; readonly people: readonly string[] }
  | { readonly code: 'mustBeAway'; readonly people: readonly string[] }
  | { readonly code: 'noRoom' }
  | { readonly code: 'roomFree'; readonly room: string }
  | { readonly code: 'roomUnknown'; readonly room: string }
  | { readonly code: 'closed' }
  | { readonly code: 'day'; readonly kind: DateWarningKind };

export interface SlotCost {
  readonly people: number;
  readonly day: number;
  readonly room: number;
}

/** One slot of the window with all that speaks for and against it. */
export interface WeighedSlot {
  readonly date: LocalDate;
  readonly hours: Hours;
  /** No session can be held here; the reasons say why. */
  readonly isBarred: boolean;
  readonly cost: SlotCost;
  /** The room to take: of those that are free and large enough the own ones first, then the smallest. */
  readonly room: string | null;
  readonly reasons: readonly DateReason[];
}

export interface ProposedDate {
  /** Which session of the question, from 0. */
  readonly session: number;
  readonly slot: WeighedSlot;
  /** From the session before it; null for the first. */
  readonly gapDays: number | null;
  readonly spacingCost: number;
}

export interface DateProposal {
  /** The sessions that were to be placed. */
  readonly dates: readonly ProposedDate[];
  readonly cost: SlotCost & { readonly spacing: number; readonly total: number };
  /** Who can come to every one of them. */
  readonly presentAtAll: readonly string[];
}

export interface FoundDates {
  /** Every slot of the window that was looked at, in order of time. */
  readonly slots: readonly WeighedSlot[];
  /** Best first; each has at most one day in common with each before it. */
  readonly proposals: readonly DateProposal[];
}
