/** The rows the far side remembers. Addresses are lower-case, instants are milliseconds since 1970 (`…At`, `…Ms`). */
export interface Address {
  readonly address: string;
  readonly name: string;
}

export type Answer = 'none' | 'organizer' | 'notResponded' | 'accepted' | 'tentativelyAccepted' | 'declined';

export interface StoredAttendee extends Address {
  readonly type: 'required' | 'optional' | 'resource';
  readonly response: Answer;
  readonly respondedAt: number | null;
}

export interface StoredLocation {
  readonly displayName: string;
  readonly locationEmailAddress?: string;
  readonly locationType: string;
  readonly street?: string;
  readonly city?: string;
}

export interface ExtendedProperty {
  readonly id: string;
  readonly value: string;
}

export type Weekday = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';

/** How often a series comes, in Graph's words and as Graph fills in what was left out. */
export interface StoredPattern {
  readonly type: 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly' | 'relativeYearly';
  readonly interval: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly daysOfWeek: readonly Weekday[];
  readonly firstDayOfWeek: Weekday;
  readonly index: 'first' | 'second' | 'third' | 'fourth' | 'last';
}

/** Local days, `2026-09-22`. */
export interface StoredRange {
  readonly type: 'endDate' | 'noEnd' | 'numbered';
  readonly startDate: string;
  readonly endDate: string | null;
  readonly numberOfOccurrences: number;
  readonly recurrenceTimeZone: string;
}

export interface StoredRecurrence {
  readonly pattern: StoredPattern;
  readonly range: StoredRange;
}

/** One event in one mailbox: the organiser's own, or the copy that an invited mailbox got. */
export interface StoredEvent {
  readonly id: string;
  readonly mailbox: string;
  readonly calendarId: string;
  /** The same for the organiser's event and every copy of it. */
  readonly iCalUId: string;
  /** Rises when time, place or text changes; iCalendar's SEQUENCE. */
  readonly sequence: number;
  /** The state's change number at the last change; also the etag and the delta's order. */
  readonly change: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Cancelled by the organiser or deleted: gone from the calendar, seen only by delta. */
  readonly removedAt: number | null;
  readonly transactionId: string | null;
  readonly subject: string;
  readonly bodyType: 'html' | 'text';
  readonly body: string;
  readonly startMs: number;
  readonly endMs: number;
  /** The zone name the writer used, as written. */
  readonly startZone: string;
  readonly endZone: string;
  readonly isAllDay: boolean;
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
  readonly importance: 'low' | 'normal' | 'high';
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly locations: readonly StoredLocation[];
  readonly attendees: readonly StoredAttendee[];
  readonly organizer: Address;
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly joinUrl: string | null;
  readonly categories: readonly string[];
  readonly extendedProperties: readonly ExtendedProperty[];
  /** The mailbox's own answer. */
  readonly response: Answer;
  readonly respondedAt: number | null;
  /** On the master of a series, whose `startMs` is that of its first occurrence. */
  readonly recurrence?: StoredRecurrence | null;
  /** Local days of the series on which it does not take place. */
  readonly cancelledDates?: readonly string[];
  /** On one occurrence, which is worked out and never stored: its master. */
  readonly seriesMasterId?: string;
}

export interface StoredAttachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly isInline: boolean;
  readonly contentId: string | null;
  readonly blobId: string;
}

export type MessageKind =
  | 'mail'
  | 'meetingRequest'
  | 'meetingUpdate'
  | 'meetingCancelled'
  | 'meetingAccepted'
  | 'meetingTentativelyAccepted'
  | 'meetingDeclined'
  | 'bounce';

/** The calendar part of a meeting mail, as its reader sees it: enough to write the .ics that Exchange would attach. */
export interface MeetingPart {
  readonly method: 'REQUEST' | 'CANCEL' | 'REPLY';
  readonly iCalUId: string;
  readonly sequence: number;
  readonly subject: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly isAllDay: boolean;
  readonly location: string;
  readonly locationAddress: string | null;
  readonly body: string;
  readonly organizer: Address;
  /** With hidden attendees only the reader. */
  readonly attendees: readonly StoredAttendee[];
  readonly reminderMinutesBeforeStart: number | null;
  readonly categories: readonly string[];
  readonly joinUrl: string | null;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  /** The reader's own answer to it, for a REPLY the sender's. */
  readonly response: Answer;
  /** Of a series; `dates` are the days taken out of it, or the one day that a CANCEL is about. */
  readonly series?: {
    readonly zone: string;
    readonly recurrence: StoredRecurrence;
    readonly without: readonly string[];
    readonly only: string | null;
  };
}

