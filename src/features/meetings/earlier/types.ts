export interface EarlierCancelling {
  /** What its owner does in Outlook, in order. */
  readonly steps: readonly string[];
  /** What its owner pastes into the cancellation. */
  readonly text: string;
}
