import type { SessionId } from '../../domain/ids.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { projectOf } from '../planning/queries.ts';
import { changeMirror, mirrorsOf } from './store.ts';
import type { Drift, MeetingRefusal, WrittenMeeting } from './types.ts';

/** Brings Outlook to the plan by hand. Nothing happens when they agree. */
export async function askReconcile(tools: Tools, actor: Actor): Promise<Outcome<null, MeetingRefusal>> {
  const project = await projectOf(tools, actor);
  if (project?.state !== 'active') return refused('dormant');
  const { tenantId, projectId } = actor;
  await tools.tx(async ({ enqueue }) => {
    await enqueue('meetings.reconcile', { tenantId, projectId });
    await enqueue('meetings.sync', { tenantId, projectId });
  });
  return done(null);
}

/** After somebody's edit in Outlook: the plan is right, so it is written again. */
export async function restorePlan(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
): Promise<Outcome<null, MeetingRefusal>> {
  const { tenantId, projectId } = actor;
  const key = { tenantId, projectId };
  return await tools.tx(async (work) => {
    const mirror = (await mirrorsOf(work, key)).find((one) => one.sessionId === sessionId && one.part === 'session');
    if (mirror === undefined) return refused('unknownSession');
    if (mirror.drift === null) return refused('noDrift');
    const change =
      mirror.drift.removed === undefined
        ? { drift: null, written: asInOutlook(mirror.written, mirror.drift) }
        : { drift: null, state: 'cancelled' as const };
    await changeMirror(work, { ...key, sessionId, part: 'session' }, change);
    const by = { personId: actor.personId, name: actor.name };
    await recordAct(work, tools, key, { by, act: 'meetings.restored', subject: sessionId });
    await work.enqueue('meetings.reconcile', key);
    return done(null);
  });
}

/** The mirror says what Outlook holds, so that the difference to the plan is seen as work to do. */
function asInOutlook(written: WrittenMeeting, drift: Drift): WrittenMeeting {
  return {
    ...written,
    ...(drift.subject === undefined ? {} : { subject: drift.subject }),
    ...(drift.start === undefined ? {} : { start: drift.start }),
    ...(drift.end === undefined ? {} : { end: drift.end }),
    ...(drift.location === undefined ? {} : { location: { displayName: drift.location } }),
  };
}
