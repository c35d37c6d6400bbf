import type { SessionId } from '../../../domain/ids.ts';
import type { Words } from '../../../domain/words.ts';
import type { ChangedField, MeetingPart } from '../types.ts';

/** One thing that was written in Outlook, that Outlook refused, or that a room has answered. Counts and times only: nobody is named. */
export interface CalendarAct {
  readonly kind: 'created' | 'changed' | 'cancelled' | 'refused' | 'answered';
  readonly part: MeetingPart;
  readonly fields: readonly ChangedField[];
  /** People who came on the meeting, and who were taken off. */
  readonly invited: number;
  readonly removed: number;
  /** Everybody whom Outlook mailed an invitation, an update or a cancellation. Rooms are not counted. */
  readonly told: number;
  readonly asksRoom: boolean;
  /** Local start as written. */
  readonly start: string;
  readonly place: string;
  /** Outlook's code when it refused, and a room's answer. */
  readonly why: string | null;
}

/** The act of the project's log that made it necessary, or a room's answer. */
export interface CalendarCause {
  readonly act: string;
  /** Who did it; null for a room and for the tool itself. */
  readonly by: string | null;
}

/** GET /meetings/history: the latest first. */
export interface CalendarLine {
  readonly id: string;
  readonly sessionId: SessionId;
  readonly number: number;
  /** ISO. */
  readonly at: string;
  readonly words: Words;
}
