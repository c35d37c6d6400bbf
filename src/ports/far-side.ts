/** The far side is busy and said how long to wait. A job answers with it as its result, a page says "try again". */
export class AskedToWait extends Error {
  readonly retryAfterSeconds: number;
  constructor(what: string, retryAfterSeconds: number) {
    super(`${what}: asked to wait ${retryAfterSeconds} s`);
    this.name = 'AskedToWait';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The far side said no in a way that waiting does not change: a missing right, a mailbox that is not there. */
export class FarSideFault extends Error {
  /** HTTP status. */
  readonly status: number;
  /** Its most specific code; holds no personal data. */
  readonly code: string;
  constructor(message: string, { status, code }: { readonly status: number; readonly code: string }) {
    super(message);
    this.name = 'FarSideFault';
    this.status = status;
    this.code = code;
  }
}
