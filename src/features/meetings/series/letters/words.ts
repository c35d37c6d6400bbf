import { localDate } from '../../../../domain/local-date.ts';
import { html } from '../../../../domain/html.ts';
import { listDate, timeRange, weekdayNames } from '../../../../domain/swedish-text.ts';
import type { Language } from '../../../../domain/words.ts';
import { firstDay, indexIn } from '../rules.ts';
import type { SeriesOrder } from '../types.ts';

const every = {
  sv: { week: 'varje', fortnight: 'varannan' },
  en: { week: 'every', fortnight: 'every other' },
} as const;
const indexes = {
  sv: { first: 'den första', second: 'den andra', third: 'den tredje', fourth: 'den fjärde', last: 'den sista' },
  en: { first: 'the first', second: 'the second', third: 'the third', fourth: 'the fourth', last: 'the last' },
} as const;

/** "varannan tisdag kl. 9.00–10.00", "den första tisdagen varje månad kl. 9.00–10.00". */
export function whenText(order: SeriesOrder, language: Language): string {
  const { rhythm, weekday, startTime, endTime } = order;
  const name = weekdayNames[language][weekday - 1] ?? '';
  const time = timeRange(startTime, endTime, language);
  if (rhythm !== 'month') return `${every[language][rhythm]} ${name} ${time}`;
  const which = indexes[language][indexIn(firstDay(order))];
  return language === 'sv' ? `${which} ${name}en varje månad ${time}` : `${which} ${name} of each month ${time}`;
}

/** "från tisdag 8 september 2026 till måndag 1 mars 2027". */
export function spanText(order: SeriesOrder, language: Language): string {
  const [first, last] = [listDate(firstDay(order), language), listDate(localDate(order.until), language)];
  return language === 'sv' ? `från ${first} till ${last}` : `from ${first} to ${last}`;
}

export function seriesSubject(projectTitle: string, language: Language): string {
  return language === 'sv' ? `Planeringsmöte: ${projectTitle}` : `Planning meeting: ${projectTitle}`;
}

export interface SeriesBody {
  readonly projectTitle: string;
  readonly lead: string;
  readonly url: string;
  readonly postsAgenda: boolean;
}

/** What the invitation says. It holds for every meeting of the series, so it says nothing about days or times. */
export function seriesParts({ projectTitle, lead, postsAgenda }: SeriesBody, language: Language): readonly string[] {
  if (language === 'en')
    return [
      `You are in the planning group of the learning project ${projectTitle}.`,
      postsAgenda
        ? 'The agenda comes in the planning chat before each meeting. Red days, Christmas and July are left out.'
        : 'Red days, Christmas and July are left out.',
      `Can’t you come? Decline the day in question. Regards ${lead}`,
    ];
  return [
    `Du är med i planeringsgruppen för lärprojektet ${projectTitle}.`,
    postsAgenda
      ? 'Dagordningen kommer i planeringschatten före varje möte. Röda dagar, julen och juli är undantagna.'
      : 'Röda dagar, julen och juli är undantagna.',
    `Kan du inte komma? Tacka nej till just den dagen. Hälsningar ${lead}`,
  ];
}

export function seriesHtml(body: SeriesBody, language: Language): string {
  const parts = seriesParts(body, language).map((part) => html`<p>${part}</p>`);
  return html`${parts}
    <p><a href="${body.url}">${language === 'sv' ? 'Uppgifter och beslut' : 'Tasks and decisions'}</a></p>`.toString();
}

export function seriesEnded(language: Language): string {
  return language === 'sv'
    ? 'Vi har inga fler möten i gruppen. De går ur din kalender.'
    : 'There are no more planning meetings. They go from your calendar.';
}

export function dayLeftOut(language: Language): string {
  return language === 'sv'
    ? 'Inget planeringsmöte den här dagen: den är ledig.'
    : 'No planning meeting on this day: it is a free one.';
}
