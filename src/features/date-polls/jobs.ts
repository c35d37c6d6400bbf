import { Temporal } from 'temporal-polyfill';
import type { JobPayloads, JobResult } from '../../ports/jobs.ts';
import type { Tools } from '../../tools.ts';
import { activeProjects } from '../planning/queries.ts';
import type { ProjectHead } from '../planning/types.ts';
import { showPoll } from './chat/actions.ts';
import { untoldPolls, type TimedPoll } from './store.ts';
import { passOver, remindOfPoll, tellResult } from './telling/actions.ts';
import { nextStepAt, stepOf, type Timed } from './telling/rules.ts';
import type { PollCards } from './types.ts';

/** The reminder and the result of each question about dates, and its cards. Their builders come from outside. */
export function pollJobs(cards: PollCards): {
  readonly 'datePolls.show': (tools: Tools, payload: JobPayloads['datePolls.show']) => Promise<JobResult>;
  runDue(tools: Tools): Promise<void>;
  nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined>;
} {
  return {
    'datePolls.show': (tools, payload) => showPoll(tools, payload, cards),
    async runDue(tools) {
      const now = tools.clock.now();
      for (const { project, row } of await awakePolls(tools)) {
        const step = stepOf(timedOf(row), now, project.timeZone);
        if (step === 'remind') await remindOfPoll(tools, { project, row, cards });
        if (step === 'tell') await tellResult(tools, { project, row, cards });
        if (step === 'late') await passOver(tools, row);
      }
    },
    async nextDueAt(tools) {
      const now = tools.clock.now();
      return (await awakePolls(tools))
        .map(({ project, row }) => nextStepAt(timedOf(row), now, project.timeZone))
        .toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
    },
  };
}

async function awakePolls(
  tools: Tools,
): Promise<readonly { readonly project: ProjectHead; readonly row: TimedPoll }[]> {
  const rows = await untoldPolls(tools);
  if (rows.length === 0) return [];
  const projects = await activeProjects(tools);
  return rows.flatMap((row) => {
    const project = projects.find((one) => one.tenantId === row.tenantId && one.projectId === row.projectId);
    return project === undefined ? [] : [{ project, row }];
  });
}

function timedOf(row: TimedPoll): Timed {
  return {
    sentAt: Temporal.Instant.fromEpochMilliseconds(row.created_at.getTime()),
    closesOn: row.closes_on,
    isReminded: row.reminded_at !== null,
  };
}
