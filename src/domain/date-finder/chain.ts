/** How far apart two sessions that follow each other may be, in days, and what each distance costs. */
export interface Gap {
  readonly least: number;
  readonly most: number;
  /** By days apart, from 0 to `most`; whole numbers. */
  readonly cost: Float64Array;
}

/**
 * Where a project's sessions can be put: slots in order of time, each with what a session there costs. All costs are whole
 * numbers, so that sums are exact and equal plans are told to be equal; a slot that cannot be used costs Infinity.
 */
export interface Chain {
  /** Day number of each slot, rising; the two halves of a day have the same. */
  readonly days: Int32Array;
  readonly costs: Float64Array;
  /** For each session in order: the slot where it stands already, or null when it is to be placed. */
  readonly places: readonly (number | null)[];
  readonly gap: Gap;
}

export interface Placed {
  /** One slot per session. */
  readonly slots: readonly number[];
  readonly cost: number;
}

/** For each session and slot: the least cost of this session there and of all that follow, and the slot of the next one. */
export interface CostsToGo {
  readonly cost: Float64Array;
  readonly next: Int32Array;
}

const NOWHERE = -1;

/** Slots that hold a session which stands already, so that no other is put there. */
export function standing({ days, places }: Chain): Uint8Array {
  const marks = new Uint8Array(days.length);
  for (const slot of places) if (slot !== null) marks[slot] = 1;
  return marks;
}

/** What a session costs in a slot, Infinity when it may not be there. */
export function costAt({ costs, places }: Chain, taken: Uint8Array, place: number, slot: number): number {
  const fixed = places[place] ?? null;
  if (fixed !== null) return fixed === slot ? 0 : Infinity;
  return taken[slot] === 1 ? Infinity : (costs[slot] ?? Infinity);
}

/**
 * Dynamic programming from the last session to the first: sessions × slots × slots within the gap. Exact, since what
 * follows a session depends on nothing but its day.
 */
export function costsToGo(chain: Chain): CostsToGo {
  const { days, places, gap } = chain;
  const count = days.length;
  const cost = new Float64Array(places.length * count).fill(Infinity);
  const next = new Int32Array(places.length * count).fill(NOWHERE);
  const taken = standing(chain);
  for (let place = places.length - 1; place >= 0; place -= 1) {
    const isLast = place === places.length - 1;
    const bothStand = !isLast && places[place] !== null && places[place + 1] !== null;
    const row = place * count;
    const following = row + count;
    let from = 0;
    let until = 0;
    for (let slot = 0; slot < count; slot += 1) {
      const own = costAt(chain, taken, place, slot);
      if (own === Infinity) continue;
      if (isLast) {
        cost[row + slot] = own;
        continue;
      }
      const day = days[slot] ?? 0;
      if (bothStand) {
        // What has been decided is not judged by its distance.
        const other = places[place + 1] ?? NOWHERE;
        cost[row + slot] = own + (cost[following + other] ?? Infinity);
        next[row + slot] = other;
        continue;
      }
      while (from < count && (days[from] ?? 0) - day < gap.least) from += 1;
      while (until < count && (days[until] ?? 0) - day <= gap.most) until += 1;
      let best = Infinity;
      let chosen = NOWHERE;
      for (let other = from; other < until; other += 1) {
        const sum = (cost[following + other] ?? Infinity) + (gap.cost[(days[other] ?? 0) - day] ?? Infinity);
        if (sum < best) {
          best = sum;
          chosen = other;
        }
      }
      cost[row + slot] = own + best;
      next[row + slot] = chosen;
    }
  }
  return { cost, next };
}

/** The dates that cost least together; null when the sessions cannot be placed at all. */
export function cheapest(chain: Chain): Placed | null {
  const { cost, next } = costsToGo(chain);
  const count = chain.days.length;
  let slot = NOWHERE;
  let least = Infinity;
  for (let first = 0; first < count; first += 1) {
    const sum = cost[first] ?? Infinity;
    if (sum < least) {
      least = sum;
      slot = first;
    }
  }
  if (slot === NOWHERE) return null;
  const slots: number[] = [];
  for (let place = 0; place < chain.places.length; place += 1) {
    slots.push(slot);
    slot = next[place * count + slot] ?? NOWHERE;
  }
  return { slots, cost: least };
}
