import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { valuesIn } from '../planning/audit/rules.ts';
import { sessionOf, speakersOf } from '../planning/queries.ts';
import { agendaBalance, agendaFault, agendaWarnings } from './rules.ts';
import { saveAgenda } from './store.ts';
import type { AgendaItem, AgendaRefusal, ChangedAgenda } from './types.ts';

export interface AgendaChange {
  readonly agenda: readonly AgendaItem[];
  /** INF-02; undefined leaves what stands, null takes it away. */
  readonly preparation?: string | null | undefined;
}

/** Writes a session's programme. A less airy day gets warnings, never a no; an evaluation that was confirmed follows. */
export async function changeAgenda(
  tools: Tools,
  actor: Actor,
  sessionId: string,
  { agenda, preparation }: AgendaChange,
): Promise<Outcome<ChangedAgenda, AgendaRefusal>> {
  const key = { tenantId: actor.tenantId, projectId: actor.projectId, sessionId };
  const session = await sessionOf(tools, key, sessionId);
  if (session === null || session.cancelled) return refused('sessionUnknown');
  const fault = agendaFault(agenda);
  if (fault !== undefined) return refused(fault.reason, { row: fault.row, title: fault.title });
  const known = new Set((await speakersOf(tools, key)).map(({ id }) => id));
  const row = agenda.findIndex((item) => item.speakerIds?.some((id) => !known.has(id)));
  if (row >= 0) return refused('unknownSpeaker', { row: row + 1, title: agenda[row]?.title ?? '' });
  await tools.tx(async (work) => {
    await saveAgenda(work.db, key, { agenda, ...(preparation === undefined ? {} : { preparation }) });
    await recordAct(work, tools, key, {
      by: actor,
      act: 'agenda.changed',
      subject: sessionId,
      details: { items: agenda.length, values: valuesIn({ agenda, preparation }) },
    });
    // SPK-02: the link of those who take part from afar follows their items.
    await work.enqueue('meetings.reconcile', { tenantId: key.tenantId, projectId: key.projectId });
  });
  return done({ agenda, balance: agendaBalance(agenda), warnings: agendaWarnings(agenda) });
}
