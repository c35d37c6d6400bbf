import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import type { Tools } from '../../../tools.ts';
import { sessionTimesOf } from '../../planning/queries.ts';
import { recordDisposal } from '../../retention/protocols/actions.ts';
import { holdItems } from '../../retention/rows/queries.ts';
import { isReached } from '../rules.ts';
import { emptyVault } from './emptying/actions.ts';
import { disposalMoment } from './rules.ts';
import { decidedHolders } from './store.ts';

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

async function disposals(tools: Tools): Promise<readonly Due[]> {
  const found: Due[] = [];
  for (const { tenantId, projectId, timeZone, terms } of await decidedHolders(tools.db)) {
    const key = { tenantId, projectId };
    const at = disposalMoment(terms, await sessionTimesOf(tools, key), timeZone);
    if (at !== null) found.push({ ...key, at, decisionReference: terms.decisionReference ?? '', timeZone });
  }
  return found;
}
