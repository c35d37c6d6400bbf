import { localDate } from '../../../domain/local-date.ts';
import { capitalised, listDate, timeRange } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { greeting, letter, link, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';
import type { DayCounts, PollFace } from '../types.ts';

/** "Onsdag 4 november 2026 kl. 9.00–16.00: 3 ja, 1 om det krisar, 2 nej". */
function dayLine(day: DayCounts, language: Language): string {
  return `${dayText(day, language)}: ${countsText(day, language)}`;
}

export function dayText({ date, startTime, endTime }: DayCounts, language: Language): string {
  return `${capitalised(listDate(localDate(date), language))} ${timeRange(startTime, endTime, language)}`;
}

export function countsText({ counts: { yes, ifNeeded, no } }: DayCounts, language: Language): string {
  return language === 'sv'
    ? `${yes} ja, ${ifNeeded} om det krisar, ${no} nej`
    : `${yes} yes, ${ifNeeded} if need be, ${no} no`;
}

/** What was answered about the days, best first, to the one who chooses: for a project without a planning chat. */
export function resultLetter(face: PollFace, language: Language): Letter {
  const sv = language === 'sv';
  const { projectTitle, answered, asked, days, url } = face;
  return letter(
    sv ? `Svaren om dagarna: ${projectTitle}` : `The answers about the days: ${projectTitle}`,
    [
      greeting(null, language),
      paragraph(
        sv
          ? `Sista svarsdag har varit. ${answered} av ${asked} svarade om dagarna för ${projectTitle}.`
          : `The last day to answer has passed. ${answered} of ${asked} answered about the days for ${projectTitle}.`,
      ),
      ...(answered === 0 ? [] : [list(days.map((day) => dayLine(day, language)))]),
      paragraph(
        sv
          ? 'Den bästa dagen står först. Nästa steg är att välja datum i fliken.'
          : 'The best day comes first. The next step is to choose the dates in the tab.',
      ),
      link(sv ? 'Välj datum' : 'Choose the dates', url),
    ],
    language,
  );
}
