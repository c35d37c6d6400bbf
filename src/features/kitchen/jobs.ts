import { Temporal } from 'temporal-polyfill';
import { localDate, localDateOf, startInstant } from '../../domain/local-date.ts';
import type { Tools } from '../../tools.ts';
import { makeFinal } from './actions.ts';
import { finalDay, finalMoment, isFinalDue } from './rules.ts';
import { openKitchens, type KitchenKey } from './store.ts';

/** In the log: nobody pressed anything. */
const theTool = { personId: null, name: 'Lärprojekt' };

interface Timed {
  readonly key: KitchenKey;
  readonly finalAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
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
    .map(({ finalAt }) => finalAt)
    .filter((finalAt) => Temporal.Instant.compare(finalAt, now) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
}

/** Somewhere it may still be yesterday. */
const dayBefore = { days: 1 };

/** Those whose number is still open and whose day has not passed. */
async function timedKitchens(tools: Tools): Promise<readonly Timed[]> {
  const since = localDateOf(tools.clock.now(), 'UTC').subtract(dayBefore).toString();
  return (await openKitchens(tools.db, since)).map(
    ({ tenantId, projectId, sessionId, date, endTime, timeZone, finalOn }) => {
      const day = localDate(date);
      return {
        key: { tenantId, projectId, sessionId },
        finalAt: finalMoment(finalDay(day, finalOn === null ? null : localDate(finalOn)), timeZone),
        endsAt: startInstant(day, endTime, timeZone),
      };
    },
  );
}
