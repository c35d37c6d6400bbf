import type { SessionId, VenueId } from '../../../../domain/ids.ts';
import type { Words } from '../../../../domain/words.ts';
import type { MovedDeadline, MovePreview } from '../types.ts';
import type { DateAdvice, NewTime, PlanPreview } from '../../types.ts';

/** A session's new day, and the venue that it is meant for when the plan has none. */
export interface NewDate extends NewTime {
  readonly sessionId: SessionId;
  readonly venueId?: VenueId | null | undefined;
}

/** What new dates for several sessions would mean, all seen together. */
export interface DatesPreview extends PlanPreview {
  readonly dates: readonly PreviewedDate[];
  /** Open rules whose wise last day moves, each once with its last new day. */
  readonly deadlines: readonly MovedDeadline[];
}

export interface PreviewedDate {
  readonly sessionId: SessionId;
  readonly number: number;
  readonly title: string;
  readonly from: string | null;
  readonly to: NewTime;
  readonly warnings: readonly DateAdvice[];
  /** How many are told in Outlook. */
  readonly told: number;
  readonly lines: readonly Words[];
  /** What the host of a venue without a calendar is asked. */
  readonly hostMail: MovePreview['hostMail'];
  /** A venue that has been asked for the present time and has to be asked anew. */
  readonly venueAgain: string | null;
  /** The venue that the plan gets; null when it has one, or gets none. */
  readonly venue: string | null;
}
