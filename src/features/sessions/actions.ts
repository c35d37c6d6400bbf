import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { valuesIn } from '../planning/audit/rules.ts';
import { rolesOf, sessionOf, speakersOf } from '../planning/queries.ts';
import { agendaBalance, agendaFault, agendaWarnings, faultDetails } from './rules.ts';
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
  const fault = agendaFault(agenda, { start: session.startTime, end: session.endTime });
  if (fault !== undefined) return refused(fault.reason, faultDetails(fault, actor.language));
  const speakers = new Set((await speakersOf(tools, key)).map(({ id }) => id));
  const stranger = agenda.findIndex((item) => item.speakerIds?.some((id) => !speakers.has(id)));
  if (stranger >= 0) return refused('unknownSpeaker', placeOf(agenda, stranger));
  const people = new Set((await rolesOf(tools, key)).map(({ personId }) => personId));
  const nobody = agenda.findIndex(({ responsibleId }) => responsibleId !== undefined && !people.has(responsibleId));
  if (nobody >= 0) return refused('unknownPerson', placeOf(agenda, nobody));
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

function placeOf(agenda: readonly AgendaItem[], index: number): { readonly row: number; readonly title: string } {
  return { row: index + 1, title: agenda[index]?.title ?? '' };
}
