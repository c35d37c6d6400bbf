import type { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools, Work } from '../../../tools.ts';
import { recordAct } from '../acts/actions.ts';
import { stopHandRows, tickRows, untickRows, wakeHandRows } from './store.ts';
import type { HandRefusal } from './types.ts';

const undoHours = 1;

/** Somebody has sent it, or takes that back. Logged with who and when; what it is about follows in the plan. */
export async function tickSent(
  tools: Tools,
  actor: Actor,
  { ids, isSent }: { readonly ids: readonly string[]; readonly isSent: boolean },
): Promise<Outcome<null, HandRefusal>> {
  return await tools.tx(async (work) => {
    const now = tools.clock.now();
    const changed = isSent
      ? await tickRows(work.db, actor, { ids, by: actor.name, now, undoUntil: now.add({ hours: undoHours }) })
      : await untickRows(work.db, actor, ids);
    if (changed.length === 0) return refused(isSent ? 'notWaiting' : 'tooLateToUndo');
    const act = isSent ? 'notices.sentByHand' : 'notices.sentByHandUndone';
    await recordAct(work, tools, actor, { by: actor, act, details: { count: changed.length } });
    // Bookings may all have reached their people now.
    await work.enqueue('meetings.reconcile', { tenantId: actor.tenantId, projectId: actor.projectId });
    return done(null);
  });
}

/** What nobody has sent goes out by itself after the grace period. */
export async function letToolSend(work: Work, key: ProjectKey, notBefore: Temporal.Instant): Promise<number> {
  return await wakeHandRows(work.db, key, notBefore);
}

/** Something newer replaces it, or it is not needed any more. */
export async function stopUnsent(
  work: Pick<Work, 'db'>,
  key: ProjectKey,
  what: { readonly kinds: readonly string[]; readonly sessionId: string; readonly address: string },
): Promise<void> {
  await stopHandRows(work.db, key, what);
}
