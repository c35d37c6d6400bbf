import { cheapest, type Chain } from '../chain.ts';
import { better, bounded } from './bound.ts';
import { clashIn, type Clash } from './clash.ts';
import { Heap } from './heap.ts';
import { costOfAll, oneByOne } from './one-by-one.ts';
import { planOf } from './prices.ts';
import type { Ban, Choice, JointPlan, JointProject, JointQuestion, ProjectPlan } from './types.ts';

interface Node {
  readonly choices: readonly Choice[];
  readonly bans: readonly (readonly Ban[])[];
  readonly cost: number;
  readonly number: number;
}

/** Among dates of equal cost those are taken that others have not: a part of the cost's last unit, so that no order changes. */
const UNIT = 4096;

/** After so many nodes it pays to work out a better bound and better plans before going on. */
const PATIENCE = 60;
const ROUNDS = 60;

/**
 * Dates for several projects that share rooms and people, at the least cost of all together. Conflict-based search: each
 * project first gets its own best dates; where two of them clash, either the one or the other has to give way, and both
 * are followed, cheapest first. The first plan without a clash is the best. Null when no plan was found.
 */
export function findTogether(question: JointQuestion, limits: { readonly nodes: number }): JointPlan | null {
  const order = question.projects.map((_project, index) => index);
  let best = oneByOne(question, order);
  let bound = 0;
  let nodes = 0;
  const open = new Heap<Node>(
    (one, other) => one.cost < other.cost || (one.cost === other.cost && one.number > other.number),
  );
  const root = rootOf(question);
  if (root === null) return null;
  open.push(root);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    bound = Math.max(bound, node.cost);
    if (best !== null && bound >= costOfAll(best)) break;
    if (nodes === PATIENCE) {
      const known = bounded(question, best, ROUNDS);
      best = better(best, known.best);
      bound = Math.max(bound, known.bound);
      if (best !== null && bound >= costOfAll(best)) break;
    }
    nodes += 1;
    const clash = clashIn(question, node.choices);
    if (clash.kind === 'none') {
      best = better(best, withRooms(question, node, clash.rooms));
      continue;
    }
    if (nodes >= limits.nodes) return answer(best, bound, nodes);
    for (const child of childrenOf(question, node, clash, nodes)) {
      if (best === null || child.cost < costOfAll(best)) open.push(child);
    }
  }
  // Nothing cheaper is left to look into.
  return best === null ? null : answer(best, costOfAll(best), nodes);
}

function answer(best: readonly ProjectPlan[] | null, bound: number, nodes: number): JointPlan | null {
  if (best === null) return null;
  const cost = costOfAll(best);
  return { plans: best, cost, bound: Math.min(bound, cost), isProved: bound >= cost, nodes };
}

function rootOf({ projects }: JointQuestion): Node | null {
  const choices: Choice[] = [];
  for (const project of projects) {
    const choice = chosen(project, [], crowd(choices, projects, project));
    if (choice === null) return null;
    choices.push(choice);
  }
  return { choices, bans: projects.map(() => []), cost: sumOf(choices), number: 0 };
}

function sumOf(choices: readonly Choice[]): number {
  return choices.reduce((sum, { cost }) => sum + cost, 0);
}

/** One child per project in the clash: that project gives way. */
function childrenOf(question: JointQuestion, node: Node, clash: Clash, number: number): readonly Node[] {
  return clash.parties.flatMap(({ project: index, ban }) => {
    const project = question.projects[index];
    if (project === undefined) return [];
    const own = [...(node.bans[index] ?? []), ban];
    const others = node.choices.filter((_choice, at) => at !== index);
    const choice = chosen(
      project,
      own,
      crowd(
        others,
        question.projects.filter((_project, at) => at !== index),
        project,
      ),
    );
    if (choice === null) return [];
    const choices = node.choices.with(index, choice);
    return [{ choices, bans: node.bans.with(index, own), cost: sumOf(choices), number }];
  });
}

/** For each slot how many others of the same people have a session then, or of anybody. */
function crowd(
  choices: readonly Choice[],
  projects: readonly JointProject[],
  { people, halves }: JointProject,
): Uint16Array {
  const marks = new Uint16Array(halves.length);
  const byHalf = new Map<number, number>();
  choices.forEach(({ slots }, index) => {
    const other = projects[index];
    const weight = other?.people.some((person) => people.includes(person)) === true ? 8 : 1;
    for (const slot of slots) {
      const at = other?.halves[slot];
      if (at === undefined) continue;
      for (let half = at.first; half <= at.last; half += 1) byHalf.set(half, (byHalf.get(half) ?? 0) + weight);
    }
  });
  halves.forEach(({ first, last }, slot) => {
    let sum = 0;
    for (let half = first; half <= last; half += 1) sum += byHalf.get(half) ?? 0;
    marks[slot] = Math.min(sum, UNIT / 16);
  });
  return marks;
}

/** A project's best dates with its bans. */
function chosen(project: JointProject, bans: readonly Ban[], crowded: Uint16Array): Choice | null {
  const { chain, offers } = project;
  const costs = Float64Array.from(chain.costs, (cost, slot) => {
    const room = offers === null ? 0 : (offers[slot]?.[0]?.cost ?? Infinity);
    return (cost + room) * UNIT + (crowded[slot] ?? 0);
  });
  for (const slot of new Set(bans.map((ban) => ban.slot))) {
    const left = roomsLeft(project, slot, bans);
    const cost = (chain.costs[slot] ?? Infinity) + (left.cost ?? Infinity);
    costs[slot] = cost * UNIT + (crowded[slot] ?? 0);
  }
  const found = cheapest({ ...chain, costs, gap: scaled(chain) });
  if (found === null) return null;
  const rooms = found.slots.map((slot, place) =>
    chain.places[place] === null ? roomsLeft(project, slot, bans).rooms : [],
  );
  return { slots: found.slots, rooms, cost: Math.floor(found.cost / UNIT) };
}

const scaledGaps = new WeakMap<Chain['gap'], Chain['gap']>();

function scaled({ gap }: Chain): Chain['gap'] {
  const known = scaledGaps.get(gap) ?? { ...gap, cost: gap.cost.map((cost) => cost * UNIT) };
  scaledGaps.set(gap, known);
  return known;
}

/** The cheapest rooms that a project may still have in a slot; a cost of null when it may not be there. */
function roomsLeft(
  { offers }: JointProject,
  slot: number,
  bans: readonly Ban[],
): { readonly rooms: readonly number[]; readonly cost: number | null } {
  const here = bans.filter((ban) => ban.slot === slot);
  if (here.some(({ rooms }) => rooms === 'all')) return { rooms: [], cost: null };
  if (offers === null) return { rooms: [], cost: 0 };
  const left = (offers[slot] ?? []).filter(({ room }) => !here.some(({ rooms }) => rooms !== 'all' && rooms.has(room)));
  const cost = left[0]?.cost ?? null;
  return { rooms: left.filter((offer) => offer.cost === cost).map(({ room }) => room), cost };
}

function withRooms(
  { projects }: JointQuestion,
  { choices }: Node,
  rooms: ReadonlyMap<string, number>,
): readonly ProjectPlan[] {
  return choices.flatMap((choice, index) => {
    const project = projects[index];
    return project === undefined
      ? []
      : [
          planOf(
            project,
            choice.slots,
            (_slot, place) => rooms.get(`${index} ${place}`) ?? choice.rooms[place]?.[0] ?? -1,
          ),
        ];
  });
}
