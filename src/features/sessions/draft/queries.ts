import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import { inBoth } from '../../../domain/swedish-text.ts';
import { languageOf, say } from '../../../domain/words.ts';
import { evaluate } from '../../../guideline/evaluate.ts';
import { currentVersion, ruleSetOf } from '../../../guideline/versions.ts';
import type { Tools } from '../../../tools.ts';
import { factsOf } from '../../planning/facts/queries.ts';
import { agendaItemFacts } from '../../planning/facts/session/queries.ts';
import { projectOf, sessionOf, speakersOf } from '../../planning/queries.ts';
import type { Speaker } from '../../planning/types.ts';
import { linkChecksOf } from '../../web-links/queries.ts';
import { withGroundProgramme } from '../ground/rules.ts';
import { agendaBalance, agendaFault, agendaFindings, faultDetails } from '../rules.ts';
import { agendaRefusals, type AgendaFinding, type AgendaItem, type AgendaLook, type AgendaRefusal } from '../types.ts';

type Reader = Pick<Tools, 'db' | 'clock' | 'settings'>;
type SessionKey = ProjectKey & { readonly sessionId: SessionId };

/** How a programme would be if it were saved. Changes nothing. */
export async function lookAtDraft(
  tools: Reader,
  key: SessionKey,
  draft: readonly AgendaItem[],
): Promise<Outcome<AgendaLook, AgendaRefusal>> {
  const session = await sessionOf(tools, key, key.sessionId);
  if (session === null || session.cancelled) return refused('sessionUnknown');
  const fault = agendaFault(draft, { start: session.startTime, end: session.endTime });
  return done({
    balance: agendaBalance(draft),
    findings: draft.length === 0 ? [] : [...agendaFindings(draft), ...(await ruleFindings(tools, key, draft))],
    fault:
      fault === undefined
        ? null
        : {
            row: fault.row - 1,
            words: inBoth((language) => say(agendaRefusals[fault.reason], language, faultDetails(fault, language))),
          },
  });
}

/** The others are told more finely by `agendaFindings`, or stand as the fault that keeps it from being saved. */
const ownRules: readonly string[] = ['AGD-01', 'AGD-02', 'AGD-03', 'ROL-01', 'SPK-02', 'END-01'];

async function ruleFindings(
  tools: Reader,
  key: SessionKey,
  draft: readonly AgendaItem[],
): Promise<readonly AgendaFinding[]> {
  const [facts, speakers, linkChecks] = await Promise.all([
    factsOf(tools, key),
    speakersOf(tools, key),
    linkChecksOf(tools, key),
  ]);
  if (facts === null) return [];
  const agenda = draft.map((item) => agendaItemFacts(item, { speakers, linkChecks }));
  const sessions = facts.sessions.map((session) => (session.id === key.sessionId ? { ...session, agenda } : session));
  return evaluate({ ...facts, sessions }, ruleSetOf(facts.guidelineVersion) ?? currentVersion)
    .filter(({ ruleId }) => ownRules.includes(ruleId))
    .filter(({ scope }) => scope.kind === 'project' || scope.sessionId === key.sessionId)
    .filter(({ state }) => state !== 'met' && state !== 'overridden')
    .map(({ ruleId, words, severity }) => ({
      ruleId,
      words,
      tone: severity === 'warning' || severity === 'red' ? 'warning' : 'tip',
      rows: rowsOf(ruleId, draft, speakers),
    }));
}

/** Which items a finding about speakers is about. */
function rowsOf(ruleId: string, draft: readonly AgendaItem[], speakers: readonly Speaker[]): readonly number[] {
  const concerns: Readonly<Record<string, (speaker: Speaker) => boolean>> = {
    'ROL-01': ({ status }) => status !== 'confirmed',
    'SPK-02': ({ mode, techTest }) => mode === 'remote' && techTest === null,
  };
  const isOne = concerns[ruleId];
  if (isOne === undefined) return [];
  return draft.flatMap(({ speakerIds = [] }, row) =>
    speakers.some((speaker) => speakerIds.includes(speaker.id) && isOne(speaker)) ? [row] : [],
  );
}

/** A programme to begin with, or what the draft lacks of one. Changes nothing. */
export async function completedDraft(
  tools: Reader,
  key: SessionKey,
  draft: readonly AgendaItem[],
): Promise<Outcome<{ readonly agenda: readonly AgendaItem[] }, AgendaRefusal>> {
  const [project, session] = await Promise.all([projectOf(tools, key), sessionOf(tools, key, key.sessionId)]);
  if (project === null || session === null || session.cancelled) return refused('sessionUnknown');
  const language = languageOf(project.language);
  const day = { start: session.startTime ?? '09:00', end: session.endTime ?? '16:00' };
  return done({ agenda: withGroundProgramme(draft, day, language) });
}
