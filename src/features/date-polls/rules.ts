import { foldEmail } from '../../domain/swedish-text.ts';
import { invitedRoles } from '../planning/rules.ts';
import type { Organisation, Person, RoleHolder } from '../planning/types.ts';
import type { Poll, PollAnswer, PollDay, PollResult } from './types.ts';

export interface Asked {
  readonly address: string;
  readonly name: string;
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
      .map(({ emailKey, displayName }) => ({ address: emailKey, name: displayName })),
    ...organisations.flatMap(({ type, functionMailbox, name }) =>
      type === 'municipality' && functionMailbox !== null
        ? [{ address: foldEmail(functionMailbox).address, name }]
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
