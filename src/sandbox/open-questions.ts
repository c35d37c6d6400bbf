/** What no document of Microsoft's answers, and how this far side answers it. The first of each is the usual one here. */
export interface OpenAnswers {
  /** A second create with the same `transactionId`: 201 with the first event, or 409. */
  readonly repeatedCreate: 'first' | 'conflict';
  /** A stale `If-Match` on an event: 412, or written over. */
  readonly ifMatch: 'heeded' | 'ignored';
  /** The answers of people who are on the list when it is sent again. */
  readonly answersOnResend: 'kept' | 'forgotten';
  /** Why a room says no: in the words of the mailbox, or in none. */
  readonly roomReason: 'told' | 'silent';
  /** An invitation with `hideAttendees` to another organisation. */
  readonly hiddenAttendees: 'hidden' | 'shown';
  /** A second subscription for the same resource: 409, or one more. */
  readonly secondSubscription: 'conflict' | 'taken';
  /** `Europe/Stockholm` as the zone of a time. */
  readonly zoneStockholm: 'refused' | 'taken';
  /** When the link of an online meeting is there: with the meeting, some minutes later, or never. */
  readonly teamsLink: 'atOnce' | 'late' | 'never';
  /** The code, beside 403, for a mailbox that the app may not touch. */
  readonly refusalCode: 'ErrorAccessDenied' | 'Forbidden';
  /** Whether the organiser's event gets the one to whom an invitation was forwarded. */
  readonly forwarded: 'leftOut' | 'added';
  /** getSchedule of an address in another organisation: as one that does not exist, or what its calendar holds. */
  readonly outsideSchedule: 'unknown' | 'shown';
  /** Days that were taken out of a series, when its time or pattern changes. */
  readonly cancelledDays: 'comeBack' | 'stayAway';
}

export const usualAnswers: OpenAnswers = {
  repeatedCreate: 'first',
  ifMatch: 'heeded',
  answersOnResend: 'kept',
  roomReason: 'told',
  hiddenAttendees: 'hidden',
  secondSubscription: 'conflict',
  zoneStockholm: 'refused',
  teamsLink: 'atOnce',
  refusalCode: 'ErrorAccessDenied',
  forwarded: 'leftOut',
  outsideSchedule: 'unknown',
  cancelledDays: 'comeBack',
};
