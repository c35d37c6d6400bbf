import { costOfAll, oneByOne } from './one-by-one.ts';
import { bestAt, noPrices, usesOf } from './prices.ts';
import type { JointQuestion, ProjectPlan } from './types.ts';

export interface Bounded {
  /** No plan can cost less. */
  readonly bound: number;
  readonly best: readonly ProjectPlan[] | null;
}

/** So many plans in a row that raised the bound by nothing halve the step. */
const PATIENCE = 4;
/** Guards the rounding up against sums of fractions. */
const DUST = 1e-6;

/**
 * Lagrangian relaxation: what two projects want gets a price, each project chooses freely at the prices, and the sum less
 * the prices is a bound. Prices rise where too many chose and fall where nobody did. They also tell a planner, who lets the
 * projects choose one by one, what to spare. Costs are whole, so that the bound can be rounded up.
 */
export function bounded(question: JointQuestion, start: readonly ProjectPlan[] | null, rounds: number): Bounded {
  const prices = noPrices(question);
  let best = start;
  let bound = -Infinity;
  let step = 1;
  let vain = 0;
  for (let round = 0; round < rounds; round += 1) {
    const chosen = question.projects.map((project) => bestAt(question, project, prices));
    const uses = new Int32Array(prices.length);
    let sum = 0;
    for (const [index, one] of chosen.entries()) {
      const project = question.projects[index];
      if (one === null || project === undefined) return { bound: Infinity, best: null };
      sum += one.priced;
      for (const use of usesOf(question, project, one.plan)) uses[use] = (uses[use] ?? 0) + 1;
    }
    const value = sum - prices.reduce((all, price) => all + price, 0);
    if (value > bound + DUST) {
      bound = value;
      vain = 0;
    } else {
      vain += 1;
      if (vain % PATIENCE === 0) step /= 2;
    }
    best = better(best, oneByOneEvery(question, { round, prices, chosen }));
    const target = best === null ? value * 1.05 + 1 : costOfAll(best);
    if (whole(bound) >= target) break;
    if (!raise(prices, uses, step * Math.max(1, target - value))) break;
  }
  return { bound: Math.max(0, whole(bound)), best };
}

/** Every so often, since it costs as much as many rounds: those who lose most by the prices choose first. */
function oneByOneEvery(
  question: JointQuestion,
  now: {
    readonly round: number;
    readonly prices: Float64Array;
    readonly chosen: readonly ({ readonly plan: ProjectPlan; readonly priced: number } | null)[];
  },
): readonly ProjectPlan[] | null {
  if (now.round % 8 !== 7) return null;
  const paid = now.chosen.map((one) => (one === null ? 0 : one.priced - one.plan.cost));
  const order = paid.map((_paid, index) => index).toSorted((one, other) => (paid[other] ?? 0) - (paid[one] ?? 0));
  return oneByOne(question, order, now.prices);
}

export function better(
  one: readonly ProjectPlan[] | null,
  other: readonly ProjectPlan[] | null,
): readonly ProjectPlan[] | null {
  if (one === null || other === null) return one ?? other;
  return costOfAll(other) < costOfAll(one) ? other : one;
}

/** Moves the prices towards what is used too much; false when nothing is, and nothing has a price in vain. */
function raise(prices: Float64Array, uses: Int32Array, length: number): boolean {
  let norm = 0;
  uses.forEach((count, use) => {
    if (count > 1 || (prices[use] ?? 0) > 0) norm += (count - 1) ** 2;
  });
  if (norm === 0) return false;
  uses.forEach((count, use) => {
    const price = prices[use] ?? 0;
    if (count > 1 || price > 0) prices[use] = Math.max(0, price + (length / norm) * (count - 1));
  });
  return true;
}

function whole(bound: number): number {
  return Math.ceil(bound - DUST);
}
