/** The far side is busy and said how long to wait. A job answers with it as its result, a page says "try again". */
export class AskedToWait extends Error {
  readonly retryAfterSeconds: number;
  constructor(what: string, retryAfterSeconds: number) {
    super(`${what}: asked to wait ${retryAfterSeconds} s`);
    this.name = 'AskedToWait';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
