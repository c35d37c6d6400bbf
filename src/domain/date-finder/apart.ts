import { costAt, standing, type Chain, type Placed } from './chain.ts';

/**
 * Proposals differ when they have at most one day in common, sessions that stood already apart. A project with a single
 * session to place has no day in common between its proposals.
 */
export function daysInCommonAllowed(toPlace: number): 0 | 1 {
  return toPlace > 1 ? 1 : 0;
}

/** For each slot a bit per earlier proposal that has a session on that day. */
export function dayBits(chain: Chain, earlier: readonly Placed[]): Int32Array {
  const bits = new Int32Array(chain.days.length);
  earlier.forEach(({ slots }, index) => {
    const days = new Set(slots.filter((_slot, place) => chain.places[place] === null).map((slot) => chain.days[slot]));
    chain.days.forEach((day, slot) => {
      if (days.has(day)) bits[slot] = (bits[slot] ?? 0) | (1 << index);
    });
  });
  return bits;
}

/** The bits that are used up before the first session is placed. */
export function startBits(chain: Chain, earlier: readonly Placed[]): number {
  const toPlace = chain.places.filter((place) => place === null).length;
  return daysInCommonAllowed(toPlace) === 0 ? (1 << earlier.length) - 1 : 0;
}

/**
 * The cheapest dates that differ from every earlier proposal; null when there are none. The same dynamic programming over
 * one state more: with which proposals the day in common is used up. Exact for as many proposals as there are bits.
 */
export function cheapestApart(chain: Chain, earlier: readonly Placed[]): Placed | null {
  const states = 1 << earlier.length;
  const bits = dayBits(chain, earlier);
  const taken = standing(chain);
  const { days, places } = chain;
  const count = days.length;
  const size = count * states;
  const cost = new Float64Array(places.length * size).fill(Infinity);
  const next = new Int32Array(places.length * size).fill(-1);
  for (let place = places.length - 1; place >= 0; place -= 1) {
    for (let slot = 0; slot < count; slot += 1) {
      const own = costAt(chain, taken, place, slot);
      if (own === Infinity) continue;
      const bit = places[place] === null ? (bits[slot] ?? 0) : 0;
      for (let state = 0; state < states; state += 1) {
        if ((state & bit) !== 0) continue;
        const found = following(chain, { cost, states }, { place, slot, state: state | bit });
        const at = place * size + slot * states + state;
        cost[at] = own + found.cost;
        next[at] = found.slot;
      }
    }
  }
  return followed(chain, { cost, next, states, bits, state: startBits(chain, earlier) });
}

interface Step {
  readonly place: number;
  readonly slot: number;
  readonly state: number;
}

function following(
  { days, places, gap }: Chain,
  { cost, states }: { readonly cost: Float64Array; readonly states: number },
  { place, slot, state }: Step,
): { cost: number; slot: number } {
  if (place === places.length - 1) return { cost: 0, slot: -1 };
  const row = (place + 1) * days.length * states;
  const fixed = places[place + 1] ?? null;
  if (places[place] !== null && fixed !== null) {
    return { cost: cost[row + fixed * states + state] ?? Infinity, slot: fixed };
  }
  let best = Infinity;
  let chosen = -1;
  const day = days[slot] ?? 0;
  for (let other = slot + 1; other < days.length; other += 1) {
    const apart = (days[other] ?? 0) - day;
    if (apart > gap.most) break;
    if (apart < gap.least) continue;
    const sum = (cost[row + other * states + state] ?? Infinity) + (gap.cost[apart] ?? Infinity);
    if (sum < best) {
      best = sum;
      chosen = other;
    }
  }
  return { cost: best, slot: chosen };
}

function followed(
  { days, places }: Chain,
  table: {
    readonly cost: Float64Array;
    readonly next: Int32Array;
    readonly states: number;
    readonly bits: Int32Array;
    readonly state: number;
  },
): Placed | null {
  const { cost, next, states, bits } = table;
  let state = table.state;
  let slot = -1;
  let least = Infinity;
  for (let first = 0; first < days.length; first += 1) {
    const sum = cost[first * states + state] ?? Infinity;
    if (sum < least) {
      least = sum;
      slot = first;
    }
  }
  if (slot === -1) return null;
  const slots: number[] = [];
  for (let place = 0; place < places.length; place += 1) {
    slots.push(slot);
    const at = (place * days.length + slot) * states + state;
    if (places[place] === null) state |= bits[slot] ?? 0;
    slot = next[at] ?? -1;
  }
  return { slots, cost: least };
}
