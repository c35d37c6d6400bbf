import { cheapest } from '../../domain/date-finder/chain.ts';
import { mostPresent } from '../../domain/date-finder/presence.ts';
import { findTogether } from '../../domain/date-finder/together/search.ts';
import { jointQuestion, oneProject, type Shape } from './dates/instances.ts';
import { scheduleFigure } from './dates/schedules.ts';
import { openSolver, type Solver } from './dates/solver.ts';
import { median } from './median.ts';
import type { Figure, SectionReport } from './types.ts';

const people = 200;
const rooms = 15;
const seeds = [1, 2, 3, 4, 5];
const leastCostLimitMs = 1;
const mostPresentLimitMs = 20;

/** The larger a set, the longer the general solver takes: minutes for twenty projects. */
const compared: readonly { readonly shape: Shape; readonly seeds: readonly number[] }[] = [
  { shape: { projects: 5, rooms, leaders: 5 }, seeds: [1, 2] },
  { shape: { projects: 10, rooms, leaders: 8 }, seeds: [1, 2] },
  { shape: { projects: 20, rooms: 8, leaders: 12 }, seeds: [1, 2] },
];
/** Ours may take a fiftieth of the solver's time. */
const solverGoal = 0.02;

const large: Shape = { projects: 50, rooms, leaders: 30 };
const largeLimits = { nodes: 100, ms: 1000 };
const enough = { nodes: 20_000 };

const notes = [
  'Fast uppsättning, dragen ur frön: ett halvår med 224 halvdagar, fyra träffar med 3–8 veckor emellan.',
  'Ett projekt och 50 projekt: processorns tid. Mot HiGHS: båda på klockan, efter varandra.',
  'Det egna sökandet räknas från det att kalendrarna är lästa. Kostnaden är hela tal, så lika är lika.',
  'Allmän lösare: HiGHS 1.15 som WebAssembly, ett flöde per projekt och gemensamma gränser, med krav på bevisat bästa.',
  'Båda svaren jämförs: skiljer de sig i kostnad avbryts mätningen.',
];

export async function datesSection(): Promise<SectionReport> {
  const solve = await openSolver();
  return {
    name: 'dates',
    figures: [
      ...oneProjectFigures(),
      ...compared.flatMap(({ shape, seeds: own }) => own.map((seed) => comparedFigure(solve, shape, seed))),
      largeFigure(),
      await scheduleFigure(),
    ],
    notes,
  };
}

function oneProjectFigures(): readonly Figure[] {
  const instances = seeds.map((seed) => oneProject(seed, people, rooms));
  const times = (work: (one: (typeof instances)[number]) => unknown, rounds: number): number =>
    median(instances.map((one) => quickestOf(() => work(one), rounds)));
  const leastCost = times(({ chain }) => cheapest(chain), 20);
  const present = times(({ chain, presence }) => mostPresent(chain, presence), 5);
  const line = (what: string, ms: number, limit: number): Figure => ({
    what: `ett projekt, ${people} personer: ${what}`,
    figure: `${ms.toFixed(2)} ms mot ${limit} ms`,
    ratio: ms / limit,
    goal: 1,
  });
  return [
    line('färst frånvarande', leastCost, leastCostLimitMs),
    line('flest på alla fyra', present, mostPresentLimitMs),
  ];
}

/** Of several runs the quickest: the first are slow since nothing is compiled yet. */
function quickestOf(work: () => unknown, rounds: number): number {
  return Math.min(...Array.from({ length: rounds }, () => worked(work).ms));
}

/** Milliseconds that the processor worked: what else the machine has to do must not count against a limit of its own. */
function worked<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const begun = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(begun);
  return { value, ms: (user + system) / 1000 };
}

function elapsed<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const begun = performance.now();
  const value = work();
  return { value, ms: performance.now() - begun };
}

function comparedFigure(solve: Solver, shape: Shape, seed: number): Figure {
  const question = jointQuestion(seed, shape);
  const ours = elapsed(() => findTogether(question, enough));
  const theirs = elapsed(() => solve(question));
  const plan = ours.value;
  if (plan === null || !plan.isProved || plan.cost !== theirs.value.cost)
    throw new Error(`${shape.projects} projects, seed ${seed}: ${plan?.cost ?? 0} is not ${theirs.value.cost ?? 0}`);
  return {
    what: `${shape.projects} projekt (frö ${seed}): vårt genom HiGHS`,
    figure: `${ours.ms.toFixed(0)} ms mot ${theirs.ms.toFixed(0)} ms, båda ${plan.cost}`,
    ratio: ours.ms / theirs.ms,
    goal: solverGoal,
  };
}

function largeFigure(): Figure {
  const question = jointQuestion(1, large);
  const { value, ms } = worked(() => findTogether(question, largeLimits));
  if (value === null) throw new Error('no plan for fifty projects');
  const gap = ((value.cost - value.bound) / value.cost) * 100;
  return {
    what: `${large.projects} projekt: högst ${gap.toFixed(2)} % från bästa`,
    figure: `${value.cost}, minst ${value.bound}, ${ms.toFixed(0)} ms`,
    ratio: ms / largeLimits.ms,
    goal: 1,
  };
}
