import { may } from '../../src/domain/policy.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { decideTheme } from '../../src/features/themes/actions.ts';
import { themesView } from '../../src/features/themes/queries.ts';
import { themeRefusals } from '../../src/features/themes/types.ts';
import { versionOfProposals } from '../../src/features/themes/rules.ts';
import type { CardAction } from '../activities.ts';
import { resultCard } from '../cards/confirm.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { decidedLine, decideThemeCard, themesCard } from '../cards/themes.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { themeTalk } from '../wording/themes.ts';
import { fieldOf } from './seen.ts';

/** "Teman": what is proposed, by how many it is supported, and who has not been heard. */
const themesCommand: Command = {
  id: 'theme.show',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['temaförslag'], en: ['themes'] },
  ways: [
    '=teman|=temana|temaforslag|=themes|theme_proposal|proposed_theme|^=tema|^=theme',
    'forslag|proposal|proposed|=proposals + =tema|=teman|=theme|=themes',
    'vilket_tema|which_theme|what_theme',
    'ej_horda|inte_horda|inte_hord|not_heard|not_been_heard|vilka_ar_horda|samrad|consultation',
  ],
  async run(turn) {
    const view = await themesView(turn.tools, turn.actor);
    return view === null ? say(wording[turn.language].stale) : show(themesCard(view, placeOf(turn), turn.language));
  },
};

/** "Besluta tema": a question to whoever sits in the steering group; everybody else is told who decides, and what to do. */
const decideCommand: Command = {
  id: 'theme.decide',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['besluta tema'], en: ['decide the theme'] },
  ways: [
    '^^=besluta|^^=decide + =tema|=temat|=theme',
    '=besluta|=valj|=valja|=bestam|=bestamma|=decide|=choose|=pick + =tema|=temat|=theme',
  ],
  async run(turn) {
    const { language } = turn;
    const words = themeTalk[language];
    const view = await themesView(turn.tools, turn.actor);
    if (view === null) return say(wording[language].stale);
    if (view.decision !== null) return say(decidedLine(view.decision, language));
    if (view.way !== 'answer') {
      const ask = may(turn.actor.roles, 'notices.send') ? words.askThem : words.askSteering;
      const how = view.way === 'protocol' ? [ask, words.writeProtocol] : [ask];
      return forward(turn, { title: words.steering, lines: how });
    }
    if (view.proposals.length === 0) return forward(turn, { title: words.title, lines: [words.none] });
    if (view.hindrances.length > 0) {
      const list = view.hindrances.map((one) => one.words[language]);
      return forward(turn, { title: words.waits, lines: [words.waitsHow], list });
    }
    return show(decideThemeCard(view, { ...placeOf(turn), version: versionOfProposals(view.proposals) }, language));
  },
};

export const themeCommands: readonly Command[] = [themesCommand, decideCommand];

function placeOf({ project, tabUrl }: Turn) {
  return { projectId: project.projectId, projectTitle: project.title, url: tabUrl('themes') };
}

function forward(
  { language, tabUrl }: Turn,
  data: { readonly title: string; readonly lines: readonly string[]; readonly list?: readonly string[] },
): Reply {
  return show(wayForwardCard({ ...data, url: { title: themeTalk[language].inTab, href: tabUrl('themes') } }, language));
}

async function decide(turn: Turn, pressed: CardAction): Promise<Reply> {
  const { language, tools, actor } = turn;
  const words = themeTalk[language];
  const view = await themesView(tools, actor);
  const chosen = view?.proposals.find(({ id }) => id === fieldOf(pressed, 'proposal'));
  if (view === null) return say(wording[language].stale);
  const version = versionOfProposals(view.proposals);
  if (view.way === 'answer' && view.decision === null && version !== fieldOf(pressed, 'version'))
    return showAll(decideThemeCard(view, { ...placeOf(turn), version, notice: words.changed }, language));
  if (view.way === 'answer' && chosen === undefined) return say(words.chooseFirst);
  const decided = await decideTheme(tools, actor, { proposalId: chosen?.id ?? '' });
  if (!decided.ok) return say(sayIn(themeRefusals[decided.reason], language, decided.details));
  const title = chosen?.title ?? '';
  const line = decidedLine({ ...decided.value, title }, language);
  return showAll(
    resultCard({ title: words.done(title), lines: [line, words.takeBack], url: turn.tabUrl('themes') }, language),
  );
}

/** Whoever presses it, the action decides whether they may: it also says to the others who does. */
export const themeButtons: readonly Button[] = [
  { verb: 'theme.decide!confirm', act: 'plan.view', where: 'planning', press: decide },
];
