import { daysBetween, localDate, type LocalDate } from '../../../../domain/local-date.ts';
import type { Words } from '../../../../domain/words.ts';
import { evaluate, type Evaluation } from '../../../../guideline/evaluate.ts';
import type { ProjectFacts } from '../../../../guideline/facts.ts';
import type { RuleSet } from '../../../../guideline/rule.ts';
import type { MovedDeadline } from '../types.ts';
import type { DateAdvice, NewTime, Session } from '../../types.ts';

/** The open rules whose wise last day moves with the session, the nearest new day first. */
export function movedDeadlines(
  facts: ProjectFacts,
  ruleSet: RuleSet,
  { sessionId, date }: { readonly sessionId: string; readonly date: LocalDate },
): readonly MovedDeadline[] {
  const sessions = facts.sessions.map((one) => (one.id === sessionId ? { ...one, date } : one));
  const before = new Map(evaluate(facts, ruleSet).map((one) => [keyOf(one), one]));
  return evaluate({ ...facts, sessions }, ruleSet)
    .flatMap((after): readonly MovedDeadline[] => {
      const old = before.get(keyOf(after));
      const to = after.wiseDue;
      const isOpen = after.state !== 'met' && after.state !== 'overridden' && !after.pastMending;
      if (!isOpen || to === undefined || old?.wiseDue?.equals(to) === true) return [];
      return [
        {
          ruleId: after.ruleId,
          title: after.title,
          sessionNumber: after.scope.kind === 'session' ? after.scope.number : null,
          from: old?.wiseDue?.toString() ?? null,
          to: to.toString(),
          isPast: daysBetween(facts.today, to) < 0,
        },
      ];
    })
    .toSorted((one, other) => (one.to < other.to ? -1 : one.to > other.to ? 1 : 0));
}

/** Rules about the plan as a whole, such as the end before Dalating, that are met today and would not be with the new day. */
export function brokenByMove(
  facts: ProjectFacts,
  ruleSet: RuleSet,
  { sessionId, date }: { readonly sessionId: string; readonly date: LocalDate },
): readonly DateAdvice[] {
  const sessions = facts.sessions.map((one) => (one.id === sessionId ? { ...one, date } : one));
  const isKept = ({ state }: Evaluation): boolean => state === 'met' || state === 'overridden';
  const kept = new Set(evaluate(facts, ruleSet).filter(isKept).map(keyOf));
  return evaluate({ ...facts, sessions }, ruleSet)
    .filter((after) => after.ruleId.startsWith('PLN-') && !isKept(after) && kept.has(keyOf(after)))
    .map(({ ruleId, words }) => ({
      severity: 'warning',
      words,
      source: { sv: `Regel ${ruleId}`, en: `Rule ${ruleId}` },
    }));
}

function keyOf({ ruleId, scope }: Evaluation): string {
  return `${ruleId} ${scope.kind === 'session' ? scope.sessionId : ''}`;
}

/** A session of this or another project of the same organisation, on some day. */
export interface OtherSession {
  readonly number: number;
  readonly date: string;
  /** Null for the project's own. */
  readonly project: string | null;
}

const own: Words = { sv: 'Planen', en: 'The plan' };

/** Two sessions on one day, less than a week apart, or out of order. */
export function collisions(
  session: Pick<Session, 'number'>,
  date: string,
  others: readonly OtherSession[],
): readonly DateAdvice[] {
  return others.flatMap((other): readonly DateAdvice[] => {
    const { number } = other;
    const days = daysBetween(localDate(other.date), localDate(date));
    if (other.project !== null) {
      if (days !== 0) return [];
      const name = other.project;
      return [
        advice('warning', {
          sv: `”${name}” har träff ${number} samma dag.`,
          en: `“${name}” has session ${number} that day.`,
        }),
      ];
    }
    if (days === 0)
      return [advice('red', { sv: `Träff ${number} hålls samma dag.`, en: `Session ${number} is held the same day.` })];
    const isOutOfOrder = number < session.number ? days < 0 : days > 0;
    if (isOutOfOrder)
      return [
        advice('warning', {
          sv: `Träff ${session.number} hamnar ${number < session.number ? 'före' : 'efter'} träff ${number}.`,
          en: `Session ${session.number} comes ${number < session.number ? 'before' : 'after'} session ${number}.`,
        }),
      ];
    if (Math.abs(days) >= 7) return [];
    return [
      advice('tip', {
        sv: `Det är mindre än en vecka till träff ${number}.`,
        en: `Session ${number} is less than a week away.`,
      }),
    ];
  });
}

function advice(severity: DateAdvice['severity'], words: Words): DateAdvice {
  return { severity, words, source: own };
}

/** A room that is ours for a part of the new time goes along with the move, for it would say no to a booking beside its own. */
export function overlaps({ date, startTime, endTime }: Session, time: NewTime): boolean {
  if (date !== time.date || startTime === null || endTime === null) return false;
  return startTime < time.endTime && time.startTime < endTime;
}
