import { localDate, localDateOf, stockholm } from '../../../../domain/local-date.ts';
import { may } from '../../../../domain/policy.ts';
import type { Tools } from '../../../../tools.ts';
import { projectsFor } from '../../queries.ts';
import type { Identity } from '../../types.ts';
import { regionPeriods } from '../../region/queries.ts';
import { timelineOf } from '../queries.ts';
import type { Timeline } from '../types.ts';
import { awayBetween } from './rules.ts';
import type { Chart, ChartDue, ChartProject } from './types.ts';

/** Before the first day and after the last, so that nothing stands on the edge. */
const marginDays = 14;

/** Every project whose plan somebody may see, side by side; for the working group these are all that go on. */
export async function chartFor(tools: Tools, identity: Identity): Promise<Chart> {
  const seen = (await projectsFor(tools, identity)).filter(({ roles }) => may(roles, 'plan.view'));
  const projects = await Promise.all(
    seen.map(async ({ projectId, title }): Promise<ChartProject | null> => {
      const timeline = await timelineOf(tools, { tenantId: identity.tenantId, projectId });
      return timeline === null ? null : { projectId, title, days: timeline.days, dues: duesOf(timeline) };
    }),
  );
  const there = projects.filter((one) => one !== null);
  const today = localDateOf(tools.clock.now(), stockholm);
  const dates = there.flatMap(({ days, dues }) => [...days, ...dues].map(({ date }) => date));
  const [first = '', last = first] = edges([...dates, today.toString()]);
  const from = localDate(first).subtract({ days: marginDays });
  const to = localDate(last).add({ days: marginDays });
  return {
    today: today.toString(),
    from: from.toString(),
    to: to.toString(),
    projects: there,
    away: awayBetween(from, to, await regionPeriods(tools, identity.tenantId)),
  };
}

function edges(dates: readonly string[]): readonly (string | undefined)[] {
  const sorted = dates.toSorted();
  return [sorted[0], sorted.at(-1)];
}

/** What the guideline demands and nobody has done yet. */
function duesOf({ entries }: Timeline): readonly ChartDue[] {
  return entries.flatMap(({ ruleId, sessionId, title, due, level, basis, state, pastMending }) =>
    due !== null &&
    level === 'must' &&
    basis === 'guideline' &&
    !pastMending &&
    (state === 'late' || state === 'next' || state === 'upcoming')
      ? [{ ruleId, sessionId, title, date: due, state }]
      : [],
  );
}
