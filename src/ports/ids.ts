export interface Ids {
  /** A random UUID. */
  next(): string;
  /** A secret of 256 bits in base64url, for personal links. */
  secret(): string;
  /** A random number in [0, 1), for what must not happen to all at the same time. */
  fraction(): number;
}
