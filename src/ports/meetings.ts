/** A meeting in the organiser's calendar, in Graph's words. Local times carry no offset; the zone is the project's. */
export interface MeetingDraft {
  readonly subject: string;
  readonly html: string;
  /** Local date and time, `2026-09-22T08:30:00`. */
  readonly start: string;
  readonly end: string;
  /** IANA name; the adapter translates to Graph's. */
  readonly timeZone: string;
  readonly location: { readonly displayName: string; readonly address?: string; readonly mailbox?: string };
  readonly attendees: readonly MeetingAttendee[];
  readonly categories: readonly string[];
  readonly reminderMinutes: number;
  readonly isOnline: boolean;
  readonly hideAttendees: boolean;
  /** Makes a repeated create find the first one. Also stored as our own extended property. */
  readonly transactionId: string;
  /** Left out for a meeting that takes place once; `start` and `end` are those of the first one. */
  readonly recurrence?: MeetingRecurrence;
}

/** How a series comes back. Days are local, `2026-09-22`. */
export interface MeetingRecurrence {
  readonly every: 'week' | 'month';
  /** In weeks or months. */
  readonly interval: number;
  /** 1 is Monday. */
  readonly weekday: number;
  /** Which of the month's weekdays; of no account in a weekly series. */
  readonly index: 'first' | 'second' | 'third' | 'fourth' | 'last';
  readonly firstOn: string;
  readonly lastOn: string;
}

/** One meeting of a series, with an id of its own. */
export interface Occurrence {
  readonly id: string;
  /** UTC instant. */
  readonly start: string;
}

export type AttendeeType = 'required' | 'optional' | 'resource';

export interface MeetingAttendee {
  readonly address: string;
  readonly name: string;
  readonly type: AttendeeType;
}

export type AttendeeResponse = 'none' | 'notResponded' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined';

export interface Meeting {
  /** Graph's immutable id. */
  readonly id: string;
  readonly etag: string;
  readonly iCalUId: string;
  readonly subject: string;
  /** UTC instant, `2026-09-22T06:30:00Z`. */
  readonly start: string;
  readonly end: string;
  readonly isCancelled: boolean;
  readonly joinUrl: string | null;
  readonly bodyHtml: string;
  readonly locationName: string;
  readonly attendees: readonly (MeetingAttendee & {
    readonly response: AttendeeResponse;
    readonly respondedAt: string | null;
  })[];
}

/** Only what changed. Attendees alone mail only the added and removed; any other field mails everybody. */
export interface MeetingChange {
  readonly subject?: string;
  readonly html?: string;
  readonly start?: string;
  readonly end?: string;
  readonly timeZone?: string;
  readonly location?: MeetingDraft['location'];
  readonly attendees?: readonly MeetingAttendee[];
  readonly recurrence?: MeetingRecurrence;
}

export type MeetingWrite =
  | { readonly kind: 'create'; readonly key: string; readonly mailbox: string; readonly draft: MeetingDraft }
  | {
      readonly kind: 'change';
      readonly key: string;
      readonly mailbox: string;
      readonly id: string;
      readonly etag: string;
      readonly change: MeetingChange;
    }
  | {
      readonly kind: 'cancel';
      readonly key: string;
      readonly mailbox: string;
      readonly id: string;
      readonly comment: string;
    }
  /** Takes away an entry that nobody was invited to; nothing is mailed. */
  | { readonly kind: 'remove'; readonly key: string; readonly mailbox: string; readonly id: string };

export type MeetingWriteResult =
  | { readonly key: string; readonly result: 'written'; readonly meeting: Meeting | null }
  | { readonly key: string; readonly result: 'changedMeanwhile' | 'gone' | 'refused'; readonly message: string }
  | { readonly key: string; readonly result: 'later'; readonly retryAfterSeconds: number };

/** The organiser's calendar. One mailbox organises all sessions, because a meeting's organiser cannot change. */
export interface MeetingsPort {
  /** Writes in `$batch`, at most 4 at a time per mailbox (Graph's limit). Results come in the order asked for. */
  write(writes: readonly MeetingWrite[]): Promise<readonly MeetingWriteResult[]>;
  read(mailbox: string, id: string): Promise<Meeting | null>;
  findByTransactionId(mailbox: string, transactionId: string): Promise<Meeting | null>;
  /** The meetings of a series that stand, in order; null when there is no such series any more. */
  occurrences(query: {
    readonly mailbox: string;
    readonly seriesId: string;
    /** UTC instants. */
    readonly from: string;
    readonly to: string;
  }): Promise<readonly Occurrence[] | null>;
  /** Everything in the window that changed since `deltaLink` (or all of it); removed ones by id. */
  changes(query: { mailbox: string; from: string; to: string; deltaLink: string | null }): Promise<MeetingChanges>;
  /** True when what Outlook tells of an event is a write of our own, which needs no look. */
  isOwnWrite(told: EventNotice): boolean;
  /** Asks to be told when the mailbox's calendar changes, or renews that; at most 7 days. Null when the far side could not reach our address. */
  watch(wish: CalendarWatch): Promise<{ readonly subscriptionId: string; readonly expiresAt: string } | null>;
}

/** What a notification says of an event. */
export interface EventNotice {
  readonly eventId: string;
  readonly etag: string | null;
  readonly isRemoved: boolean;
}

export interface CalendarWatch {
  readonly mailbox: string;
  readonly notificationUrl: string;
  /** Comes back in every notification, at most 128 characters. */
  readonly clientState: string;
  /** UTC instant. */
  readonly expiresAt: string;
  /** What to renew; a new one is made when it is gone. */
  readonly subscriptionId: string | null;
}

export interface MeetingChanges {
  readonly meetings: readonly Meeting[];
  readonly removedIds: readonly string[];
  readonly deltaLink: string;
  /** The link was too old or broken, so everything was read anew. */
  readonly isFull: boolean;
}
