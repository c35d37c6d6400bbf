import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { queueMail, recordConfirmation } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { samePreview } from '../notices/rules.ts';
import type { Preview } from '../notices/types.ts';
import { peopleOf, sessionOf, speakersOf } from '../planning/queries.ts';
import { confirmedPeople } from '../registration/queries.ts';
import { infoFacts, previewInfo } from './info/queries.ts';
import { infoLetter } from './letters/info.ts';
import { agendaBalance, agendaFault, agendaWarnings } from './rules.ts';
import { saveAgenda, setMilestone } from './store.ts';
import type { AgendaItem, AgendaRefusal, ChangedAgenda, InfoRefusal } from './types.ts';

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
      details: { items: agenda.length },
    });
    // SPK-02: the link of those who take part from afar follows their items.
    await work.enqueue('meetings.reconcile', { tenantId: key.tenantId, projectId: key.projectId });
  });
  return done({ agenda, balance: agendaBalance(agenda), warnings: agendaWarnings(agenda) });
}

/** INF-01: sends the information before a session to every confirmed participant, exactly as previewed. */
export async function sendInfo(
  tools: Tools,
  actor: Actor,
  sessionId: string,
  seen: Preview,
): Promise<Outcome<{ readonly recipientCount: number }, InfoRefusal>> {
  const key = { tenantId: actor.tenantId, projectId: actor.projectId, sessionId };
  const preview = await previewInfo(tools, key, sessionId);
  if (!preview.ok) return preview;
  if (!samePreview(seen, preview.value)) return refused('previewChanged');
  const facts = await infoFacts(tools, key, sessionId);
  if (!facts.ok) return facts;
  const people = await confirmedPeople(tools, key);
  const names = new Map((await peopleOf(tools, key)).map(({ id, givenName }) => [id, givenName]));
  const { textVersion, recipientCount } = preview.value;
  await tools.tx(async (work) => {
    const confirmationId = await recordConfirmation(work, tools, {
      ...key,
      act: `sessionInfo:${sessionId}`,
      preview: { textVersion, recipientCount },
      by: actor,
    });
    for (const { personId, displayName, email } of people)
      await queueMail(work, tools, {
        ...key,
        kind: 'session.info',
        personId,
        // The same words to the same people are said once; changed words are said again.
        version: textVersion,
        to: { address: email, name: displayName },
        letter: infoLetter(facts.value, { givenName: names.get(personId) ?? displayName }),
        grace: 'grace',
        confirmationId,
      });
    await setMilestone(work.db, key, `sessionInfoSent:${sessionId}`, tools.clock.now());
    await recordAct(work, tools, key, {
      by: actor,
      act: 'sessionInfo.sent',
      subject: sessionId,
      details: { people: recipientCount },
    });
  });
  return done({ recipientCount });
}
