import { daysBetween } from '../local-date.ts';
import { cheapestApart } from './apart.ts';
import { cheapest, type Chain, type Gap, type Placed } from './chain.ts';
import { mostPresent, presenceOf, type Presence } from './presence.ts';
import { prices } from './prices.ts';
import type { DateProposal, DateQuestion, FoundDates, ProposedDate, WeighedSlot } from './types.ts';
import { weigh } from './weigh.ts';

/** The best dates for a project's sessions, each proposal the best of those that differ from all before it (PLN-01, VEN-02). */
export function findDates(question: DateQuestion): FoundDates {
  const { slots, free } = weigh(question);
  const { chain, slotAt } = layOut(question, slots, costOf);
  const canCome = comingOf(free, slotAt);
  const presence = presenceOf(
    question.people.map(({ weight }) => weight),
    canCome,
    slotAt.length,
  );
  const placed: Placed[] = [];
  while (placed.length < question.proposals) {
    const next = nextPlan(question, chain, presence, placed);
    if (next === null) break;
    placed.push(next);
  }
  return { slots, proposals: placed.map((plan) => proposalOf(question, { chain, slots, slotAt, canCome }, plan)) };
}

function nextPlan(
  { objective }: DateQuestion,
  chain: Chain,
  presence: Presence,
  earlier: readonly Placed[],
): Placed | null {
  if (objective === 'mostPresent') return mostPresent(chain, presence, earlier);
  return earlier.length === 0 ? cheapest(chain) : cheapestApart(chain, earlier);
}

export interface Laid {
  readonly chain: Chain;
  /** Which slot of the window; null where a session stands already. */
  readonly slotAt: readonly (number | null)[];
}

/** The window's slots and the sessions that stand, in one order of time. Day numbers count from the first of them. */
export function layOut(
  { from, sessions, gap }: DateQuestion,
  slots: readonly WeighedSlot[],
  costOfSlot: (slot: WeighedSlot) => number,
): Laid {
  const entries = [
    ...slots.map(({ date }, slot) => ({ day: daysBetween(from, date), slot, session: -1 })),
    ...sessions.flatMap((date, session) =>
      date === null ? [] : [{ day: daysBetween(from, date), slot: null, session }],
    ),
  ].toSorted((one, other) => one.day - other.day || (one.slot ?? -1) - (other.slot ?? -1));
  return {
    chain: {
      days: Int32Array.from(entries, ({ day }) => day),
      costs: Float64Array.from(entries, ({ slot }) => {
        const weighed = slot === null ? undefined : slots[slot];
        return weighed === undefined || weighed.isBarred ? Infinity : costOfSlot(weighed);
      }),
      places: sessions.map((date, session) =>
        date === null ? null : entries.findIndex((entry) => entry.session === session),
      ),
      gap: gapOf(gap),
    },
    slotAt: entries.map(({ slot }) => slot),
  };
}

function costOf({ cost }: WeighedSlot): number {
  return cost.people + cost.day + cost.room;
}

/** For each person the slots of the chain in which they can come; to what stands already everybody can. */
export function comingOf(free: readonly Uint8Array[], slotAt: Laid['slotAt']): readonly Uint8Array[] {
  return free.map((row) => Uint8Array.from(slotAt, (slot) => (slot === null ? 1 : (row[slot] ?? 0))));
}

/** Whole weeks off the distance that was asked for cost; a few days off do not. */
export function gapOf({ leastDays, idealDays, mostDays }: DateQuestion['gap']): Gap {
  const cost = Float64Array.from(
    { length: mostDays + 1 },
    (_cost, apart) => prices.weekOff * Math.round(Math.abs(apart - idealDays) / 7),
  );
  // Two sessions on one day are no two sessions.
  return { least: Math.max(1, leastDays), most: mostDays, cost };
}

export function proposalOf(
  question: DateQuestion,
  laid: Laid & { readonly slots: readonly WeighedSlot[]; readonly canCome: readonly Uint8Array[] },
  plan: Placed,
): DateProposal {
  const { chain, slots, slotAt, canCome } = laid;
  const dates = plan.slots.flatMap((at, session): ProposedDate[] => {
    const slot = slots[slotAt[at] ?? -1];
    if (slot === undefined) return [];
    const before = plan.slots[session - 1];
    const gapDays = before === undefined ? null : (chain.days[at] ?? 0) - (chain.days[before] ?? 0);
    return [{ session, slot, gapDays, spacingCost: gapDays === null ? 0 : (chain.gap.cost[gapDays] ?? 0) }];
  });
  const sum = (part: (one: ProposedDate) => number): number => dates.reduce((all, one) => all + part(one), 0);
  const cost = {
    people: sum(({ slot }) => slot.cost.people),
    day: sum(({ slot }) => slot.cost.day),
    room: sum(({ slot }) => slot.cost.room),
    spacing: plan.cost - sum(({ slot }) => slot.cost.people + slot.cost.day + slot.cost.room),
    total: plan.cost,
  };
  const present = question.people.filter((_person, index) => plan.slots.every((slot) => canCome[index]?.[slot] === 1));
  return { dates, cost, presentAtAll: present.map(({ id }) => id) };
}
