import { dalarnaPeriods, type RegionPeriod } from '../../../domain/region-periods.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools, Work } from '../../../tools.ts';
import { auditedBy, writeAudit } from '../audit/actions.ts';
import { faultIn, isOurs, periodOf } from './rules.ts';
import { deletePeriod, putPeriod, storedPeriods } from './store.ts';
import type { PeriodWish, RegionRefusal } from './types.ts';

type Done = Promise<Outcome<null, RegionRefusal>>;

/** Changes a period, or adds it: dates are weighed and last days computed anew, in every project of the tenant. */
export function savePeriod(tools: Tools, actor: Actor, { id, wish }: { id: string; wish: PeriodWish }): Done {
  return change(tools, actor, id, async (work, before) => {
    const fault = faultIn(wish.when, before);
    if (fault !== undefined) return refused(fault);
    await put(work, tools, actor, { period: periodOf(id, wish, before), isRemoved: false });
    return done('region.change');
  });
}

/** Nobody is warned of it any more. It can be brought back. */
export function removePeriod(tools: Tools, actor: Actor, id: string): Done {
  return change(tools, actor, id, async (work, before) => {
    if (before === undefined) return refused('noPeriod');
    await put(work, tools, actor, { period: before, isRemoved: true });
    return done('region.remove');
  });
}

/** As it was from the start; one that the region has added and taken away comes back as it was then. */
export function restorePeriod(tools: Tools, actor: Actor, id: string): Done {
  return change(tools, actor, id, async (work) => {
    const own = (await storedPeriods(work, actor.tenantId)).find(({ period }) => period.id === id);
    if (own === undefined) return refused(isOurs(id) ? 'nothingToRestore' : 'noPeriod');
    if (isOurs(id)) await deletePeriod(work, actor.tenantId, id);
    else if (own.isRemoved) await put(work, tools, actor, { period: own.period, isRemoved: false });
    else return refused('nothingToRestore');
    return done('region.restore');
  });
}

async function put(
  work: Work,
  tools: Tools,
  { tenantId, name }: Actor,
  what: { readonly period: RegionPeriod; readonly isRemoved: boolean },
): Promise<void> {
  await putPeriod(work, tenantId, { ...what, by: name, at: tools.clock.now() });
}

function change(
  tools: Tools,
  actor: Actor,
  id: string,
  act: (work: Work, before: RegionPeriod | undefined) => Promise<Outcome<string, RegionRefusal>>,
): Done {
  return tools.tx(async (work) => {
    const own = (await storedPeriods(work, actor.tenantId)).find(({ period }) => period.id === id);
    const ours = dalarnaPeriods.find((one) => one.id === id);
    const outcome = await act(work, own === undefined ? ours : own.isRemoved ? undefined : own.period);
    if (!outcome.ok) return outcome;
    await writeAudit(work, tools, { ...auditedBy(actor), act: outcome.value, subject: id, details: {} });
    return done(null);
  });
}
