/** An expected answer: either a value or a refusal with a reason from a closed union. Faults are thrown instead. */
export type Outcome<Value, Reason extends string> = Done<Value> | Refused<Reason>;

export interface Done<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Refused<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
  /** What the words of the reason need, such as a suggested address or a count. Never personal health data. */
  readonly details: RefusalDetails;
}

export type RefusalDetails = Readonly<Record<string, string | number>>;

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value };
}

export function refused<Reason extends string>(reason: Reason, details: RefusalDetails = {}): Refused<Reason> {
  return { ok: false, reason, details };
}
