import type { Chain, Placed } from '../../../src/domain/date-finder/chain.ts';
import { presenceOf, type Presence } from '../../../src/domain/date-finder/presence.ts';

/** The same numbers in every run: a linear congruence (Numerical Recipes). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface Instance {
  readonly chain: Chain;
  readonly presence: Presence;
  readonly weights: readonly number[];
  readonly canCome: readonly Uint8Array[];
}

/** A small project of random days, costs, gaps and people; every third has a session that stands already. */
export function instance(seed: number): Instance {
  const roll = dice(seed);
  const slots = 6 + roll(8);
  const days: number[] = [];
  for (let slot = 0, day = 0; slot < slots; slot += 1) {
    day += slot > 0 && roll(3) === 0 ? 0 : 1 + roll(4);
    days.push(day);
  }
  const sessions = 1 + roll(4);
  const least = 1 + roll(3);
  const most = least + 2 + roll(15);
  const ideal = least + roll(most - least);
  const places = Array.from({ length: sessions }, (): number | null => null);
  if (seed % 3 === 0 && sessions > 1) places[roll(sessions)] = roll(slots);
  const weights = Array.from({ length: 1 + roll(40) }, () => 1 + roll(4));
  const canCome = weights.map(() => Uint8Array.from({ length: slots }, () => (roll(4) > 0 ? 1 : 0)));
  return {
    chain: {
      days: Int32Array.from(days),
      costs: Float64Array.from({ length: slots }, () => (roll(6) === 0 ? Infinity : roll(12))),
      places,
      gap: { least, most, cost: Float64Array.from({ length: most + 1 }, (_cost, apart) => Math.abs(apart - ideal)) },
    },
    presence: presenceOf(weights, canCome, slots),
    weights,
    canCome,
  };
}

/** Every way to place the sessions, with nothing clever about it. */
export function everyWay({ days, costs, places, gap }: Chain): readonly Placed[] {
  const ways: Placed[] = [];
  const visit = (slots: readonly number[], cost: number): void => {
    const place = slots.length;
    if (place === places.length) {
      ways.push({ slots, cost });
      return;
    }
    for (let slot = 0; slot < days.length; slot += 1) {
      const fixed = places[place] ?? null;
      if (fixed === null ? places.includes(slot) : fixed !== slot) continue;
      let sum = cost + (fixed === null ? (costs[slot] ?? Infinity) : 0);
      const before = slots.at(-1);
      if (before !== undefined && !(fixed !== null && places[place - 1] !== null)) {
        const apart = (days[slot] ?? 0) - (days[before] ?? 0);
        if (apart < gap.least || apart > gap.most) continue;
        sum += gap.cost[apart] ?? Infinity;
      }
      if (sum < Infinity) visit([...slots, slot], sum);
    }
  };
  visit([], 0);
  return ways;
}

/** Weight of those who can come to all the sessions of a plan. */
export function presentAt({ weights, canCome }: Instance, { slots }: Placed): number {
  return weights.reduce((sum, weight, person) => {
    const all = slots.every((slot) => canCome[person]?.[slot] === 1);
    return all ? sum + weight : sum;
  }, 0);
}

/** The two have at most so many days in common, sessions that stood already apart. */
export function differ({ days, places }: Chain, one: Placed, other: Placed): boolean {
  const own = (plan: Placed): number[] =>
    plan.slots.filter((_s, place) => places[place] === null).map((s) => days[s] ?? 0);
  const common = own(one).filter((day) => own(other).includes(day)).length;
  const toPlace = places.filter((place) => place === null).length;
  return common <= (toPlace > 1 ? 1 : 0);
}
