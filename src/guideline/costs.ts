import type { CostFacts, CostLineFacts, ProjectFacts } from './facts.ts';
import { liveSessions } from './session-dates.ts';

/** What an agreement of the working group is needed for (CST-03). */
export function needsAgreement({ kind, budget, outcome }: Pick<CostLineFacts, 'kind' | 'budget' | 'outcome'>): boolean {
  return (kind === 'fee' || kind === 'travel') && Math.max(budget, outcome ?? 0) > 0;
}

/** How many portions a line is for: those of its session, or of all. */
export function portionsOf(facts: ProjectFacts, line: Pick<CostLineFacts, 'sessionId'>): number {
  const portions = facts.costs?.portions ?? {};
  const sessions = line.sessionId === undefined ? liveSessions(facts).map(({ id }) => id) : [line.sessionId];
  return sessions.reduce((sum, id) => sum + (portions[id] ?? 0), 0);
}

/** What a line comes to as far as anybody knows: what it has cost, else its portions at their price, else what is set aside. Öre. */
export function expectedOf(facts: ProjectFacts, line: CostLineFacts): number {
  if (line.outcome !== undefined) return line.outcome;
  return line.perPortion === undefined ? line.budget : line.perPortion * portionsOf(facts, line);
}

/** Öre. */
export interface CostSums {
  readonly budget: number;
  readonly expected: number;
}

export function costSums(facts: ProjectFacts, { lines }: Pick<CostFacts, 'lines'>): CostSums {
  return {
    budget: lines.reduce((sum, { budget }) => sum + budget, 0),
    expected: lines.reduce((sum, line) => sum + expectedOf(facts, line), 0),
  };
}

/** Fees of the register beyond what the working group has said yes to. Öre. */
export function feesUnagreed({ lines, speakerFees }: CostFacts): number {
  const agreed = lines.filter(({ kind, isAgreed }) => kind === 'fee' && isAgreed);
  return Math.max(0, speakerFees - agreed.reduce((sum, { budget }) => sum + budget, 0));
}
