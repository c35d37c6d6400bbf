import { bestAt, noPrices, usesOf, type Prices } from './prices.ts';
import type { JointQuestion, ProjectPlan } from './types.ts';

/**
 * A plan in which nothing is taken twice, made by letting the projects choose in an order, and then each choose again with
 * the others standing, as long as that helps. Not always the best, but something to beat. The prices say what is scarce.
 */
export function oneByOne(
  question: JointQuestion,
  order: readonly number[],
  prices: Prices = noPrices(question),
): readonly ProjectPlan[] | null {
  const { projects } = question;
  const taken = new Uint8Array(prices.length);
  const plans: (ProjectPlan | undefined)[] = projects.map(() => undefined);
  const mark = (index: number, value: 0 | 1): void => {
    const [project, plan] = [projects[index], plans[index]];
    if (project !== undefined && plan !== undefined)
      for (const use of usesOf(question, project, plan)) taken[use] = value;
  };
  const choose = (index: number, at: Prices): ProjectPlan | null => {
    const project = projects[index];
    if (project === undefined) return null;
    const withTaken = at.slice();
    taken.forEach((isTaken, use) => {
      if (isTaken === 1) withTaken[use] = Infinity;
    });
    return bestAt(question, project, withTaken)?.plan ?? null;
  };
  for (const index of order) {
    const plan = choose(index, prices);
    if (plan === null) return null;
    plans[index] = plan;
    mark(index, 1);
  }
  const free = noPrices(question);
  for (let hasHelped = true; hasHelped;) {
    hasHelped = false;
    for (const index of order) {
      const before = plans[index];
      mark(index, 0);
      const plan = choose(index, free);
      if (plan !== null && before !== undefined && plan.cost < before.cost) {
        plans[index] = plan;
        hasHelped = true;
      }
      mark(index, 1);
    }
  }
  return plans.flatMap((plan) => plan ?? []);
}

/** Sum of what the projects cost. */
export function costOfAll(plans: readonly ProjectPlan[]): number {
  return plans.reduce((sum, { cost }) => sum + cost, 0);
}
