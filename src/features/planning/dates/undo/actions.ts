import { Temporal } from 'temporal-polyfill';
import { done, refused, type Outcome } from '../../../../domain/outcome.ts';
import type { Actor } from '../../../../domain/people.ts';
import type { Tools } from '../../../../tools.ts';
import { askHostAnew } from '../../../rooms/moved/actions.ts';
import { auditOf } from '../../queries.ts';
import { updateSession } from '../../store.ts';
import type { PlanRefusal } from '../../types.ts';
import { movedColumns, plannedSession, recordChange } from '../actions.ts';
import { timeBefore } from './rules.ts';

/** Acts in which the move is looked for: those of a busy minute. */
const actsLookedAt = 60;

/** Takes a move back while nobody has been told of it. Later it is a move like any other. */
export async function undoMove(tools: Tools, actor: Actor, sessionId: string): Promise<Outcome<null, PlanRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<null, PlanRefusal>> => {
    const found = await plannedSession(work, actor, sessionId);
    if (!found.ok) return found;
    const { project, session } = found.value;
    const before = timeBefore(session, await auditOf(work, actor, actsLookedAt));
    if (before === undefined) return refused('nothingToUndo');
    const { movedAt, ...time } = before;
    const ends = Temporal.Instant.from(movedAt).add({ seconds: tools.settings.graceSeconds });
    if (project.state === 'active' && Temporal.Instant.compare(ends, tools.clock.now()) <= 0) return refused('goneOut');
    await updateSession(work, { ...actor, sessionId }, movedColumns(session, time));
    await askHostAnew(work, tools, project, sessionId);
    await recordChange(work, tools, actor, { project, act: 'session.moveUndone', subject: sessionId });
    return done(null);
  });
}
