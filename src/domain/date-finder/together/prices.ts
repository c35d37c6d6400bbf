import { cheapest } from '../chain.ts';
import type { JointProject, JointQuestion, ProjectPlan, RoomOffer } from './types.ts';

/** What each person and each room costs in each half day, beside the plan's own costs; Infinity when taken. */
export type Prices = Float64Array;

export function noPrices({ people, rooms, halves }: JointQuestion): Prices {
  return new Float64Array((people + rooms) * halves);
}

/** A project's best dates and rooms at these prices; null when it has none. `cost` is what it costs without them. */
export function bestAt(
  question: JointQuestion,
  project: JointProject,
  prices: Prices,
): { readonly plan: ProjectPlan; readonly priced: number } | null {
  const count = project.chain.days.length;
  const costs = new Float64Array(count);
  const rooms = new Int32Array(count).fill(-1);
  for (let slot = 0; slot < count; slot += 1) {
    let sum = project.chain.costs[slot] ?? Infinity;
    if (sum < Infinity) sum += peoplePrice(question, project, slot, prices);
    if (sum < Infinity && project.offers !== null) {
      const room = roomAt(question, project, slot, prices);
      sum += room.cost;
      rooms[slot] = room.room;
    }
    costs[slot] = sum;
  }
  const found = cheapest({ ...project.chain, costs });
  return found === null
    ? null
    : { plan: planOf(project, found.slots, (slot) => rooms[slot] ?? -1), priced: found.cost };
}

function peoplePrice(question: JointQuestion, { people, halves }: JointProject, slot: number, prices: Prices): number {
  const { first, last } = halves[slot] ?? { first: 0, last: -1 };
  let sum = 0;
  for (const person of people) {
    for (let half = first; half <= last; half += 1) sum += prices[person * question.halves + half] ?? 0;
  }
  return sum;
}

function roomAt(question: JointQuestion, { offers, halves }: JointProject, slot: number, prices: Prices): RoomOffer {
  const { first, last } = halves[slot] ?? { first: 0, last: -1 };
  let best = Infinity;
  let chosen = -1;
  for (const { room, cost } of offers?.[slot] ?? []) {
    // They come cheapest first, and prices only add.
    if (cost >= best) break;
    let sum = cost;
    for (let half = first; half <= last; half += 1)
      sum += prices[(question.people + room) * question.halves + half] ?? 0;
    if (sum < best) {
      best = sum;
      chosen = room;
    }
  }
  return { room: chosen, cost: best };
}

/** The slots as a plan with its real cost. */
export function planOf(
  { chain, offers }: JointProject,
  slots: readonly number[],
  roomOf: (slot: number, place: number) => number,
): ProjectPlan {
  const rooms = slots.map((slot, place) => {
    const room = roomOf(slot, place);
    return offers === null || chain.places[place] !== null || room < 0 ? null : room;
  });
  let cost = 0;
  slots.forEach((slot, place) => {
    if (chain.places[place] === null) {
      cost += chain.costs[slot] ?? 0;
      const room = rooms[place] ?? null;
      if (room !== null) cost += offers?.[slot]?.find((offer) => offer.room === room)?.cost ?? 0;
    }
    const before = slots[place - 1];
    const bothStand = chain.places[place] !== null && chain.places[place - 1] !== null;
    if (before !== undefined && !bothStand) {
      cost += chain.gap.cost[(chain.days[slot] ?? 0) - (chain.days[before] ?? 0)] ?? 0;
    }
  });
  return { slots, rooms, cost };
}

/** Every person and room that a plan uses, by place in the prices. */
export function usesOf(question: JointQuestion, project: JointProject, plan: ProjectPlan): readonly number[] {
  return plan.slots.flatMap((slot, place) => {
    if (project.chain.places[place] !== null) return [];
    const { first, last } = project.halves[slot] ?? { first: 0, last: -1 };
    const room = plan.rooms[place] ?? null;
    const used = room === null ? project.people : [...project.people, question.people + room];
    const uses: number[] = [];
    for (const one of used) for (let half = first; half <= last; half += 1) uses.push(one * question.halves + half);
    return uses;
  });
}
