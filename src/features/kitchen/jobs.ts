import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../domain/local-date.ts';
import type { Tools } from '../../tools.ts';
import { activeProjects, sessionsOf } from '../planning/queries.ts';
import { makeFinal } from './actions.ts';
import { finalDay, finalMoment, isFinalDue } from './rules.ts';
import { kitchenRows, type KitchenKey } from './store.ts';

/** In the log: nobody pressed anything. */
const theTool = { personId: null, name: 'Lärprojekt' };

interface Timed {
  readonly key: KitchenKey;
  readonly finalAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly isFinal: boolean;
}

/** Makes the numbers final at noon on the agreed day, in every awake project. Running it twice does nothing more. */
export async function runDue(tools: Tools): Promise<void> {
  for (const timed of await timedKitchens(tools))
    if (isFinalDue(timed, tools.clock.now())) await makeFinal(tools, timed.key, theTool);
}

/** The next noon at which some kitchen gets its final number. */
export async function nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined> {
  const now = tools.clock.now();
  return (await timedKitchens(tools))
    .filter(({ isFinal, finalAt }) => !isFinal && Temporal.Instant.compare(finalAt, now) > 0)
    .map(({ finalAt }) => finalAt)
    .toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
}

async function timedKitchens(tools: Tools): Promise<readonly Timed[]> {
  const found: Timed[] = [];
  for (const project of await activeProjects(tools)) {
    const { tenantId, projectId, timeZone } = project;
    const rows = await kitchenRows(tools.db, project);
    for (const { id, date, end, format, cancelled } of await sessionsOf(tools, project)) {
      if (date === null || end === null || format === 'digital' || cancelled) continue;
      const row = rows.find((one) => one.session_id === id);
      const agreed = row?.final_on == null ? null : localDate(row.final_on);
      found.push({
        key: { tenantId, projectId, sessionId: id },
        finalAt: finalMoment(finalDay(localDate(date), agreed), timeZone),
        endsAt: Temporal.Instant.from(end),
        isFinal: row?.frozen_at != null,
      });
    }
  }
  return found;
}
