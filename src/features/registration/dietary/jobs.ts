import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import type { Tools } from '../../../tools.ts';
import { projectsWithNumbers } from '../../kitchen/queries.ts';
import { allProjects, projectOf, sessionsOf } from '../../planning/queries.ts';
import { recordDisposal } from '../../retention/protocols/actions.ts';
import { holdItems } from '../../retention/rows/queries.ts';
import { isReached } from '../rules.ts';
import { emptyVault } from './emptying/actions.ts';
import { disposalMoment } from './rules.ts';
import { projectsWithSealed } from './store.ts';

interface Due extends ProjectKey {
  readonly at: Temporal.Instant;
  readonly decisionReference: string;
  readonly timeZone: string;
}

/** Empties the vault of each project whose decision says so. A second run finds nothing. */
export async function runDue(tools: Tools): Promise<void> {
  const now = tools.clock.now();
  for (const { tenantId, projectId, at, decisionReference, timeZone } of await disposals(tools)) {
    if (!isReached(at, now)) continue;
    const key = { tenantId, projectId };
    await tools.tx(async (work) => {
      const held = await holdItems(work, key, 'dietary', timeZone);
      if (held.items === 0) return;
      await emptyVault(work, key);
      await recordDisposal(work, tools, key, {
        dataClass: 'dietary',
        by: { personId: null, name: `Gallringsbeslut ${decisionReference}` },
        decision: decisionReference,
        decidedOn: null,
        dueOn: localDateOf(at, timeZone).toString(),
        ...held,
        kept: [],
      });
    });
  }
}

export async function nextDueAt(tools: Tools): Promise<Temporal.Instant | undefined> {
  const moments = (await disposals(tools)).map(({ at }) => at);
  return moments.toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
}

/** Of awake and closed projects that have something in the vault, or numbers that were made of it. A dormant one stands still. */
async function disposals(tools: Tools): Promise<readonly Due[]> {
  const holders = [...(await projectsWithSealed(tools.db)), ...(await projectsWithNumbers(tools))];
  if (holders.length === 0) return [];
  const awake = (await allProjects(tools)).filter(({ isDormant }) => !isDormant);
  const found = await Promise.all(
    awake
      .filter((one) => holders.some((key) => key.tenantId === one.tenantId && key.projectId === one.projectId))
      .map(async ({ tenantId, projectId }) => {
        const key = { tenantId, projectId };
        const project = await projectOf(tools, key);
        if (project === null) return [];
        const { dietaryTerms, timeZone } = project;
        const at = disposalMoment(dietaryTerms, await sessionsOf(tools, key), timeZone);
        return at === null ? [] : [{ ...key, at, decisionReference: dietaryTerms.decisionReference ?? '', timeZone }];
      }),
  );
  return found.flat();
}
