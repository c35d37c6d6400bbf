import type { SessionId } from '../../../domain/ids.ts';
import type { Words } from '../../../domain/words.ts';
import type { DateAdvice, PlanPreview } from '../types.ts';

/** What giving a session another time would mean, to be seen before it is confirmed. */
export interface MovePreview extends PlanPreview {
  readonly sessionId: SessionId;
  readonly from: { readonly date: string | null; readonly startTime: string | null; readonly endTime: string | null };
  readonly to: { readonly date: string; readonly startTime: string; readonly endTime: string };
  readonly warnings: readonly DateAdvice[];
  /** INF-01 for the new date: the rule's last day and the wise one. */
  readonly sessionInfo: { readonly lastDay: string; readonly wiseDay: string } | null;
  /** Open rules whose wise last day moves with it. */
  readonly deadlines: readonly MovedDeadline[];
  /** The venue with a calendar that has been asked or booked for the present time and has to be asked anew. */
  readonly venue: string | null;
  /** What the host of a venue without a calendar is asked, in a mail of its own. */
  readonly hostMail: {
    readonly to: string;
    readonly venueName: string;
    readonly subject: string;
    readonly text: string;
  } | null;
  /** It had a time, so the move can be taken back for a short while, before anybody is told. */
  readonly canUndo: boolean;
}

export interface MovedDeadline {
  readonly ruleId: string;
  readonly title: Words;
  readonly sessionNumber: number | null;
  /** Local days; null when there was none. */
  readonly from: string | null;
  readonly to: string;
  /** The new day has passed already. */
  readonly isPast: boolean;
}
