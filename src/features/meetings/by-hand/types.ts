/** What a calendar file tells. Times are local in the project's zone, `2026-09-22T08:30:00`. */
export interface HandTold {
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
}

/** the calendar file that one person holds of one session, or is about to be sent by hand. */
export interface HandBooking {
  readonly sessionId: string;
  /** Folded. */
  readonly address: string;
  readonly uid: string;
  readonly sequence: number;
  readonly told: HandTold;
  readonly state: 'live' | 'cancelled';
  readonly fromOutlook: boolean;
}

/** `reached`: somebody has sent it, so taking it back needs a file of its own. */
export type HandStep =
  | { readonly kind: 'invite'; readonly booking: HandBooking; readonly name: string; readonly isNew: boolean }
  | { readonly kind: 'cancel'; readonly booking: HandBooking; readonly isReached: boolean };

export const inviteKind = 'meeting.byHand';
export const cancelKind = 'meeting.byHandCancelled';
