import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { auditOf, projectOf } from '../../planning/queries.ts';
import { calendarAct } from '../history/rules.ts';
import { recipientsSince } from '../history/store.ts';
import { changeMirror } from '../store.ts';
import type { MeetingRefusal, Mirror, Operation } from '../types.ts';
import { canWait, heldUntil, mostRecipientsADay, sendNowAct } from './rules.ts';

/** Acts that are looked through: those of a busy minute. */
const actsLookedAt = 60;

/** What may be done now. What has to wait is noted on its mirror, where it is shown and where the clock finds it. */
export async function withoutWaiting(
  tools: Pick<Tools, 'db' | 'tx' | 'clock' | 'settings'>,
  key: ProjectKey,
  { open, mirrors }: { readonly open: readonly Operation[]; readonly mirrors: readonly Mirror[] },
): Promise<readonly Operation[]> {
  const waiting = new Map<Mirror, string>();
  const candidates = open.filter(canWait);
  if (candidates.length > 0) {
    const log = await auditOf(tools, key, actsLookedAt);
    const settings = { now: tools.clock.now(), graceSeconds: tools.settings.graceSeconds };
    for (const operation of candidates) {
      if (operation.kind === 'create') continue;
      const until = heldUntil(operation.mirror.sessionId, log, settings);
      if (until !== undefined) waiting.set(operation.mirror, until.toString());
    }
  }
  const later = await overTheDay(
    tools,
    key,
    open.filter((operation) => !isHeld(operation, waiting)),
  );
  for (const operation of later)
    if (operation.kind !== 'create')
      waiting.set(operation.mirror, tools.clock.now().add({ hours: 1 }).toString({ smallestUnit: 'second' }));
  const changed = mirrors.filter((mirror) => (mirror.heldUntil ?? null) !== (waiting.get(mirror) ?? null));
  if (changed.length > 0)
    await tools.tx(async (work) => {
      for (const mirror of changed)
        await changeMirror(
          work,
          { ...key, sessionId: mirror.sessionId, part: mirror.part },
          { heldUntil: waiting.get(mirror) ?? null },
        );
    });
  return open.filter((operation) => !isHeld(operation, waiting) && !later.has(operation));
}

function isHeld(operation: Operation, waiting: ReadonlyMap<Mirror, string>): boolean {
  return operation.kind !== 'create' && waiting.has(operation.mirror);
}

/** What would take the mailbox over its limit for a day: the first ones go, the others wait for room. */
async function overTheDay(
  tools: Pick<Tools, 'db' | 'clock'>,
  { tenantId }: ProjectKey,
  open: readonly Operation[],
): Promise<ReadonlySet<Operation>> {
  const mailing = open
    .map((operation) => ({ operation, told: calendarAct(operation).told }))
    .filter(({ told }) => told > 0);
  if (mailing.length === 0) return new Set();
  let spent = await recipientsSince(tools, tenantId, tools.clock.now().subtract({ hours: 24 }));
  const later = new Set<Operation>();
  for (const { operation, told } of mailing) {
    if (spent + told > mostRecipientsADay && spent > 0) later.add(operation);
    else spent += told;
  }
  return later;
}

/** Somebody does not want to wait. */
export async function sendNow(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
): Promise<Outcome<null, MeetingRefusal>> {
  const { tenantId, projectId } = actor;
  const key = { tenantId, projectId };
  return await tools.tx(async (work) => {
    if ((await projectOf(work, key))?.state !== 'active') return refused('dormant');
    const by = { personId: actor.personId, name: actor.name };
    await recordAct(work, tools, key, { by, act: sendNowAct, subject: sessionId });
    await work.enqueue('meetings.reconcile', key);
    return done(null);
  });
}