/** One mail in one mailbox: a letter to twenty people is twenty-one rows (and one in Sent Items). */
export interface StoredMessage {
  /** Immutable id. `movingId` is the id without `IdType="ImmutableId"`, which changes when the mail moves. */
  readonly id: string;
  readonly movingId: string;
  readonly mailbox: string;
  readonly folder: 'inbox' | 'sentitems' | 'drafts' | 'deleteditems';
  readonly kind: MessageKind;
  /** The same for every copy of one sending. */
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly change: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** Kept in the sender's copy only. */
  readonly bcc: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly subject: string;
  readonly bodyType: 'html' | 'text';
  readonly body: string;
  readonly importance: 'low' | 'normal' | 'high';
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly categories: readonly string[];
  readonly attachments: readonly StoredAttachment[];
  readonly extendedProperties: readonly ExtendedProperty[];
  readonly isRead: boolean;
  readonly meeting: MeetingPart | null;
}

export interface StoredCalendar {
  readonly id: string;
  readonly mailbox: string;
  readonly name: string;
  readonly isDefault: boolean;
}

export interface StoredCategory {
  readonly id: string;
  readonly mailbox: string;
  readonly displayName: string;
  readonly color: string;
}

export interface StoredDriveItem {
  readonly id: string;
  readonly driveId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly isFolder: boolean;
  readonly size: number;
  readonly contentType: string;
  readonly blobId: string | null;
  readonly change: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** A channel's folder: asked for the first time it is not there yet. */
export interface StoredFolderWish {
  readonly id: string;
  readonly driveId: string;
  readonly folderId: string;
  readonly readyAt: number;
}

export interface StoredUploadSession {
  readonly id: string;
  readonly driveId: string;
  readonly parentId: string;
  readonly name: string;
  readonly conflictBehavior: 'fail' | 'replace' | 'rename';
  readonly expiresAt: number;
  readonly total: number | null;
  readonly received: number;
  readonly contentType: string;
}

export interface StoredSubscription {
  readonly id: string;
  readonly applicationId: string;
  readonly changeType: string;
  readonly resource: string;
  /** The mailbox whose events are watched. */
  readonly mailbox: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly expiresAt: number;
  readonly latestSupportedTlsVersion: string;
}

/** Something the far side will do by itself at an instant of its own clock. */
export interface StoredHappening {
  readonly id: string;
  readonly at: number;
  readonly what: Happening;
}

export type Happening =
  | { readonly kind: 'roomAnswers'; readonly mailbox: string; readonly iCalUId: string; readonly sequence: number }
  | { readonly kind: 'delegateAnswers'; readonly mailbox: string; readonly iCalUId: string; readonly sequence: number }
  | {
      readonly kind: 'personAnswers';
      readonly mailbox: string;
      readonly iCalUId: string;
      readonly sequence: number;
      readonly answer: 'accept' | 'decline' | 'tentative';
    }
  | { readonly kind: 'linkArrives'; readonly iCalUId: string }
  | { readonly kind: 'notifyAgain'; readonly url: string; readonly body: string; readonly attempt: number }
  | { readonly kind: 'chat'; readonly what: string; readonly ref: string };

/** One finished request to Graph, without tokens. */
export interface Exchange {
  readonly id: string;
  readonly at: number;
  readonly requestId: string;
  readonly clientRequestId: string | null;
  readonly method: string;
  /** With the query, without the host. */
  readonly path: string;
  readonly status: number;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

/** One transfer to an upload URL. */
export interface Transfer {
  readonly id: string;
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly contentRange: string | null;
  readonly bytes: number;
  readonly status: number;
}
