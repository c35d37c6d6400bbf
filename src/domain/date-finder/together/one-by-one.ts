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
  const plans: (ProjectPlan | undefined)[] = projects.map(() => undefined);
  const scarce = new Market(question, prices);
  for (const index of order) {
    const plan = scarce.choose(index);
    if (plan === null) return null;
    plans[index] = plan;
    scarce.take(index, plan);
  }
  const free = new Market(question, noPrices(question));
  plans.forEach((plan, index) => free.take(index, plan));
  for (let hasHelped = true; hasHelped;) {
    hasHelped = false;
    for (const index of order) {
      const before = plans[index];
      free.release(index, before);
      const plan = free.choose(index);
      if (plan !== null && before !== undefined && plan.cost < before.cost) {
        plans[index] = plan;
        hasHelped = true;
      }
      free.take(index, plans[index]);
    }
  }
  return plans.flatMap((plan) => plan ?? []);
}

/** What is left for others: the prices, and Infinity where somebody has taken. */
class Market {
  readonly #question: JointQuestion;
  readonly #prices: Prices;
  readonly #left: Prices;

  constructor(question: JointQuestion, prices: Prices) {
    this.#question = question;
    this.#prices = prices;
    this.#left = prices.slice();
  }

  choose(index: number): ProjectPlan | null {
    const project = this.#question.projects[index];
    return project === undefined ? null : (bestAt(this.#question, project, this.#left)?.plan ?? null);
  }

  take(index: number, plan: ProjectPlan | undefined): void {
    for (const use of this.#uses(index, plan)) this.#left[use] = Infinity;
  }

  release(index: number, plan: ProjectPlan | undefined): void {
    for (const use of this.#uses(index, plan)) this.#left[use] = this.#prices[use] ?? 0;
  }

  #uses(index: number, plan: ProjectPlan | undefined): readonly number[] {
    const project = this.#question.projects[index];
    return project === undefined || plan === undefined ? [] : usesOf(this.#question, project, plan);
  }
}

/** Sum of what the projects cost. */
export function costOfAll(plans: readonly ProjectPlan[]): number {
  return plans.reduce((sum, { cost }) => sum + cost, 0);
}
