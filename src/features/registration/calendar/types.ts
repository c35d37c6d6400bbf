/** One session in a calendar file. Times are local in the file's zone. */
export interface CalendarSession {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  /** `YYYY-MM-DD` and `HH:mm`. */
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  /** RFC 5545's words for an answer. */
  readonly answer: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'NEEDS-ACTION';
  /** It comes back: RFC 5545's rule, and the days (`YYYY-MM-DD`) on which it does not. */
  readonly repeats?: { readonly rule: string; readonly without: readonly string[] };
}

/** A file for one person: nobody else's address is in it. */
export interface CalendarFile {
  readonly name: string;
  /** What the file asks of the reader's calendar; left out for a calendar that somebody looks at (RFC 5546). */
  readonly method?: 'REQUEST' | 'CANCEL';
  /** IANA name. */
  readonly timeZone: string;
  /** ISO instant of writing. */
  readonly now: string;
  /** Rises when the plan changes, so that calendars take the new file for the newer. */
  readonly sequence: number;
  readonly organiser: { readonly name: string; readonly address: string };
  readonly attendee: { readonly name: string; readonly address: string };
  readonly sessions: readonly CalendarSession[];
}
