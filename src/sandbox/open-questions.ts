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
}

export const usualAnswers: OpenAnswers = {
  repeatedCreate: 'first',
  ifMatch: 'heeded',
  answersOnResend: 'kept',
  roomReason: 'told',
  hiddenAttendees: 'hidden',
  secondSubscription: 'conflict',
};
