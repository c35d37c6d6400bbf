import { readLocalDate } from '../../src/domain/local-date.ts';
import { dayMonth, listText } from '../../src/domain/swedish-text.ts';
import { statusOf } from '../../src/features/planning/guidance/queries.ts';
import type { ProjectStatus, TimelineEntry } from '../../src/features/planning/guidance/types.ts';
import { statusCard } from '../cards/plain.ts';
import { say, show, type Command, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { momentText } from './moments.ts';

/** Late and coming steps that the card has room for. */
const mostSteps = 8;

/** "Läget": figures, what is late by the guideline, and the few things to do now. */
export const statusCommand: Command = {
  id: 'status.show',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['läget', 'hur ligger vi till?'], en: ['status', 'how are we doing?'] },
  ways: [
    'laget|=lage|status',
    'hur_ligger_vi_till|hur_gar_det|how_are_we_doing',
    'nasta_steg|next_step|vad_ar_klart|whats_next|vad_ska_vi_gora|what_should_we_do',
  ],
  async run(turn) {
    const { tools, project, language, tabUrl } = turn;
    const status = await statusOf(tools, project, mostSteps);
    if (status === null) return say(wording[language].stranger);
    const silent = status.isRegistrationClosed ? [] : status.silentMunicipalities;
    return show(
      statusCard(
        {
          projectTitle: project.title,
          dormant: status.state === 'dormant',
          lines: figures(turn, status),
          late: linesOf(
            status.nextSteps.filter(({ state }) => state === 'late'),
            turn,
          ),
          next: nextStep(turn, status, silent),
          silent,
          before: beforeLine(status, turn),
          tabUrl: tabUrl('today'),
        },
        language,
      ),
    );
  },
};

/** "30 anmälda, 4 kommuner tysta. Anmälan stänger fredag kl. 16.00." */
function figures(turn: Turn, status: ProjectStatus): readonly string[] {
  const words = wording[turn.language].status;
  const silent = status.silentMunicipalities.length;
  const parts = [
    words.registered(status.confirmed),
    ...(status.waiting === 0 ? [] : [words.waiting(status.waiting)]),
    ...(silent > 0 ? [words.silent(silent)] : status.confirmed > 0 ? [words.allAnswered] : []),
  ];
  const closes = status.registrationCloses;
  if (status.isRegistrationClosed) return [`${parts.join(', ')}.`, words.closed];
  return [`${parts.join(', ')}.`, ...(closes === null ? [] : [words.closes(momentText(closes, turn))])];
}

/** What the tool cannot know, told once and never as late. */
function beforeLine({ beforeTool }: ProjectStatus, { language }: Turn): string | null {
  const since = readLocalDate(beforeTool.since);
  if (beforeTool.count === 0 || since === undefined) return null;
  return wording[language].status.beforeTool(beforeTool.count, dayMonth(since, language));
}

/** One step and no list: the silent municipalities while there is time, else what is late, else what comes. */
function nextStep(turn: Turn, { nextSteps }: ProjectStatus, silent: readonly string[]): string | null {
  const words = wording[turn.language].status;
  if (silent.length > 0) return words.remind(listText(silent, turn.language));
  const late = nextSteps.filter(({ state }) => state === 'late');
  return linesOf([...late, ...nextSteps], turn)[0] ?? null;
}

function linesOf(entries: readonly TimelineEntry[], { language }: Turn): readonly string[] {
  const words = wording[language];
  const lines = entries.map(({ title, sessionNumber, wiseDue }) => {
    const name = sessionNumber === null ? title[language] : `${words.sessionName(sessionNumber)}: ${title[language]}`;
    const day = wiseDue === null ? undefined : readLocalDate(wiseDue);
    return day === undefined ? name : words.status.due(name, dayMonth(day, language));
  });
  return [...new Set(lines)];
}
