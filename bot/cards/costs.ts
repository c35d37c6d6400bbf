import { kronorText } from '../../src/domain/swedish-text.ts';
import type { Language } from '../../src/domain/words.ts';
import type { CostsView } from '../../src/features/costs/types.ts';
import { costTalk } from '../wording/costs.ts';
import { wording } from '../wording.ts';
import { bullets, card, facts, open, subtle, text, warning, type CardPost } from './parts.ts';

/** "Budget": what is set aside and what it comes to, who pays what, and what speaks against it. */
export function costsCard(view: CostsView, url: string, language: Language): CardPost {
  const words = costTalk[language];
  const sum = (ore: number) => kronorText(ore, language);
  const { budget, expected, spent } = view.total;
  const left = budget - expected;
  const isCounted = view.lines.some(({ portions }) => portions !== null);
  return card({
    language,
    title: words.title,
    summary: view.lines.length === 0 ? words.none : `${words.expected}: ${sum(expected)}`,
    body: [
      ...(view.lines.length === 0
        ? [text(words.none), text(words.how)]
        : [
            facts([
              [words.set, sum(budget)],
              [words.expected, sum(expected)],
              [words.spent, sum(spent)],
              [left < 0 ? words.over : words.left, sum(Math.abs(left))],
            ]),
          ]),
      ...view.warnings.map((one) => warning(one[language])),
      ...(view.sessions.length === 0
        ? []
        : [
            text(`**${words.perSession}**`),
            ...bullets(view.sessions.map((one) => words.session(one.number, sum(one.expected), one.portions))),
          ]),
      ...(view.shares.length === 0
        ? [text(words.noSplit)]
        : [
            text(`**${words.split}**`),
            ...bullets(
              view.shares.map(({ name, sharePercent, expected: part }) =>
                words.share(name, percentText(sharePercent, language), sum(part)),
              ),
            ),
          ]),
      ...(isCounted && view.countedFrom === 'maximum' ? [subtle(words.byMost)] : []),
    ],
    actions: [open(wording[language].inTab, url)],
  });
}

function percentText(percent: number, language: Language): string {
  return language === 'sv' ? String(percent).replace('.', ',') : String(percent);
}
