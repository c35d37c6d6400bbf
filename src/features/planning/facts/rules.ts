import { Temporal } from 'temporal-polyfill';
import { localTimeOf, readLocalDate } from '../../../domain/local-date.ts';
import type { LocalDate } from '../../../domain/local-date.ts';

/** A moment of the project's history, as its local day and exactly. */
export interface Milestone {
  readonly at: Temporal.Instant;
  readonly on: LocalDate;
  readonly source: 'history' | 'tool' | 'hand';
}
export type Milestones = ReadonlyMap<string, Milestone>;

/** What a milestone is called that says of a rule that it is met outside the tool; the rest is the facts' `doneKey`. */
export const donePrefix = 'done:';

/** A property that exists only when it has a value. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>); // a computed key is typed as string
}

export function dayOf(text: unknown): LocalDate | undefined {
  return typeof text === 'string' ? readLocalDate(text.slice(0, 10)) : undefined;
}

/** The clock on the wall of a moment such as `setupMeeting.start`. */
export function clockOf(text: unknown, zone: string): string | undefined {
  if (typeof text !== 'string' || !/T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  return localTimeOf(Temporal.Instant.from(text), zone);
}
