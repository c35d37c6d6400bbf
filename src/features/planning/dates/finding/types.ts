import type { Objective } from '../../../../domain/date-finder/types.ts';
import type { SessionId, VenueId } from '../../../../domain/ids.ts';
import type { Words } from '../../../../domain/words.ts';

/** `must`: no session without the person; `should`: every absence counts; `no`: not looked at. */
export type Attendance = 'must' | 'should' | 'no';

/** What somebody asks the date finder. */
export interface DateWish {
  /** Local days. */
  readonly from: string;
  readonly until: string;
  /** Sessions to find a day for; the others keep theirs. */
  readonly sessions: readonly SessionId[];
  /** Weeks between one session and the next, about. */
  readonly weeksApart: number;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly startTime: string;
  readonly endTime: string;
  readonly venues: readonly VenueId[];
  readonly people: Readonly<Record<string, Attendance>>;
  readonly objective: Objective;
}

/** GET `/dates/wish`: what to begin with, and what there is to choose among. */
export interface DateWishForm {
  readonly wish: DateWish;
  readonly sessions: readonly {
    readonly id: SessionId;
    readonly number: number;
    readonly title: string;
    readonly date: string | null;
  }[];
  readonly venues: readonly {
    readonly id: VenueId;
    readonly name: string;
    readonly city: string;
    readonly capacity: number | null;
    /** Its calendar can be looked into. */
    readonly hasCalendar: boolean;
  }[];
  /** Those of the own organisation who plan or speak: the only calendars that can be seen. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: Words }[];
}

/** How a day looks: nothing against it, something, much, or no session at all. */
export type DayTone = 'good' | 'fair' | 'poor' | 'barred';

/** One working day of the window. */
export interface FoundDay {
  readonly date: string;
  readonly tone: DayTone;
  /** A word of a few letters for the calendar, such as "lov"; empty for a good day. */
  readonly mark: Words;
  readonly reasons: readonly Words[];
  readonly venueId: VenueId | null;
}

export interface FoundDate {
  readonly sessionId: SessionId;
  readonly number: number;
  readonly date: string;
  readonly venueId: VenueId | null;
  readonly reasons: readonly Words[];
}

export interface FoundProposal {
  readonly dates: readonly FoundDate[];
  /** The whole in a sentence or two: who can come to all, and what speaks against it. */
  readonly summary: readonly Words[];
  /** How many of those who count can come to every session, and of how many days something speaks against them. */
  readonly present: number;
  readonly counted: number;
  readonly against: number;
}

/** POST `/dates/find`. */
export interface FoundView {
  readonly proposals: readonly FoundProposal[];
  readonly days: readonly FoundDay[];
  readonly startTime: string;
  readonly endTime: string;
  /** Names of those whose calendars could not be seen. */
  readonly unseen: readonly string[];
  /** Why there is no proposal; null when there is one. */
  readonly nothing: Words | null;
}

/** A session that is to get another day, of any of the projects that look for days now. */
export interface MovingSession {
  readonly projectId: string;
  readonly id: SessionId;
  readonly start: string | null;
  readonly end: string | null;
}

/** Sessions that another project of the organisation holds: they take its room and its people. */
export interface ForeignSession {
  readonly from: number;
  readonly until: number;
  /** Lower case; null when the venue has no calendar. */
  readonly roomMailbox: string | null;
  readonly venueName: string | null;
  /** Folded addresses of those who must be there. */
  readonly people: readonly string[];
}
