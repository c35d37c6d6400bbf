import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { letToolSend } from '../../notices/by-hand/actions.ts';
import { samePreview } from '../../notices/rules.ts';
import type { Preview } from '../../notices/types.ts';
import { changeDelivery } from '../../planning/outlook/actions.ts';
import { endByHand, startByHand } from '../by-hand/actions.ts';
import { deliveryOf } from './queries.ts';
import type { Delivery, DeliveryRefusal } from './types.ts';

/** lets the tool or a person send from now on. Asking for what is so already does nothing. */
export async function setDelivery(
  tools: Tools,
  actor: Actor,
  { to, shown }: { readonly to: Delivery; readonly shown: Preview },
): Promise<Outcome<{ delivery: Delivery }, DeliveryRefusal>> {
  const { tenantId, projectId } = actor;
  const key = { tenantId, projectId };
  return await tools.tx(async (work) => {
    const view = await deliveryOf({ ...tools, db: work.db }, key);
    if (view === null) return refused('noProject');
    if (view.delivery === to) return done({ delivery: to });
    if (!samePreview(view.change, shown)) return refused('previewChanged');
    if (to === 'graph') await endByHand(work, tools, key);
    else await startByHand(work, key);
    await changeDelivery(work, key, to);
    if (to === 'graph') await letToolSend(work, key, tools.clock.now().add({ seconds: tools.settings.graceSeconds }));
    await recordAct(work, tools, key, {
      by: actor,
      act: `delivery.${to}`,
      details: { waiting: view.change.recipientCount },
    });
    await work.enqueue('notices.send', key);
    await work.enqueue('meetings.reconcile', key);
    return done({ delivery: to });
  });
}
