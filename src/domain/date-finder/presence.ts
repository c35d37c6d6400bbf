import { cheapestApart, dayBits, startBits } from './apart.ts';
import { cheapest, costAt, costsToGo, standing, type Chain, type Placed } from './chain.ts';

/** Who can come in which slot, a bit per person. */
export interface Presence {
  readonly words: number;
  /** `words` 32-bit words per slot. */
  readonly there: Uint32Array;
  /** What each bit of a word is worth, by word. */
  readonly worth: Float64Array;
}

/**
 * Weights are whole numbers, and somebody who weighs 5 has a bit worth 4 and a bit worth 1. `canCome[person][slot]` is 1 when
 * the person is free then.
 */
export function presenceOf(weights: readonly number[], canCome: readonly Uint8Array[], slots: number): Presence {
  const bits: { person: number; word: number; bit: number }[] = [];
  const worth: number[] = [];
  const heaviest = Math.max(0, ...weights);
  for (let value = 1; value <= heaviest; value *= 2) {
    const people = weights.flatMap((weight, person) => ((weight & value) === 0 ? [] : [person]));
    people.forEach((person, index) => {
      if (index % 32 === 0) worth.push(value);
      bits.push({ person, word: worth.length - 1, bit: 1 << (index % 32) });
    });
  }
  const words = worth.length;
  const there = new Uint32Array(slots * words);
  for (const { person, word, bit } of bits) {
    const free = canCome[person];
    for (let slot = 0; slot < slots; slot += 1) {
      if (free?.[slot] === 1) there[slot * words + word] = (there[slot * words + word] ?? 0) | bit;
    }
  }
  return { words, there, worth: Float64Array.from(worth) };
}

export interface PlacedTogether extends Placed {
  /** Weight of those who can come to every session. */
  readonly present: number;
}

/** Dates with the greatest weight of people who can come to all of them, of those the cheapest. Exact. */
export function mostPresent(chain: Chain, presence: Presence, earlier: readonly Placed[] = []): PlacedTogether | null {
  return new PresenceSearch(chain, presence, earlier).run();
}

/**
 * Branch and bound over the sessions in order. With every session that is placed, the list of slots shrinks to those where
 * enough of the people who can come so far can come too; a branch is left when no chain through the list can be better than
 * what is found, in people or else in cost. It is a class since the search fills the same few arrays ten thousand times.
 */
class PresenceSearch {
  readonly #chain: Chain;
  readonly #presence: Presence;
  readonly #bits: Int32Array;
  readonly #start: number;
  readonly #taken: Uint8Array;
  readonly #toGo: Float64Array;
  /** Per session: the people who can come so far, the slots left, who of them can come there, and the best that follows. */
  readonly #together: Uint32Array;
  readonly #list: Int32Array;
  readonly #length: Int32Array;
  readonly #weight: Float64Array;
  readonly #reach: Float64Array;
  readonly #path: Int32Array;
  #found: PlacedTogether | null = null;

  constructor(chain: Chain, presence: Presence, earlier: readonly Placed[]) {
    const rows = chain.places.length;
    const count = chain.days.length;
    this.#chain = chain;
    this.#presence = presence;
    this.#bits = dayBits(chain, earlier);
    this.#start = startBits(chain, earlier);
    this.#taken = standing(chain);
    this.#toGo = costsToGo(chain).cost;
    this.#together = new Uint32Array(rows * presence.words);
    this.#list = new Int32Array(rows * count);
    this.#length = new Int32Array(rows);
    this.#weight = new Float64Array(rows * count);
    this.#reach = new Float64Array(rows * rows * count);
    this.#path = new Int32Array(rows);
    this.#begin(earlier.length === 0 ? cheapest(chain) : cheapestApart(chain, earlier));
  }

