import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { JobResult } from '../../../ports/jobs.ts';
import type { Tools } from '../../../tools.ts';
import { activeProjects, projectOf } from '../../planning/queries.ts';
import { postAgenda } from './agenda/actions.ts';
import { agendaDue, nextAgenda } from './agenda/rules.ts';
import type { AgendaCard } from './agenda/types.ts';
import { endSeriesFiles, prepareSeriesFiles } from './by-hand/actions.ts';
import { reconcileSeries } from './outlook/actions.ts';
import { seriesOf, standingSeries } from './store.ts';

/** Outlook, or the files that a person sends, follow what the planning group has agreed. Without a series nothing is done. */
export async function keepSeries(tools: Tools, key: ProjectKey): Promise<JobResult> {
  const series = await seriesOf(tools, key);
  if (series === null) return 'done';
  if ((await projectOf(tools, key))?.delivery === 'manual') {
    await prepareSeriesFiles(tools, key);
    return 'done';
  }
  if (series.held.length > 0) await endSeriesFiles(tools, key);
  return await reconcileSeries(tools, key);
}

/** Agendas before the planning meetings. The card's builder comes from outside: what a card looks like is the bot's affair. */
export function agendaJobs(card: AgendaCard): {
  runDue(tools: Tools): Promise<void>;
  nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined>;
} {
  return {
    async runDue(tools) {
      const now = tools.clock.now();
      for (const { project, series } of await awakeSeries(tools)) {
        const day = agendaDue(series, now, project.timeZone);
        if (day !== undefined) await postAgenda(tools, { project, series, day: day.toString(), card });
      }
    },
    async nextDueAt(tools) {
      const now = tools.clock.now();
      return (await awakeSeries(tools))
        .flatMap(({ project, series }) => nextAgenda(series, now, project.timeZone) ?? [])
        .toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
    },
  };
}

async function awakeSeries(tools: Tools) {
  const standing = await standingSeries(tools);
  if (standing.length === 0) return [];
  const projects = await activeProjects(tools);
  return standing.flatMap((series) => {
    const project = projects.find((one) => one.tenantId === series.tenantId && one.projectId === series.projectId);
    return project === undefined ? [] : [{ project, series }];
  });
}
