import { gapOf } from '../../../domain/date-finder/find.ts';
import type { Chain } from '../../../domain/date-finder/chain.ts';
import { presenceOf, type Presence } from '../../../domain/date-finder/presence.ts';
import { prices } from '../../../domain/date-finder/prices.ts';
import type { JointProject, JointQuestion } from '../../../domain/date-finder/together/types.ts';

/** The same numbers in every run and everywhere: a linear congruence (Numerical Recipes). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const weeks = 26;
const breakWeeks: readonly number[] = [7, 8, 17];
const halfDays = 224;
const gap = gapOf({ leastDays: 21, idealDays: 35, mostDays: 56 });

/** Half a year of half days, three weeks of holidays and the last days taken away. */
function calendar(): readonly number[] {
  const days: number[] = [];
  for (let week = 0; week < weeks; week += 1) {
    if (breakWeeks.includes(week)) continue;
    for (let day = 0; day < 5; day += 1) days.push(week * 7 + day, week * 7 + day);
  }
  return days.slice(0, halfDays);
}

export interface OneProject {
  readonly chain: Chain;
  readonly presence: Presence;
}

/** One project of so many people, each away some of the half days, and rooms of which each day a part is taken. */
export function oneProject(seed: number, people: number, rooms: number): OneProject {
  const roll = dice(seed);
  const days = calendar();
  const canCome = Array.from({ length: people }, () => {
    const away = 5 + roll(35);
    return Uint8Array.from(days, () => (roll(100) < away ? 0 : 1));
  });
  const roomCosts = days.map(() => {
    const free = Array.from({ length: rooms }, () => roll(100) < 60).indexOf(true);
    return free === -1 ? Infinity : free < rooms / 2 ? 0 : prices.roomOfOthers;
  });
  const costs = Float64Array.from(days, (_day, slot) => {
    const away = canCome.filter((free) => free[slot] === 0).length;
    return away * prices.away + (roll(8) === 0 ? prices.day.tip : 0) + (roomCosts[slot] ?? 0);
  });
  return {
    chain: { days: Int32Array.from(days), costs, places: [null, null, null, null], gap },
    presence: presenceOf(
      canCome.map(() => 1),
      canCome,
      days.length,
    ),
  };
}

export interface Shape {
  readonly projects: number;
  readonly rooms: number;
  readonly leaders: number;
  readonly sessions?: number;
  /** How many half days of the half year; all when left out. */
  readonly halfDays?: number;
}

/** Projects of four sessions that share rooms of different sizes and leaders, two each. */
export function jointQuestion(seed: number, shape: Shape): JointQuestion {
  const roll = dice(seed);
  const days = calendar().slice(0, shape.halfDays ?? halfDays);
  const capacities = Array.from({ length: shape.rooms }, () => 20 + 10 * roll(8)).toSorted((one, other) => one - other);
  const isRoomFree = capacities.map(() => days.map(() => roll(100) < 70));
  const isLeaderFree = Array.from({ length: shape.leaders }, () => days.map(() => roll(100) < 80));
  const projects = Array.from({ length: shape.projects }, (): JointProject => {
    const leaders = [...new Set([roll(shape.leaders), roll(shape.leaders)])];
    const seats = Math.min(15 + roll(50), capacities.at(-1) ?? 0);
    const group = 20 + roll(40);
    const costs = days.map((_day, slot) =>
      leaders.every((leader) => isLeaderFree[leader]?.[slot] === true)
        ? Array.from({ length: group }, () => Number(roll(100) < 15)).reduce((sum, away) => sum + away * prices.away, 0)
        : Infinity,
    );
    const offers = days.map((_day, slot) =>
      capacities
        .flatMap((capacity, room) =>
          capacity >= seats && isRoomFree[room]?.[slot] === true
            ? [{ room, cost: room % 2 === 0 ? 0 : prices.roomOfOthers }]
            : [],
        )
        .toSorted((one, other) => one.cost - other.cost),
    );
    return {
      chain: {
        days: Int32Array.from(days),
        costs: Float64Array.from(costs),
        places: Array.from({ length: shape.sessions ?? 4 }, () => null),
        gap,
      },
      halves: days.map((day, slot) => ({ first: 2 * day + (slot % 2), last: 2 * day + (slot % 2) })),
      offers,
      people: leaders,
    };
  });
  return { projects, people: shape.leaders, rooms: shape.rooms, halves: 2 * 7 * weeks };
}
