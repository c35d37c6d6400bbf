import { dateWarnings } from '../date-warnings.ts';
import { isAfter, startInstant, type LocalDate } from '../local-date.ts';
import { prices } from './prices.ts';
import type { DateQuestion, DateReason, FinderRoom, Hours, Span, WeighedSlot } from './types.ts';

export interface Weighed {
  readonly slots: readonly WeighedSlot[];
  /** `free[person][slot]`, in the question's order of people. */
  readonly free: readonly Uint8Array[];
  /** Those that are large enough, the one to take first, and the slots in which each is free. */
  readonly rooms: readonly FreeRoom[];
}

export interface FreeRoom {
  readonly room: FinderRoom;
  readonly free: Uint8Array;
}

interface Times {
  readonly date: LocalDate;
  readonly hours: Hours;
  readonly from: number;
  readonly until: number;
}

/** Every slot of the window with its cost in parts and its reasons. */
export function weigh(question: DateQuestion): Weighed {
  const times = timesOf(question);
  const free = question.people.map(({ busy }) => freeIn(times, busy));
  const rooms = question.rooms
    .filter(({ capacity }) => capacity === null || capacity >= question.seats)
    .toSorted(byUse);
  const freeRooms = rooms.map((room) => ({ room, free: freeIn(times, room.busy) }));
  const closed = new Set(question.closed.map(String));
  const slots = times.map(({ date, hours }, slot): WeighedSlot => {
    const day = dayOf(question, date, closed);
    const people = peopleOf(question, free, slot);
    const room = roomOf(question, freeRooms, slot);
    return {
      date,
      hours,
      isBarred: day.isBarred || people.isBarred || room.isBarred,
      cost: { day: day.cost, people: people.cost, room: room.cost },
      room: room.room,
      reasons: [...day.reasons, ...people.reasons, ...room.reasons],
    };
  });
  return { slots, free, rooms: freeRooms };
}

function timesOf({ from, until, weekdays, hours, zone }: DateQuestion): readonly Times[] {
  const times: Times[] = [];
  for (let date = from; !isAfter(date, until); date = date.add({ days: 1 })) {
    if (!weekdays.includes(date.dayOfWeek)) continue;
    for (const one of hours) times.push(timesOn(date, one, zone));
  }
  return times;
}

function timesOn(date: LocalDate, hours: Hours, zone: string): Times {
  const at = (time: string): number => startInstant(date, time, zone).epochMilliseconds;
  return { date, hours, from: at(hours.start), until: at(hours.end) };
}

/** 1 for every slot that no span touches. Slots are in order of time, so that each span is looked up and not tried on all. */
function freeIn(times: readonly Times[], busy: readonly Span[]): Uint8Array {
  const free = new Uint8Array(times.length).fill(1);
  for (const { from, until } of busy) {
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((times[middle]?.until ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    for (let slot = low; slot < times.length && (times[slot]?.from ?? Infinity) < until; slot += 1) free[slot] = 0;
  }
  return free;
}

interface Part {
  readonly isBarred: boolean;
  readonly cost: number;
  readonly reasons: readonly DateReason[];
}

function dayOf({ region }: DateQuestion, date: LocalDate, closed: ReadonlySet<string>): Part {
  const warnings = dateWarnings(date, region);
  const isClosed = closed.has(date.toString());
  return {
    isBarred: isClosed || warnings.some(({ severity }) => severity === 'red'),
    cost: warnings.reduce((sum, { severity }) => sum + (severity === 'red' ? 0 : prices.day[severity]), 0),
    reasons: [
      ...(isClosed ? [{ code: 'closed' as const }] : []),
      ...warnings.map(({ kind }) => ({ code: 'day' as const, kind })),
    ],
  };
}

function peopleOf({ people }: DateQuestion, free: readonly Uint8Array[], slot: number): Part {
  const away = people.filter((_person, index) => free[index]?.[slot] === 0);
  const must = away.filter(({ mustCome }) => mustCome).map(({ id }) => id);
  const others = away.filter(({ mustCome }) => !mustCome);
  return {
    isBarred: must.length > 0,
    cost: others.reduce((sum, { weight }) => sum + weight * prices.away, 0),
    reasons: [
      ...(must.length > 0 ? [{ code: 'mustBeAway' as const, people: must }] : []),
      ...(others.length > 0 ? [{ code: 'away' as const, people: others.map(({ id }) => id) }] : []),
      ...(away.length === 0 && people.length > 0 ? [{ code: 'everybodyFree' as const }] : []),
    ],
  };
}

/** The cheapest room first, so that the first free one is the one to take. */
function byUse(one: FinderRoom, other: FinderRoom): number {
  return roomCost(one) - roomCost(other) || (one.capacity ?? Infinity) - (other.capacity ?? Infinity);
}

export function roomCost({ isOwn, isKnown }: FinderRoom): number {
  return (isOwn ? 0 : prices.roomOfOthers) + (isKnown ? 0 : prices.roomUnknown);
}

function roomOf(
  { rooms }: DateQuestion,
  free: readonly FreeRoom[],
  slot: number,
): Part & { readonly room: string | null } {
  if (rooms.length === 0) return { isBarred: false, cost: 0, reasons: [], room: null };
  const chosen = free.find((one) => one.free[slot] === 1)?.room;
  if (chosen === undefined) return { isBarred: true, cost: 0, reasons: [{ code: 'noRoom' }], room: null };
  return {
    isBarred: false,
    cost: roomCost(chosen),
    reasons: [{ code: chosen.isKnown ? 'roomFree' : 'roomUnknown', room: chosen.id }],
    room: chosen.id,
  };
}
