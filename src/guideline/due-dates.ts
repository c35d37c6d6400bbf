import { Temporal } from 'temporal-polyfill';
import { isBefore, minusMonths } from '../domain/local-date.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { addWorkingDays, isSummerHoliday, midsummerEve, previousWorkingDay } from '../domain/swedish-calendar.ts';
import type { Words } from '../domain/words.ts';
import type { ProjectFacts, SessionFacts } from './facts.ts';
import type { Due } from './rule.ts';
import { firstSessionDate } from './session-dates.ts';

const summer: Words = {
  sv: 'Regelns sista dag ligger i sommarsemestern. Gör det före midsommar, medan folk läser sin e-post.',
  en: "The rule's last day is in the summer holidays. Do it before midsummer, while people read their mail.",
};
const christmas: Words = {
  sv: 'Regelns sista dag ligger i jul- och nyårshelgerna. Gör det innan folk går på ledighet.',
  en: "The rule's last day is in the Christmas holidays. Do it before people go on leave.",
};
const weekend: Words = {
  sv: 'Regelns sista dag är ingen arbetsdag.',
  en: "The rule's last day is not a working day.",
};

/**
 * A rule's last day together with the last day that is wise: a week before midsummer when it falls in the summer,
 * the last working day by 20 December when it falls between 21 December and 3 January, and never a free day.
 */
export function dueBy(lastDay: LocalDate): Due {
  const wise = wiseDay(lastDay);
  return wise.day.equals(lastDay)
    ? { lastDay, wiseDay: lastDay }
    : { lastDay, wiseDay: wise.day, because: wise.because };
}

function wiseDay(lastDay: LocalDate): { readonly day: LocalDate; readonly because: Words } {
  if (isSummerHoliday(lastDay))
    return { day: previousWorkingDay(midsummerEve(lastDay.year).subtract({ weeks: 1 })), because: summer };
  if (isBetweenYears(lastDay)) return { day: lastBeforeChristmas(lastDay), because: christmas };
  return { day: previousWorkingDay(lastDay), because: weekend };
}

function isBetweenYears(date: LocalDate): boolean {
  return (date.month === 12 && date.day >= 21) || (date.month === 1 && date.day <= 3);
}

function lastBeforeChristmas(date: LocalDate): LocalDate {
  const year = date.month === 1 ? date.year - 1 : date.year;
  return previousWorkingDay(Temporal.PlainDate.from({ year, month: 12, day: 20 }));
}

/** INV-01: two calendar months before the first session, clamped to the month's last day. */
export function invitationDeadline(firstSession: LocalDate): LocalDate {
  return minusMonths(firstSession, 2);
}

export function invitationDue(facts: ProjectFacts): Due | undefined {
  const first = firstSessionDate(facts);
  return first === undefined ? undefined : dueBy(invitationDeadline(first));
}

/** INF-01: fourteen days before the session; on a free day, the working day before it. */
export function sessionInfoDeadline(session: LocalDate): LocalDate {
  return previousWorkingDay(session.subtract({ days: 14 }));
}

export function sessionInfoDue(_facts: ProjectFacts, session: SessionFacts): Due | undefined {
  return session.date === undefined ? undefined : dueBy(sessionInfoDeadline(session.date));
}

/** INV-08: the registration closes three weeks before the first session at the latest, so that INF-01 can be kept. */
export function registrationCloseDeadline(firstSession: LocalDate): LocalDate {
  return firstSession.subtract({ days: 21 });
}

/** DOC-02: our measure of "efter varje träff" is ten working days. */
export function documentationDeadline(session: LocalDate): LocalDate {
  return addWorkingDays(session, 10);
}

export function documentationDue(_facts: ProjectFacts, session: SessionFacts): Due | undefined {
  return session.date === undefined ? undefined : dueBy(documentationDeadline(session.date));
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
