import type { Temporal } from 'temporal-polyfill';
import { isReached } from '../rules.ts';

/** Days beforehand that the planning group is told, on the same clock time. */
const noticeDays = 3;

export interface ClosingFacts {
  readonly isActive: boolean;
  readonly isClosed: boolean;
  readonly closesAt: Temporal.Instant | null;
  readonly timeZone: string;
  /** The latest standing yes. */
  readonly latest: {
    readonly dueAt: Temporal.Instant | null;
    readonly textVersion: string;
    readonly isAnnounced: boolean;
    readonly isStopped: boolean;
  } | null;
  /** The version of what would go out now. */
  readonly textVersion: string;
}

/**
 * announce: tell that it is about to happen · execute: close and invite · the rest tell the content lead why it will
 * not, or did not, happen by itself: nobody said yes, it was stopped, or what was said yes to has changed.
 */
export type ClosingStep = 'nothing' | 'announce' | 'execute' | 'tellUnconfirmed' | 'tellStopped' | 'tellChanged';

export function announceAt(closesAt: Temporal.Instant, timeZone: string): Temporal.Instant {
  return closesAt.toZonedDateTimeISO(timeZone).subtract({ days: noticeDays }).toInstant();
}

/** CAL-01: what the clock asks for. Carried out, the same facts ask for nothing or for the next step. */
export function closingStep(facts: ClosingFacts, now: Temporal.Instant): ClosingStep {
  const { closesAt, latest } = facts;
  if (!facts.isActive || facts.isClosed || closesAt === null) return 'nothing';
  const isSoon = isReached(announceAt(closesAt, facts.timeZone), now);
  const isDue = isReached(closesAt, now);
  if (latest === null) return isSoon ? 'tellUnconfirmed' : 'nothing';
  if (latest.isStopped) return isDue ? 'tellStopped' : 'nothing';
  if (!holds({ ...facts, closesAt, latest })) return 'tellChanged';
  if (isSoon && !latest.isAnnounced) return 'announce';
  return isDue ? 'execute' : 'nothing';
}

/** A yes holds for the minute and the text that it was given to. */
export function holds({
  closesAt,
  latest,
  textVersion,
}: {
  readonly closesAt: Temporal.Instant;
  readonly latest: Pick<NonNullable<ClosingFacts['latest']>, 'dueAt' | 'textVersion'>;
  readonly textVersion: string;
}): boolean {
  return latest.dueAt !== null && latest.dueAt.equals(closesAt) && latest.textVersion === textVersion;
}

/** When the clock next asks for something. */
export function nextMoment(
  facts: Pick<ClosingFacts, 'isActive' | 'isClosed' | 'closesAt' | 'timeZone'>,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  if (!facts.isActive || facts.isClosed || facts.closesAt === null) return undefined;
  return [announceAt(facts.closesAt, facts.timeZone), facts.closesAt].find((moment) => !isReached(moment, now));
}
