import { Temporal } from 'temporal-polyfill';
import { daysBetween, isAfter, isBefore, startInstant } from '../domain/local-date.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { ProjectFacts, SessionFacts } from './facts.ts';

export type DatedSession = SessionFacts & { readonly date: LocalDate };

export function liveSessions(facts: ProjectFacts): readonly SessionFacts[] {
  return facts.sessions.filter((session) => !session.cancelled);
}

/** Live sessions that have a date, earliest first. */
export function datedSessions(facts: ProjectFacts): readonly DatedSession[] {
  return liveSessions(facts)
    .filter((session): session is DatedSession => session.date !== undefined)
    .sort((one, other) => Temporal.PlainDate.compare(one.date, other.date));
}

export function firstSessionDate(facts: ProjectFacts): LocalDate | undefined {
  return datedSessions(facts)[0]?.date;
}

export function lastSessionDate(facts: ProjectFacts): LocalDate | undefined {
  return datedSessions(facts).at(-1)?.date;
}

/** Days from the first session to the last; undefined until two dates are set. */
export function projectSpanDays(facts: ProjectFacts): number | undefined {
  const first = firstSessionDate(facts);
  const last = lastSessionDate(facts);
  return first === undefined || last === undefined || first.equals(last) ? undefined : daysBetween(first, last);
}

/** The session has ended: its end has passed, or its whole day when no end is set. */
export function isOver(facts: ProjectFacts, session: SessionFacts): boolean {
  if (session.date === undefined) return false;
  if (session.end === undefined || !session.date.equals(facts.today)) return isBefore(session.date, facts.today);
  const end = startInstant(session.date, session.end, facts.timeZone);
  return Temporal.Instant.compare(facts.now, end) >= 0;
}

export function hasBegun(facts: ProjectFacts): boolean {
  const first = firstSessionDate(facts);
  return first !== undefined && !isAfter(first, facts.today);
}

/** The session that is held after this one; of one that lasts several days, after its last. Undefined for the last. */
export function sessionAfter(facts: ProjectFacts, session: SessionFacts): DatedSession | undefined {
  const { date } = session;
  if (date === undefined || isLastSession(facts, session)) return undefined;
  return datedSessions(facts).find((one) => one.number !== session.number && isAfter(one.date, date));
}

export function isLastSession(facts: ProjectFacts, session: SessionFacts): boolean {
  return datedSessions(facts).at(-1)?.id === session.id;
}
