import { Temporal } from 'temporal-polyfill';
import type { SessionDay } from '../../domain/session-day.ts';
import { addWorkingDays, isWorkingDay } from '../../domain/swedish-calendar.ts';
import {
  daysBetween,
  localDate,
  localDateOf,
  startInstant,
  type LocalDate,
  type LocalTime,
} from '../../domain/local-date.ts';
import { compareSwedish } from '../../domain/swedish-text.ts';
import type { Answers, EvaluationState, EvaluationView, Question, QuestionResult } from './types.ts';

/** The results grow by this many answers at a time, and fewer are never broken down. */
export const step = 5;
const openDays = 7;
const remindAfterDays = 2;
const minutesBeforeEnd = 15;

export interface SessionTimes {
  /** Local day, or null while none is set. */
  readonly date: string | null;
  readonly end: LocalTime | null;
  /** Which day of a session of several days (RG-07): the session is evaluated on its last. */
  readonly day: SessionDay | null;
  readonly agenda: readonly { readonly start: LocalTime; readonly type: string }[];
}

export interface EvaluationTimes {
  readonly opensAt: Temporal.Instant;
  readonly remindsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
}

/**
 * EVA-01: opens when the agenda's evaluation item starts, else a quarter of an hour before the end; reminds once two
 * days later, on a working day; closes after seven. The clock on the wall decides, so summer time shifts nothing.
 */
export function evaluationTimes(session: SessionTimes, zone: string): EvaluationTimes | undefined {
  if (session.date === null) return undefined;
  const opensAt = opening(session, session.date, zone);
  if (opensAt === undefined) return undefined;
  const wall = opensAt.toZonedDateTimeISO(zone);
  const reminder = wall.add({ days: remindAfterDays });
  const day = reminder.toPlainDate();
  const workingDay = isWorkingDay(day) ? day : addWorkingDays(day, 1);
  return {
    opensAt,
    remindsAt: reminder.add(day.until(workingDay)).toInstant(),
    closesAt: wall.add({ days: openDays }).toInstant(),
  };
}

function opening(session: SessionTimes, date: string, zone: string): Temporal.Instant | undefined {
  if (isEarlierDay(session.day)) return undefined;
  const item = session.agenda.find(({ type }) => type === 'evaluation');
  if (item !== undefined) return startInstant(localDate(date), item.start, zone);
  if (session.end === null) return undefined;
  return startInstant(localDate(date), session.end, zone).subtract({ minutes: minutesBeforeEnd });
}

/** RG-07: a session of several days is evaluated on its last. */
export function isEarlierDay(day: SessionDay | null): boolean {
  return day !== null && day.number < day.of;
}

export interface StoredEvaluation {
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

/** `confirmed` is a standing confirmation that nobody has stopped. */
export function stateOf(facts: {
  readonly times: EvaluationTimes | undefined;
  readonly evaluation: StoredEvaluation | undefined;
  readonly confirmed: boolean;
}): EvaluationState {
  if (facts.evaluation?.closedAt) return 'closed';
  if (facts.evaluation?.openedAt) return 'open';
  if (facts.times === undefined) return 'undated';
  return facts.confirmed ? 'confirmed' : 'unconfirmed';
}

/** How many waiting answers may be moved to the results now: whole steps while it is open, the rest when it has closed. */
export function movable(waiting: number, closed: boolean): number {
  return closed ? waiting : Math.floor(waiting / step) * step;
}

/** How many answers the results may count. Fewer than five are never shown: four people know each other's words. */
export function shownAnswers(stored: number, closed: boolean): number {
  const shown = closed ? stored : Math.floor(stored / step) * step;
  return shown < step ? 0 : shown;
}

/** Counts per choice, and texts sorted question by question, so that two texts of one person do not stand together. */
export function tally(questions: readonly Question[], answers: readonly Answers[]): readonly QuestionResult[] {
  return questions.map((question) => {
    const given = answers.flatMap((answer) => answer[question.id] ?? []);
    return {
      id: question.id,
      number: question.number,
      kind: question.kind,
      words: question.words,
      counts:
        question.kind === 'text'
          ? []
          : question.choices.map((choice) => ({
              ...choice,
              count: given.filter((value) => value === choice.value).length,
            })),
      texts: question.kind === 'text' ? given.toSorted(compareSwedish) : [],
    };
  });
}

export interface Seat {
  readonly personId: string;
  readonly attended: boolean | null;
  readonly substitute: { readonly id: string } | null;
}

/** Somebody sat in the seat, as far as we know: its own person was not marked absent, or a substitute came. */
export function isTaken(seat: Seat): boolean {
  return seat.substitute !== null || seat.attended !== false;
}

/** The day in the project's zone: all that is kept of when an answer came. */
export function storedDay(now: Temporal.Instant, zone: string): string {
  return localDateOf(now, zone).toString();
}

interface Evaluated {
  readonly id: string;
  readonly date: string | null;
  readonly cancelled: boolean;
}

/** The session nearest to today, before or after, whose evaluation can still open; of two as near the one that has been. */
export function nearestToOpen<Session extends Evaluated>(
  sessions: readonly Session[],
  views: readonly Pick<EvaluationView, 'sessionId' | 'state' | 'closesAt'>[],
  { today, now }: { readonly today: LocalDate; readonly now: Temporal.Instant },
): Session | undefined {
  const canOpen = views.filter(
    ({ state, closesAt }) =>
      (state === 'unconfirmed' || state === 'confirmed') &&
      (closesAt === null || Temporal.Instant.compare(Temporal.Instant.from(closesAt), now) >= 0),
  );
  const ids = new Set(canOpen.map(({ sessionId }) => sessionId));
  const dated = sessions.flatMap((session) =>
    session.date === null || session.cancelled || !ids.has(session.id)
      ? []
      : [{ session, date: session.date, away: Math.abs(daysBetween(today, localDate(session.date))) }],
  );
  return dated.toSorted((one, other) => one.away - other.away || (one.date < other.date ? -1 : 1))[0]?.session;
}
