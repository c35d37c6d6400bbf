/** Somebody who wants one of some rooms for some half days. */
export interface RoomWish {
  readonly first: number;
  readonly last: number;
  readonly rooms: readonly number[];
}

/** A room for each wish, or null when there is no way. Those with the fewest rooms choose first. */
export function fitRooms(wishes: readonly RoomWish[]): readonly number[] | null {
  const order = wishes.map((_wish, index) => index).toSorted((one, other) => size(wishes, one) - size(wishes, other));
  const chosen: number[] = wishes.map(() => -1);
  return assign(wishes, order, chosen, 0) ? chosen : null;
}

function size(wishes: readonly RoomWish[], index: number): number {
  return wishes[index]?.rooms.length ?? 0;
}

function assign(wishes: readonly RoomWish[], order: readonly number[], chosen: number[], step: number): boolean {
  const index = order[step];
  if (index === undefined) return true;
  const wish = wishes[index];
  const tried = new Set<string>();
  for (const room of wish?.rooms ?? []) {
    const others = wishes.filter((_other, at) => chosen[at] === room);
    if (wish === undefined || others.some((other) => meets(wish, other))) continue;
    // Of rooms that nobody can tell apart any more one is enough, or ten equal rooms would be tried in every order.
    const kind = kindOf(room, wishes, order.slice(step + 1), others);
    if (tried.has(kind)) continue;
    tried.add(kind);
    chosen[index] = room;
    if (assign(wishes, order, chosen, step + 1)) return true;
    chosen[index] = -1;
  }
  return false;
}

function kindOf(
  room: number,
  wishes: readonly RoomWish[],
  later: readonly number[],
  others: readonly RoomWish[],
): string {
  const wanted = later.filter((index) => wishes[index]?.rooms.includes(room) === true);
  return `${wanted.join(' ')}|${others.map(({ first, last }) => `${first}-${last}`).join(' ')}`;
}

export function meets(one: Pick<RoomWish, 'first' | 'last'>, other: Pick<RoomWish, 'first' | 'last'>): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** A smallest set of wishes, by index, that cannot be met together: none of it can be left out. */
export function smallestMisfit(wishes: readonly RoomWish[]): readonly number[] {
  let kept = wishes.map((_wish, index) => index);
  for (const index of [...kept]) {
    const without = kept.filter((other) => other !== index);
    if (fitRooms(without.flatMap((at) => wishes[at] ?? [])) === null) kept = without;
  }
  return kept;
}
