import type { PersonId, SessionId } from '../../domain/ids.ts';
import { foldEmail } from '../../domain/swedish-text.ts';
import { invitedRoles } from '../planning/rules.ts';
import type { Organisation, Person, RoleHolder } from '../planning/types.ts';
import type { BestDate, DayCounts, Poll, PollAnswer, PollDay, PollResult } from './types.ts';

export interface Asked {
  readonly address: string;
  readonly name: string;
  /** Null for an organisation. */
  readonly personId: PersonId | null;
}

/** The planning group and those who lead it, and each municipality at its general address; nobody twice. */
export function whoIsAsked(
  people: readonly Person[],
  roles: readonly RoleHolder[],
  organisations: readonly Organisation[],
): readonly Asked[] {
  const planners = new Set(roles.filter(({ role }) => invitedRoles.includes(role)).map(({ personId }) => personId));
  const all = [
    ...people
      .filter(({ id }) => planners.has(id))
      .map(({ id, emailKey, displayName }) => ({ address: emailKey, name: displayName, personId: id })),
    ...organisations.flatMap(({ type, functionMailbox, name }) =>
      type === 'municipality' && functionMailbox !== null
        ? [{ address: foldEmail(functionMailbox).address, name, personId: null }]
        : [],
    ),
  ];
  return [...new Map(all.map((one) => [one.address, one])).values()];
}

/** Each day once, in order. */
export function inOrder(days: readonly PollDay[]): readonly PollDay[] {
  return [...new Map(days.map((day) => [day.date, day])).values()].toSorted((one, other) =>
    one.date.localeCompare(other.date),
  );
}

const answers: readonly PollAnswer[] = ['yes', 'ifNeeded', 'no'];

/** Who has said what to each day. */
export function resultOf({ days, closesOn, voters }: Poll, today: string): PollResult {
  const answered = voters.filter((voter) => voter.answers !== null);
  return {
    days,
    closesOn,
    asked: voters.length,
    answered: answered.length,
    isOpen: today <= closesOn,
    silent: voters.filter((voter) => voter.answers === null).map(({ name }) => name),
    results: days.map((day) => {
      const said = (answer: PollAnswer): readonly string[] =>
        answered.filter((voter) => voter.answers?.[day.date] === answer).map(({ name }) => name);
      const [yes = [], ifNeeded = [], no = []] = answers.map(said);
      return { ...day, names: { yes, ifNeeded, no } };
    }),
  };
}

/** The same in numbers, as a card in a shared chat shows it. */
export function countsOf({ days, voters }: Pick<Poll, 'days' | 'voters'>): readonly DayCounts[] {
  return days.map((day) => {
    const count = (answer: PollAnswer): number => voters.filter((voter) => voter.answers?.[day.date] === answer).length;
    return { ...day, counts: { yes: count('yes'), ifNeeded: count('ifNeeded'), no: count('no') } };
  });
}

/** Best first: most who can come, then most who do so gladly, then the earliest. */
export function bestFirst(days: readonly DayCounts[]): readonly DayCounts[] {
  const able = ({ counts }: DayCounts): number => counts.yes + counts.ifNeeded;
  return days.toSorted(
    (one, other) =>
      able(other) - able(one) ||
      other.counts.yes - one.counts.yes ||
      one.counts.no - other.counts.no ||
      one.date.localeCompare(other.date),
  );
}

/** The best days in order of date, one for each of these sessions; nothing when too few days suit anybody. */
export function bestDates(days: readonly DayCounts[], sessions: readonly SessionId[]): readonly BestDate[] {
  const chosen = bestFirst(days)
    .filter(({ counts }) => counts.yes + counts.ifNeeded > 0)
    .slice(0, sessions.length)
    .toSorted((one, other) => one.date.localeCompare(other.date));
  if (chosen.length < sessions.length) return [];
  return sessions.flatMap((sessionId, index) => {
    const day = chosen[index];
    return day === undefined ? [] : [{ sessionId, date: day.date, startTime: day.startTime, endTime: day.endTime }];
  });
}

/** Every day's answer, or nothing when one is missing. */
export function completeAnswers(
  days: readonly PollDay[],
  said: Readonly<Record<string, PollAnswer>>,
): Readonly<Record<string, PollAnswer>> | undefined {
  const entries = days.flatMap(({ date }) => {
    const answer = said[date];
    return answer === undefined ? [] : [[date, answer] as const];
  });
  return entries.length < days.length ? undefined : Object.fromEntries(entries);
}
