import { isBefore, minusMonths } from '../domain/local-date.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { RegionPeriod } from '../domain/region-periods.ts';
import { addWorkingDays, previousWorkingDay } from '../domain/swedish-calendar.ts';
import { wiseDayBy } from '../domain/wise-day.ts';
import type { ProjectFacts, SessionFacts } from './facts.ts';
import type { Due } from './rule.ts';
import { firstSessionDate } from './session-dates.ts';

/** A rule's last day together with the last day that is wise, so that the act lands while people read their mail. */
export function dueBy(lastDay: LocalDate, region: readonly RegionPeriod[]): Due {
  const { day, because } = wiseDayBy(lastDay, region);
  return because === undefined ? { lastDay, wiseDay: day } : { lastDay, wiseDay: day, because };
}

/** INV-01: two calendar months before the first session, clamped to the month's last day. */
export function invitationDeadline(firstSession: LocalDate): LocalDate {
  return minusMonths(firstSession, 2);
}

export function invitationDue(facts: ProjectFacts): Due | undefined {
  const first = firstSessionDate(facts);
  return first === undefined ? undefined : dueBy(invitationDeadline(first), facts.region);
}

/** INF-01: fourteen days before the session; on a free day, the working day before it. */
export function sessionInfoDeadline(session: LocalDate): LocalDate {
  return previousWorkingDay(session.subtract({ days: 14 }));
}

export function sessionInfoDue(facts: ProjectFacts, session: SessionFacts): Due | undefined {
  return session.date === undefined ? undefined : dueBy(sessionInfoDeadline(session.date), facts.region);
}

/** ROL-01: our measure; a speaker who is asked later may well have something else that day. */
export function askingDeadline(session: LocalDate): LocalDate {
  return previousWorkingDay(session.subtract({ days: 42 }));
}

/** ROL-01: our measure is that every speaker has said yes three weeks before the session. */
export function speakersDeadline(session: LocalDate): LocalDate {
  return previousWorkingDay(session.subtract({ days: 21 }));
}

export function speakersDue(facts: ProjectFacts, session: SessionFacts): Due | undefined {
  return session.date === undefined ? undefined : dueBy(speakersDeadline(session.date), facts.region);
}

/** ROL-03: our measure is eight weeks before the session, while the day can still be shaped. */
export function soundingBoardDeadline(session: LocalDate): LocalDate {
  return previousWorkingDay(session.subtract({ weeks: 8 }));
}

export function soundingBoardDue(facts: ProjectFacts, session: SessionFacts): Due | undefined {
  return session.date === undefined ? undefined : dueBy(soundingBoardDeadline(session.date), facts.region);
}

/** CAT-01: our measure is a week before the session, on a working day. */
export function foodOrderDeadline(session: LocalDate): LocalDate {
  return previousWorkingDay(session.subtract({ days: 7 }));
}

export function foodOrderDue(facts: ProjectFacts, session: SessionFacts): Due | undefined {
  return session.date === undefined ? undefined : dueBy(foodOrderDeadline(session.date), facts.region);
}

/** INV-08: the registration closes three weeks before the first session at the latest, so that INF-01 can be kept. */
export function registrationCloseDeadline(firstSession: LocalDate): LocalDate {
  return firstSession.subtract({ days: 21 });
}

/** DOC-02: our measure of "efter varje träff" is ten working days. */
export function documentationDeadline(session: LocalDate): LocalDate {
  return addWorkingDays(session, 10);
}

export function documentationDue(facts: ProjectFacts, session: SessionFacts): Due | undefined {
  return session.date === undefined ? undefined : dueBy(documentationDeadline(session.date), facts.region);
}

/** END-02: the summary is out before Dalating when its date is known, else thirty days after the last session. */
export function summaryDeadline(lastSession: LocalDate, dalating: LocalDate | undefined): LocalDate {
  return dalating === undefined || isBefore(dalating, lastSession)
    ? lastSession.add({ days: 30 })
    : previousWorkingDay(dalating.subtract({ days: 1 }));
}

/** On the very day of the session: an evaluation or a participant list cannot be moved to a working day before. */
export function onSessionDay(_facts: ProjectFacts, session: SessionFacts): Due | undefined {
  return session.date === undefined ? undefined : { lastDay: session.date, wiseDay: session.date };
}
