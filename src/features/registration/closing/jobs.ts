import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../tools.ts';
import { activeProjects } from '../../planning/queries.ts';
import type { ProjectHead } from '../../planning/types.ts';
import { isReached } from '../rules.ts';
import { announceStanding, executeStanding, tellLeads } from './actions.ts';
import { closingFactsOf, closingTimesOf } from './queries.ts';
import { closingStep, nextMoment } from './rules.ts';

/** Announces and carries out closings whose time has come, in every awake project. Running it twice does nothing more. */
export async function runDue(tools: Tools): Promise<void> {
  for (const project of await activeProjects(tools)) {
    // Two steps may be due at once, when nothing ran for three days: the announcement still comes first.
    while (await takeStep(tools, project));
  }
}

/** True when there may be another step. */
async function takeStep(tools: Tools, project: ProjectHead): Promise<boolean> {
  const facts = await closingFactsOf(tools, project);
  const step = closingStep(facts, tools.clock.now());
  const { standing } = facts;
  if (step === 'announce' && standing !== undefined) {
    await announceStanding(tools, project, standing);
    return true;
  }
  if (step === 'execute' && standing !== undefined) await executeStanding(tools, project, standing);
  // The version keeps each of these to once: per closing minute, per stopped yes, per change.
  if (step === 'tellUnconfirmed') await tellLeads(tools, project, step, stageOf(project, tools.clock.now()));
  if (step === 'tellStopped') await tellLeads(tools, project, step, standing?.id ?? '');
  if (step === 'tellChanged')
    await tellLeads(tools, project, step, `${project.registrationCloses} ${facts.textVersion}`);
  return false;
}

/** Said once beforehand and once when the minute has come. */
function stageOf({ registrationCloses }: ProjectHead, now: Temporal.Instant): string {
  const isDue = registrationCloses !== null && isReached(Temporal.Instant.from(registrationCloses), now);
  return `${registrationCloses} ${isDue ? 'due' : 'soon'}`;
}

/** The next announcement or closing of any project. */
export async function nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined> {
  const now = tools.clock.now();
  const projects = await activeProjects(tools);
  const moments = await Promise.all(
    projects.map(async (project) => nextMoment(await closingTimesOf(tools, project), now)),
  );
  return moments
    .filter((moment) => moment !== undefined)
    .toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
}
