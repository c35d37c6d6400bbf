import { Temporal } from 'temporal-polyfill';
import { evaluate, type Evaluation } from '../../src/guideline/evaluate.ts';
import { currentVersion, ruleSetOf } from '../../src/guideline/versions.ts';
import { dayMonth, listText } from '../../src/domain/swedish-text.ts';
import { factsOf } from '../../src/features/planning/facts/queries.ts';
import { countsOf, registrationStateOf } from '../../src/features/registration/queries.ts';
import type { RegistrationCounts } from '../../src/features/registration/types.ts';
import { statusCard } from '../cards/plain.ts';
import { say, show, type Command, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { momentText } from './moments.ts';

/** "Läget": figures, what is late by the guideline, and the one or two things to do now. */
export const statusCommand: Command = {
  id: 'status.show',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['läget', 'hur ligger vi till?'], en: ['status', 'how are we doing?'] },
  ways: [
    'laget|=lage|status',
    'hur_ligger_vi_till|hur_gar_det|how_are_we_doing',
    'nasta_steg|next_step|vad_ar_klart|whats_next',
  ],
  async run(turn) {
    const { tools, project, language, tabUrl } = turn;
    const [counts, closing, facts] = await Promise.all([
      countsOf(tools, project),
      registrationStateOf(tools, project),
      factsOf(tools, project),
    ]);
    if (counts === null || facts === null) return say(wording[language].stranger);
    const timeline = evaluate(facts, ruleSetOf(project.guidelineVersion) ?? currentVersion);
    const silent = closing.closed ? [] : counts.silentMunicipalities.map(({ shortName }) => shortName);
    return show(
      statusCard(
        {
          projectTitle: project.title,
          dormant: project.state === 'dormant',
          lines: figures(turn, counts, closing.closed),
          late: linesOf(timeline.filter(isLate), turn),
          next: nextSteps(turn, timeline, silent),
          silent,
          tabUrl: tabUrl('planning'),
        },
        language,
      ),
    );
  },
};

/** "30 anmälda, 4 kommuner tysta. Anmälan stänger fredag kl. 16.00." */
function figures(turn: Turn, counts: RegistrationCounts, isClosed: boolean): readonly string[] {
  const words = wording[turn.language].status;
  const silent = counts.silentMunicipalities.length;
  const parts = [
    words.registered(counts.confirmed),
    ...(counts.waitingList === 0 ? [] : [words.waiting(counts.waitingList)]),
    silent === 0 ? words.allAnswered : words.silent(silent),
  ];
  const closes = turn.project.registrationCloses;
  if (isClosed) return [`${parts.join(', ')}.`, words.closed];
  return [`${parts.join(', ')}.`, ...(closes === null ? [] : [words.closes(momentText(instantOf(closes), turn))])];
}

/** The project keeps the minute with its offset; Temporal wants an instant. */
function instantOf(iso: string): string {
  return Temporal.Instant.from(iso).toString();
}

/** What can still be mended; what only can be explained is no news in a chat. */
function isLate({ state, pastMending }: Evaluation): boolean {
  return state === 'late' && !pastMending;
}

function nextSteps(turn: Turn, timeline: readonly Evaluation[], silent: readonly string[]): readonly string[] {
  const words = wording[turn.language].status;
  const remind = silent.length === 0 ? [] : [words.remind(listText(silent, turn.language))];
  return [...remind, ...linesOf(timeline.filter(({ state }) => state === 'next').slice(0, 3), turn)];
}

function linesOf(entries: readonly Evaluation[], { language }: Turn): readonly string[] {
  const words = wording[language];
  const lines = entries.map(({ title, scope, wiseDue }) => {
    const name = scope.kind === 'session' ? `${words.sessionName(scope.number)}: ${title[language]}` : title[language];
    return wiseDue === undefined ? name : words.status.due(name, dayMonth(wiseDue, language));
  });
  return [...new Set(lines)];
}