  run(): PlacedTogether | null {
    const firsts = this.#chain.days.reduce<number[]>((slots, _day, slot) => {
      if ((this.#toGo[slot] ?? Infinity) < Infinity) slots.push(slot);
      return slots;
    }, []);
    const heads = firsts.map((slot) => ({ slot, present: this.#meet(0, slot) }));
    // Where most can come first, so that a good plan to beat is soon found.
    heads.sort((one, other) => other.present - one.present);
    for (const { slot } of heads) this.#enter(0, slot, 0, this.#start);
    return this.#found;
  }

  /** The cheapest dates are a good plan to beat. */
  #begin(plan: Placed | null): void {
    if (plan === null) return;
    const present = plan.slots.reduce((_sum, slot, place) => this.#meet(place, slot), 0);
    this.#found = { ...plan, present };
  }

  #enter(place: number, slot: number, costBefore: number, stateBefore: number): void {
    const { days, places } = this.#chain;
    const bit = places[place] === null ? (this.#bits[slot] ?? 0) : 0;
    if ((stateBefore & bit) !== 0) return;
    const present = this.#meet(place, slot);
    if (!this.#canImprove(present, costBefore + (this.#toGo[place * days.length + slot] ?? Infinity))) return;
    this.#path[place] = slot;
    const cost = costBefore + costAt(this.#chain, this.#taken, place, slot);
    if (place === places.length - 1) this.#found = { slots: [...this.#path], cost, present };
    else this.#branch(place, slot, cost, stateBefore | bit);
  }

  #branch(place: number, slot: number, cost: number, state: number): void {
    const { days, gap } = this.#chain;
    const count = days.length;
    this.#shorten(place, slot);
    this.#lookAhead(place);
    const row = place * count;
    const reach = this.#reachRow(place, place + 1);
    const children: number[] = [];
    for (let index = 0; index < (this.#length[place] ?? 0); index += 1) {
      if (this.#mayFollow(place, slot, this.#list[row + index] ?? 0)) children.push(index);
    }
    children.sort((one, other) => (this.#reach[reach + other] ?? 0) - (this.#reach[reach + one] ?? 0));
    for (const index of children) {
      const other = this.#list[row + index] ?? 0;
      const sum = cost + (this.#standsBetween(place) ? 0 : (gap.cost[(days[other] ?? 0) - (days[slot] ?? 0)] ?? 0));
      const least = sum + (this.#toGo[(place + 1) * count + other] ?? Infinity);
      if (!this.#canImprove(this.#reach[reach + index] ?? 0, least)) continue;
      this.#enter(place + 1, other, sum, state);
    }
  }

  /** The later slots where at least as many can come as in the best plan so far. */
  #shorten(place: number, slot: number): void {
    const count = this.#chain.days.length;
    const row = place * count;
    const before = row - count;
    const candidates = place === 0 ? count : (this.#length[place - 1] ?? 0);
    const enough = this.#found?.present ?? 0;
    const { days } = this.#chain;
    const earliest = this.#standsBetween(place) ? 0 : (days[slot] ?? 0) + this.#chain.gap.least;
    const latest = (days[slot] ?? 0) + this.#farthest(place);
    let length = 0;
    for (let index = 0; index < candidates; index += 1) {
      const other = place === 0 ? index : (this.#list[before + index] ?? 0);
      const day = days[other] ?? 0;
      if (other <= slot || day < earliest) continue;
      if (day > latest) break;
      const present = this.#weightWith(place, other);
      if (present < enough) continue;
      this.#list[row + length] = other;
      this.#weight[row + length] = present;
      length += 1;
    }
    this.#length[place] = length;
  }

  /** For each session that follows and each slot of the list: the most who can come along a chain from there. */
  #lookAhead(place: number): void {
    const { days, places } = this.#chain;
    const count = days.length;
    const row = place * count;
    const length = this.#length[place] ?? 0;
    for (let later = places.length - 1; later > place; later -= 1) {
      const reach = this.#reachRow(place, later);
      const following = this.#reachRow(place, later + 1);
      for (let index = length - 1; index >= 0; index -= 1) {
        const slot = this.#list[row + index] ?? 0;
        const own = (this.#toGo[later * count + slot] ?? Infinity) < Infinity ? (this.#weight[row + index] ?? 0) : -1;
        let best = later === places.length - 1 ? own : -1;
        for (let other = index + 1; other < length && best < own; other += 1) {
          if (!this.#mayFollow(later, slot, this.#list[row + other] ?? 0)) continue;
          best = Math.max(best, Math.min(own, this.#reach[following + other] ?? -1));
        }
        this.#reach[reach + index] = best;
      }
    }
  }

  /** How many days after a session the last one can be. */
  #farthest(place: number): number {
    const { places, gap } = this.#chain;
    let days = 0;
    for (let at = place; at < places.length - 1; at += 1) days += this.#standsBetween(at) ? Infinity : gap.most;
    return days;
  }

  #reachRow(place: number, later: number): number {
    const { days, places } = this.#chain;
    return (place * places.length + later) * days.length;
  }

  #standsBetween(place: number): boolean {
    const { places } = this.#chain;
    return places[place] !== null && places[place + 1] !== null;
  }

  #mayFollow(place: number, slot: number, other: number): boolean {
    const { days, gap } = this.#chain;
    if (this.#standsBetween(place)) return this.#chain.places[place + 1] === other;
    const apart = (days[other] ?? 0) - (days[slot] ?? 0);
    return apart >= gap.least && apart <= gap.most;
  }

  #canImprove(present: number, cost: number): boolean {
    if (present < 0 || cost === Infinity) return false;
    const found = this.#found;
    return found === null || present > found.present || (present === found.present && cost < found.cost);
  }

  /** Those of the earlier sessions who can come to this one too; answers their weight. */
  #meet(place: number, slot: number): number {
    const { words, there } = this.#presence;
    const row = place * words;
    for (let word = 0; word < words; word += 1) {
      const here = there[slot * words + word] ?? 0;
      this.#together[row + word] = place === 0 ? here : (this.#together[row - words + word] ?? 0) & here;
    }
    return this.#weightWith(place, slot);
  }

  /** The weight of those who can come so far and in one slot more. */
  #weightWith(place: number, slot: number): number {
    const { words, there, worth } = this.#presence;
    const together = this.#together;
    const row = place * words;
    const own = slot * words;
    let sum = 0;
    for (let word = 0; word < words; word += 1)
      sum += bitCount((together[row + word] ?? 0) & (there[own + word] ?? 0)) * (worth[word] ?? 0);
    return sum;
  }
}

/** How many bits of a 32-bit word are set. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
