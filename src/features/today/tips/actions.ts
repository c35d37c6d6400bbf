import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { timelineOf } from '../../planning/guidance/queries.ts';
import type { TipRefusal } from '../types.ts';
import { dismissal } from './rules.ts';
import { insertDismissed, removeDismissed } from './store.ts';

/** "Inte för oss": nobody in the project is shown the tip again until somebody takes it back. */
export async function dismissTip(tools: Tools, actor: Actor, tipId: string): Promise<Outcome<null, TipRefusal>> {
  const verdict = dismissal(tipId, (await timelineOf(tools, actor))?.entries ?? []);
  if (verdict !== 'ok') return refused(verdict);
  await tools.tx(async (work) => {
    await insertDismissed(work.db, {
      tenant_id: actor.tenantId,
      project_id: actor.projectId,
      tip_id: tipId,
      person_id: actor.personId,
      person_name: actor.name,
      at: new Date(tools.clock.now().epochMilliseconds),
    });
    await recordAct(work, tools, actor, { by: actor, act: 'tip.dismissed', subject: tipId });
  });
  return done(null);
}

export async function restoreTip(tools: Tools, actor: Actor, tipId: string): Promise<Outcome<null, never>> {
  await tools.tx(async (work) => {
    await removeDismissed(work.db, actor, tipId);
    await recordAct(work, tools, actor, { by: actor, act: 'tip.restored', subject: tipId });
  });
  return done(null);
}
