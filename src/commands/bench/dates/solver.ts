import highs from 'highs';
import type { JointProject, JointQuestion } from '../../../domain/date-finder/together/types.ts';

/** A general solver's answer: the least cost, or null when there is no plan. */
export interface SolverAnswer {
  readonly cost: number | null;
  readonly variables: number;
}

export type Solver = (question: JointQuestion) => SolverAnswer;

/** HiGHS, compiled to WebAssembly, on the same question written as a flow per project with common limits. */
export async function openSolver(): Promise<Solver> {
  // Its types tell of the CommonJS build; Node loads the other, whose default is the function itself.
  const load = highs as unknown as typeof highs.default;
  const solver = await load();
  return (question) => {
    const { text, variables } = modelOf(question);
    const solved = solver.solve(text, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    if (solved.Status === 'Infeasible') return { cost: null, variables };
    if (solved.Status !== 'Optimal') throw new Error(`HiGHS ended with ${solved.Status}`);
    return { cost: Math.round(solved.ObjectiveValue), variables };
  };
}

interface Model {
  readonly costs: string[];
  readonly limits: string[];
  readonly names: string[];
}

/** In CPLEX's LP format. Costs of slots lie on the first arcs, rooms on variables of their own. */
function modelOf(question: JointQuestion): { text: string; variables: number } {
  const model: Model = { costs: [], limits: [], names: [] };
  const roomUses = new Map<string, string[]>();
  const peopleUses = new Map<string, string[]>();
  question.projects.forEach((project, index) => {
    const held = flow(model, project, index);
    for (const [slot, arcs] of held) {
      const { first, last } = project.halves[slot] ?? { first: 0, last: -1 };
      const rooms = (project.offers?.[slot] ?? []).map(({ room, cost }) => {
        const name = variable(model, `z${index}_${slot}_${room}`, cost);
        for (let half = first; half <= last; half += 1) add(roomUses, `${room} ${half}`, [name]);
        return name;
      });
      if (project.offers !== null) model.limits.push(`${rooms.join(' + ')} - ${arcs.join(' - ')} = 0`);
      for (const person of project.people)
        for (let half = first; half <= last; half += 1) add(peopleUses, `${person} ${half}`, arcs);
    }
  });
  for (const uses of [...roomUses.values(), ...peopleUses.values()])
    if (uses.length > 1) model.limits.push(`${uses.join(' + ')} <= 1`);
  const rows = model.limits.map((limit, index) => ` c${index}: ${limit}`);
  const text = ['Minimize', ` cost: ${model.costs.join('\n  + ')}`, 'Subject To', ...rows, 'Binary']
    .concat(model.names.map((name) => ` ${name}`))
    .concat('End')
    .join('\n');
  return { text, variables: model.names.length };
}

/** Answers, for each slot that can be used, the arcs that lead into it. */
function flow(model: Model, { chain, offers }: JointProject, project: number): ReadonlyMap<number, readonly string[]> {
  const { days, costs, places, gap } = chain;
  const usable = Array.from(days, (_day, slot) => slot).filter(
    (slot) => (costs[slot] ?? Infinity) < Infinity && (offers === null || (offers[slot] ?? []).length > 0),
  );
  const held = new Map<number, string[]>();
  const into = new Map<string, string[]>();
  const out = new Map<string, string[]>();
  for (const slot of usable) {
    const first = variable(model, `s${project}_${slot}`, costs[slot] ?? 0);
    add(into, `0 ${slot}`, [first]);
    add(held, slot, [first]);
  }
  model.limits.push(`${[...into.values()].flat().join(' + ')} = 1`);
  for (let place = 1; place < places.length; place += 1) {
    for (const slot of usable) {
      if (!into.has(`${place - 1} ${slot}`)) continue;
      for (const other of usable) {
        const apart = (days[other] ?? 0) - (days[slot] ?? 0);
        if (apart < gap.least || apart > gap.most) continue;
        const arc = variable(
          model,
          `x${project}_${place}_${slot}_${other}`,
          (costs[other] ?? 0) + (gap.cost[apart] ?? 0),
        );
        add(into, `${place} ${other}`, [arc]);
        add(out, `${place - 1} ${slot}`, [arc]);
        add(held, other, [arc]);
      }
    }
  }
  // What comes to a session must go on to the next.
  for (const [at, arcs] of into) {
    if (Number(at.split(' ')[0]) === places.length - 1) continue;
    const onward = out.get(at) ?? [];
    const leaving = onward.length === 0 ? '' : ` - ${onward.join(' - ')}`;
    model.limits.push(`${arcs.join(' + ')}${leaving} = 0`);
  }
  return held;
}

function variable(model: Model, name: string, cost: number): string {
  model.names.push(name);
  model.costs.push(`${cost} ${name}`);
  return name;
}

function add<Key>(map: Map<Key, string[]>, key: Key, names: readonly string[]): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [...names]);
  else known.push(...names);
}
