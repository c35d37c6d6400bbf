import { expect, test } from 'vitest';
import { jointQuestion, type Shape } from '../../../src/commands/bench/dates/instances.ts';
import { openSolver } from '../../../src/commands/bench/dates/solver.ts';
import { planOf, usesOf } from '../../../src/domain/date-finder/together/prices.ts';
import { findTogether } from '../../../src/domain/date-finder/together/search.ts';
import type { JointPlan, JointQuestion } from '../../../src/domain/date-finder/together/types.ts';
import { dice, everyWay } from './instances.ts';

/** A few projects of whole and half days in a narrow window with too few rooms and leaders. */
function crowdedQuestion(seed: number): JointQuestion {
  const roll = dice(seed);
  const [people, rooms, days] = [1 + roll(3), 1 + roll(3), 4 + roll(3)];
  const projects = Array.from({ length: 2 + roll(2) }, () => {
    const isWhole = roll(3) === 0;
    const slots = isWhole ? days : days * 2;
    const dayOf = (slot: number): number => (isWhole ? slot : slot >> 1);
    return {
      chain: {
        days: Int32Array.from({ length: slots }, (_day, slot) => dayOf(slot)),
        costs: Float64Array.from({ length: slots }, () => (roll(7) === 0 ? Infinity : roll(6))),
        places: Array.from({ length: 1 + roll(2) }, () => null),
        gap: { least: 1, most: 3, cost: Float64Array.from([0, 2, 0, 1]) },
      },
      halves: Array.from({ length: slots }, (_half, slot) =>
        isWhole ? { first: 2 * slot, last: 2 * slot + 1 } : { first: slot, last: slot },
      ),
      offers:
        roll(6) === 0
          ? null
          : Array.from({ length: slots }, () =>
              Array.from({ length: rooms }, (_room, room) => ({ room, cost: roll(3) }))
                .filter(() => roll(5) > 0)
                .toSorted((one, other) => one.cost - other.cost),
            ),
      people: [...new Set([roll(people), roll(people)])],
    };
  });
  return { projects, people, rooms, halves: 2 * days };
}

/** The least cost of every possible way to place every project in every room. */
function leastOfAll(question: JointQuestion): number {
  let least = Infinity;
  const visit = (index: number, cost: number, taken: ReadonlySet<number>): void => {
    const project = question.projects[index];
    if (project === undefined) least = Math.min(least, cost);
    if (project === undefined || cost >= least) return;
    for (const { slots } of everyWay(project.chain)) {
      const choices = slots.map((slot) =>
        project.offers === null ? [-1] : (project.offers[slot] ?? []).map(({ room }) => room),
      );
      for (const rooms of combinations(choices)) {
        const plan = planOf(project, slots, (_slot, place) => rooms[place] ?? -1);
        const uses = usesOf(question, project, plan);
        if (uses.some((use) => taken.has(use))) continue;
        visit(index + 1, cost + plan.cost, new Set([...taken, ...uses]));
      }
    }
  };
  visit(0, 0, new Set());
  return least;
}

function combinations(choices: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return choices.reduce<readonly (readonly number[])[]>(
    (known, choice) => known.flatMap((some) => choice.map((one) => [...some, one])),
    [[]],
  );
}

/** Nothing is used twice, and the cost is what the dates and rooms cost. */
function expectSound(question: JointQuestion, { plans, cost }: JointPlan, name: string): void {
  const uses = plans.flatMap((plan, index) => {
    const project = question.projects[index];
    return project === undefined ? [] : usesOf(question, project, plan);
  });
  expect(new Set(uses).size, name).toBe(uses.length);
  expect(plans).toHaveLength(question.projects.length);
  expect(
    plans.reduce((sum, plan) => sum + plan.cost, 0),
    name,
  ).toBe(cost);
  for (const [index, plan] of plans.entries()) {
    if (question.projects[index]?.offers !== null) expect(plan.rooms, name).not.toContain(null);
  }
}

test('VEN-02: several projects together cost as little as the cheapest of every possible way, and take nothing twice', () => {
  let parted = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const question = crowdedQuestion(seed);
    const least = leastOfAll(question);
    const found = findTogether(question, { nodes: 20_000 });
    expect(found?.cost ?? Infinity, `seed ${seed}`).toBe(least);
    if (found === null) continue;
    expect(found).toMatchObject({ isProved: true, bound: found.cost });
    expectSound(question, found, `seed ${seed}`);
    if (found.nodes > 1) parted += 1;
  }
  expect(parted).toBeGreaterThan(20);
});

const shapes: readonly Shape[] = [
  { projects: 3, rooms: 3, leaders: 2, sessions: 2, halfDays: 110 },
  { projects: 4, rooms: 3, leaders: 3, sessions: 3, halfDays: 130 },
  { projects: 6, rooms: 4, leaders: 3, sessions: 2, halfDays: 110 },
];

test('a general solver finds nothing cheaper, and nothing dearer', async () => {
  const solve = await openSolver();
  for (const [index, shape] of shapes.entries()) {
    const question = jointQuestion(index + 1, shape);
    const found = findTogether(question, { nodes: 20_000 });
    expect(found?.cost ?? null, `${shape.projects} projects`).toBe(solve(question).cost);
    expect(found?.isProved).toBe(true);
  }
});

test('when the search is stopped early it says how far from the best its plan can be', () => {
  const question = jointQuestion(1, { projects: 30, rooms: 6, leaders: 8 });
  const found = findTogether(question, { nodes: 3 });
  expect(found).not.toBeNull();
  if (found === null) return;
  expectSound(question, found, 'stopped');
  expect(found.isProved).toBe(false);
  expect(found.bound).toBeLessThan(found.cost);
  expect(found.bound).toBeGreaterThan(0);
});
