import { localDate } from '../../src/domain/local-date.ts';
import { dayMonth } from '../../src/domain/swedish-text.ts';
import type { Language } from '../../src/domain/words.ts';
import type { ThemesView } from '../../src/features/themes/types.ts';
import { themeTalk } from '../wording/themes.ts';
import { bullets, card, choose, open, press, subtle, text, warning, type CardPost } from './parts.ts';

interface Place {
  readonly projectId: string;
  readonly url: string;
}

/** Proposals that a card tells of or asks about, and names of municipalities; the tab has them all. */
const mostProposals = 12;
const mostNames = 6;

/** What is proposed, who has not been heard, and how far the decision is. Municipalities are named, people are not. */
export function themesCard(view: ThemesView, { projectId, url }: Place, language: Language): CardPost {
  const words = themeTalk[language];
  const { proposals, municipalities } = view;
  const isOpen = view.decision === null;
  return card({
    language,
    title: words.title,
    body: [
      ...(proposals.length === 0 ? [text(words.none)] : []),
      ...bullets(
        proposals
          .slice(0, mostProposals)
          .map(({ rank, title, support }) => words.line(rank, title, words.support(support, municipalities))),
      ),
      ...(proposals.length === 1 && isOpen ? [subtle(words.tip)] : []),
      ...heard(view, language),
      text(isOpen ? words.undecided : decidedLine(view.decision, language)),
    ],
    actions: [
      ...(isOpen && proposals.length > 0
        ? [press({ title: words.decide, verb: 'command', data: { project: projectId, command: 'theme.decide' } })]
        : []),
      open(words.inTab, url),
    ],
  });
}

function heard({ consultations, unheard, municipalities }: ThemesView, language: Language): ReturnType<typeof text>[] {
  const words = themeTalk[language];
  if (municipalities === 0) return [];
  if (consultations.length === 0) return [warning(words.noTalks)];
  if (unheard.length === 0) return [text(words.allHeard)];
  if (unheard.length === municipalities) return [warning(words.nobodyNoted)];
  const names = unheard.slice(0, mostNames).map(({ name }) => name);
  const more = unheard.length > mostNames ? ' …' : '';
  return [warning(words.unheard(`${names.join(', ')}${more}`, unheard.length, municipalities))];
}

/** "Temat är Vatten. Styrgruppen beslutade 10 april 2026, § 14." */
export function decidedLine(decision: NonNullable<ThemesView['decision']>, language: Language): string {
  const { title, by, date, paragraph } = decision;
  const day = date === null ? '–' : `${dayMonth(localDate(date), language)} ${date.slice(0, 4)}`;
  return themeTalk[language].decided(title ?? '–', by, day, paragraph);
}

/** THM-04: the question to the steering group. The button carries what was shown: if it has changed, nothing is decided. */
export function decideThemeCard(
  view: ThemesView,
  {
    projectId,
    projectTitle,
    url,
    version,
    notice,
  }: Place & { readonly projectTitle: string; readonly version: string; readonly notice?: string },
  language: Language,
): CardPost {
  const words = themeTalk[language];
  return card({
    language,
    title: words.decideTitle,
    asks: { kind: 'preview', textVersion: version, button: words.decide },
    body: [
      // It stands alone in a personal chat, and a steering group has several projects.
      subtle(projectTitle),
      ...(notice === undefined ? [] : [text(`**${notice}**`)]),
      choose({
        id: 'proposal',
        label: words.choose,
        required: { errorMessage: words.chooseFirst },
        choices: view.proposals.slice(0, mostProposals).map(({ id, title, support }) => ({
          title: `${title} (${words.support(support, view.municipalities)})`,
          value: id,
        })),
      }),
      ...heard(view, language),
      subtle(words.asSteering),
    ],
    actions: [
      press({
        title: words.decide,
        verb: 'theme.decide!confirm',
        style: 'positive',
        withInputs: true,
        data: { project: projectId, version },
      }),
      open(words.inTab, url),
    ],
  });
}
