import type { SessionId } from '../../domain/ids.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { projectOf } from '../planning/queries.ts';
import { lacksLink } from './rules.ts';
import { changeMirror, mirrorsOf } from './store.ts';
import type { Drift, MeetingRefusal, Mirror, WrittenMeeting } from './types.ts';

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

/** After somebody's edit in Outlook: the plan is right, so it is written again. */
export async function restorePlan(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
): Promise<Outcome<null, MeetingRefusal>> {
  const { tenantId, projectId } = actor;
  const key = { tenantId, projectId };
  return await tools.tx(async (work) => {
    const mirrors = (await mirrorsOf(work, key)).filter((one) => one.sessionId === sessionId);
    if (!mirrors.some(({ part }) => part === 'session')) return refused('unknownSession');
    const drifted = mirrors.filter(({ part, drift }) => drift !== null && part !== 'sharedCalendar');
    if (drifted.length === 0) return refused('noDrift');
    for (const mirror of drifted) await changeMirror(work, { ...key, sessionId, part: mirror.part }, restoring(mirror));
    const by = { personId: actor.personId, name: actor.name };
    await recordAct(work, tools, key, { by, act: 'meetings.restored', subject: sessionId });
    await work.enqueue('meetings.reconcile', key);
    return done(null);
  });
}

function restoring({ written, drift }: Mirror): Parameters<typeof changeMirror>[2] {
  return drift?.removed === undefined
    ? { drift: null, written: asInOutlook(written, drift ?? {}) }
    : { drift: null, state: 'cancelled' };
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
