import { fitRooms, meets, smallestMisfit, type RoomWish } from './rooms-fit.ts';
import type { Ban, Choice, JointQuestion } from './types.ts';

/** Projects of which at least one has to give way, each with what it would give up. */
export type Clash =
  | { readonly kind: 'none'; readonly parties: readonly []; readonly rooms: ReadonlyMap<string, number> }
  | { readonly kind: 'people' | 'rooms'; readonly parties: readonly Party[] };

export interface Party {
  readonly project: number;
  readonly ban: Ban;
}

interface Use extends RoomWish {
  readonly project: number;
  readonly place: number;
  readonly slot: number;
  readonly people: readonly number[];
}

/** The first clash by day; without one, a room for every session, by "project place". */
export function clashIn(question: JointQuestion, choices: readonly Choice[]): Clash {
  const days = byDay(question, choices);
  for (const uses of days) {
    const clash = sharedPerson(uses);
    if (clash !== null) return clash;
  }
  const rooms = new Map<string, number>();
  for (const uses of days) {
    const wishes = uses.filter((use) => use.rooms.length > 0);
    const fit = fitRooms(wishes);
    if (fit === null) return misfit(wishes);
    wishes.forEach(({ project, place }, index) => rooms.set(`${project} ${place}`, fit[index] ?? -1));
  }
  return { kind: 'none', parties: [], rooms };
}

/** Two half days are a day; only what is on the same day can meet. */
function byDay({ projects }: JointQuestion, choices: readonly Choice[]): readonly (readonly Use[])[] {
  const days = new Map<number, Use[]>();
  choices.forEach(({ slots, rooms }, index) => {
    const project = projects[index];
    slots.forEach((slot, place) => {
      const at = project?.halves[slot];
      if (project === undefined || at === undefined || project.chain.places[place] !== null) return;
      const use = { project: index, place, slot, people: project.people, rooms: rooms[place] ?? [], ...at };
      const day = at.first >> 1;
      const known = days.get(day);
      if (known === undefined) days.set(day, [use]);
      else known.push(use);
    });
  });
  return [...days.values()].filter((uses) => uses.length > 0);
}

function sharedPerson(uses: readonly Use[]): Clash | null {
  for (const [index, one] of uses.entries()) {
    const other = uses
      .slice(index + 1)
      .find((candidate) => meets(one, candidate) && candidate.people.some((person) => one.people.includes(person)));
    if (other === undefined) continue;
    return {
      kind: 'people',
      parties: [one, other].map(({ project, slot }) => ({ project, ban: { slot, rooms: 'all' } })),
    };
  }
  return null;
}

/** In every plan at least one of a smallest misfit has another day, or a room that is none of its cheapest. */
function misfit(wishes: readonly Use[]): Clash {
  const parties = smallestMisfit(wishes).flatMap((index) => {
    const use = wishes[index];
    return use === undefined ? [] : [{ project: use.project, ban: { slot: use.slot, rooms: new Set(use.rooms) } }];
  });
  return { kind: 'rooms', parties };
}
