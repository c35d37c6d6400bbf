export interface Ids {
  /** A random UUID. */
  next(): string;
  /** A secret of 256 bits in base64url, for personal links. */
  secret(): string;
}
