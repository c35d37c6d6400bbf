import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { projectOf } from '../planning/queries.ts';
import { lacksLink } from './rules.ts';
import { changeMirror, mirrorsOf } from './store.ts';
import type { MeetingRefusal } from './types.ts';

/** Brings Outlook to the plan by hand, and asks once more for links that did not come. Nothing happens when they agree. */
export async function askReconcile(tools: Tools, actor: Actor): Promise<Outcome<null, MeetingRefusal>> {
  const project = await projectOf(tools, actor);
  if (project?.state !== 'active') return refused('dormant');
  const { tenantId, projectId } = actor;
  const key = { tenantId, projectId };
  await tools.tx(async (work) => {
    for (const mirror of (await mirrorsOf(work, key)).filter(lacksLink))
      await changeMirror(work, { ...key, sessionId: mirror.sessionId, part: mirror.part }, { problem: null });
    await work.enqueue('meetings.reconcile', key);
    await work.enqueue('meetings.sync', key);
  });
  return done(null);
}
