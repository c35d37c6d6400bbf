import { localDateOf } from '../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { auditedBy, writeAudit } from '../audit/actions.ts';
import { noteMilestone } from '../guidance/actions.ts';
import { organisationsOf, peopleOf, projectOf, sessionsOf } from '../queries.ts';
import { lockProject, updateProject, updateSession } from '../store.ts';
import type { Session } from '../types.ts';
import { boardAsked, boardSizeOf, chosenFor, objectOf } from './rules.ts';
import type { RotaChange, RotaOrder, RotaRefusal } from './types.ts';

/** Sets who has their turn. Answers the order that puts back what stood before. */
export async function setRota(
  tools: Tools,
  actor: Actor,
  { changes, boardSize }: RotaOrder,
): Promise<Outcome<RotaOrder, RotaRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<RotaOrder, RotaRefusal>> => {
    await lockProject(work.db, actor);
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const [sessions, organisations, people] = [
      await sessionsOf(work, actor),
      await organisationsOf(work, actor),
      await peopleOf(work, actor),
    ];
    const known = { board: organisations.map(({ id }) => id), notes: people.map(({ id }) => id) };
    const before: RotaChange[] = [];
    const extras = new Map<string, Session['extra']>(sessions.map(({ id, extra }) => [id, extra]));
    for (const change of changes) {
      const session = sessions.find(({ id }) => id === change.sessionId);
      const extra = extras.get(change.sessionId);
      if (session === undefined || extra === undefined) return refused('noSession');
      if (change.ids.some((id) => !known[change.kind].includes(id))) return refused('unknownName');
      before.push({ ...change, ids: chosenFor(change.kind, { ...session, extra }, project) });
      extras.set(session.id, withChosen(extra, change));
    }
    for (const sessionId of new Set(changes.map((change) => change.sessionId)))
      await updateSession(work, { ...actor, sessionId }, { extra: JSON.stringify(extras.get(sessionId)) });
    const size = boardSizeOf(project);
    const soundingBoard = { ...objectOf(project.blocks['soundingBoard']), perSession: boardSize };
    const blocks = boardSize === undefined ? {} : { blocks: JSON.stringify({ ...project.blocks, soundingBoard }) };
    await updateProject(work, actor, blocks);
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'rota.set', details: { changes: changes.length } });
    return done({ changes: before, ...(boardSize === undefined ? {} : { boardSize: size }) });
  });
}

function withChosen(extra: Session['extra'], { kind, ids }: RotaChange): Session['extra'] {
  const list = [...new Set(ids)];
  if (kind === 'board') return { ...extra, soundingBoardOrganisationIds: list };
  return { ...extra, documentation: { ...objectOf(extra['documentation']), noteTakers: list } };
}

/** Somebody has asked the sounding board by hand, or takes that back. */
export async function markBoardAsked(
  tools: Tools,
  actor: Actor,
  { sessionId, on }: { readonly sessionId: string; readonly on: string | null },
): Promise<Outcome<null, RotaRefusal>> {
  return await tools.tx(async (work): Promise<Outcome<null, RotaRefusal>> => {
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    if (!(await sessionsOf(work, actor)).some(({ id }) => id === sessionId)) return refused('noSession');
    if (on !== null && on > localDateOf(tools.clock.now(), project.timeZone).toString()) return refused('dayAhead');
    await noteMilestone(work, tools, actor, { name: boardAsked(sessionId), on, timeZone: project.timeZone });
    return done(null);
  });
}
