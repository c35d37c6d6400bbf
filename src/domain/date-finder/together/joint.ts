import { daysBetween } from '../../local-date.ts';
import { comingOf, layOut, proposalOf, type Laid } from '../find.ts';
import type { DateProposal, DateQuestion, Hours, WeighedSlot } from '../types.ts';
import { roomCost, weigh, type FreeRoom } from '../weigh.ts';
import { findTogether } from './search.ts';
import type { JointProject, JointQuestion, RoomOffer } from './types.ts';

/** One project's question, and what its rooms and people are called alike in all of them. The windows begin on one day. */
export interface JointPart {
  readonly question: DateQuestion;
  readonly roomKey: (id: string) => string;
  /** Those who can be at one session at a time, also when their calendars cannot be seen. */
  readonly people: readonly string[];
}

/** A project's share of the answer. */
export interface PartDates {
  /** Every slot of its window that was looked at. */
  readonly slots: readonly WeighedSlot[];
  /** Null when there is no plan for all together. */
  readonly proposal: DateProposal | null;
  /** The room for each date of the proposal, by the question's own id; null without one. */
  readonly rooms: readonly (string | null)[];
}

export interface DatesTogether {
  readonly parts: readonly PartDates[];
  /** No other plan costs less. */
  readonly isProved: boolean;
}

/** Ways of parting the projects that are looked into before the best so far is taken. */
const mostNodes = 3000;

/** The best dates for several projects that take no room and no person from each other (PLN-01, VEN-02, ROL-06). */
export function findDatesTogether(parts: readonly JointPart[]): DatesTogether {
  const rooms = numbered(parts.flatMap(({ question, roomKey }) => question.rooms.map(({ id }) => roomKey(id))));
  const people = numbered(parts.flatMap((part) => part.people));
  const laid = parts.map((part) => lay(part, rooms, people));
  const found = findTogether(
    { ...sizes(parts), projects: laid.map(({ project }) => project), people: people.size, rooms: rooms.size },
    { nodes: mostNodes },
  );
  return {
    isProved: found?.isProved === true,
    parts: laid.map(({ weighed, laid: chain, part }, index): PartDates => {
      const plan = found?.plans[index];
      if (plan === undefined) return { slots: weighed.slots, proposal: null, rooms: [] };
      const facts = { ...chain, slots: weighed.slots, canCome: comingOf(weighed.free, chain.slotAt) };
      const placed = plan.rooms.filter((_room, place) => chain.chain.places[place] === null);
      return {
        slots: weighed.slots,
        proposal: proposalOf(part.question, facts, plan),
        rooms: placed.map((room) => ownRoom(part, rooms, room)),
      };
    }),
  };
}

type Numbers = ReadonlyMap<string, number>;

function numbered(keys: readonly string[]): Numbers {
  return new Map([...new Set(keys)].map((key, index) => [key, index]));
}

interface LaidPart {
  readonly part: JointPart;
  readonly weighed: { readonly slots: readonly WeighedSlot[]; readonly free: readonly Uint8Array[] };
  readonly laid: Laid;
  readonly project: JointProject;
}

function lay(part: JointPart, rooms: Numbers, people: Numbers): LaidPart {
  const { question } = part;
  const weighed = weigh(question);
  const laid = layOut(question, weighed.slots, ({ cost }) => cost.people + cost.day);
  const offers = weighed.rooms.map((one) => ({ ...one, number: rooms.get(part.roomKey(one.room.id)) ?? -1 }));
  const project: JointProject = {
    chain: laid.chain,
    halves: Array.from(laid.chain.days, (day, at) => halvesOf(day, weighed.slots[laid.slotAt[at] ?? -1]?.hours)),
    offers: question.rooms.length === 0 ? null : laid.slotAt.map((slot) => offersIn(offers, slot)),
    people: part.people.flatMap((key) => people.get(key) ?? []),
  };
  return { part, weighed, laid, project };
}

function offersIn(
  rooms: readonly (FreeRoom & { readonly number: number })[],
  slot: number | null,
): readonly RoomOffer[] {
  if (slot === null) return [];
  return rooms.flatMap(({ room, free, number }) => (free[slot] === 1 ? [{ room: number, cost: roomCost(room) }] : []));
}

/** A morning, an afternoon, or both. */
function halvesOf(day: number, hours: Hours | undefined): { readonly first: number; readonly last: number } {
  const [start, end] = [hours?.start ?? '00:00', hours?.end ?? '23:59'];
  return { first: 2 * day + (start >= '12:00' ? 1 : 0), last: 2 * day + (end <= '12:00' ? 0 : 1) };
}

function sizes(parts: readonly JointPart[]): Pick<JointQuestion, 'halves'> {
  const days = parts.map(({ question }) => daysBetween(question.from, question.until) + 1);
  return { halves: 2 * Math.max(0, ...days) };
}

function ownRoom({ question, roomKey }: JointPart, rooms: Numbers, number: number | null): string | null {
  return question.rooms.find(({ id }) => number !== null && rooms.get(roomKey(id)) === number)?.id ?? null;
}
