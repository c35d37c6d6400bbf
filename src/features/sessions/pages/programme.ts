import { html, type Html } from '../../../domain/html.ts';
import { clockText } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { publicPage } from '../../shell/pages/shell.ts';
import type { AgendaItem } from '../types.ts';

const words = {
  sv: {
    title: 'Program för träff',
    when: 'Dag',
    where: 'Plats',
    theme: 'Tema',
    preparation: 'Förbered dig så här',
    programme: 'Program',
    time: 'Tid',
    what: 'Punkt',
    now: 'Nu',
    none: 'Programmet är inte klart än. Det kommer här.',
    unknown: 'Sidan finns inte',
    unknownText: 'Det finns inget program på den här adressen.',
    remote: 'digitalt',
  },
  en: {
    title: 'Programme of session',
    when: 'Day',
    where: 'Place',
    theme: 'Theme',
    preparation: 'Prepare like this',
    programme: 'Programme',
    time: 'Time',
    what: 'Item',
    now: 'Now',
    none: 'The programme is not ready yet. It will be here.',
    unknown: 'There is no such page',
    unknownText: 'There is no programme at this address.',
    remote: 'remotely',
  },
} as const;

export interface ProgrammePage {
  readonly project: { readonly id: string; readonly title: string };
  readonly sessionNumber: string;
  readonly theme: string | null;
  /** "tisdag 22 september 2026 kl. 8.30–16.00". */
  readonly when: string | null;
  readonly where: string | null;
  readonly preparation: string | null;
  readonly items: readonly (AgendaItem & { readonly speakers: readonly string[] })[];
  /** Place of the item that goes on now, 0 first; null when none does. */
  readonly now: number | null;
  readonly language: Language;
}

/** AGD-05: the day's programme as it stands, open to everybody who has the address. */
export function programmePage(page: ProgrammePage): string {
  const { language, project } = page;
  const text = words[language];
  const title = `${text.title} ${page.sessionNumber}`;
  const fact = (name: string, value: string | null): Html | null =>
    value === null
      ? null
      : html`<dt>${name}</dt>
          <dd>${value}</dd>`;
  return publicPage({
    title,
    language,
    project,
    main: html`<h1>${title}</h1>
      <dl class="facts">
        ${fact(text.theme, page.theme)} ${fact(text.when, page.when)} ${fact(text.where, page.where)}
        ${fact(text.preparation, page.preparation)}
      </dl>
      ${page.items.length === 0 ? html`<p>${text.none}</p>` : table(page)}`,
  });
}

function table({ items, now, language }: ProgrammePage): Html {
  const text = words[language];
  return html`<div class="scroll">
    <table>
      <caption>
        ${text.programme}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text.time}</th>
          <th scope="col">${text.what}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map((item, index) => row(item, index === now, language))}
      </tbody>
    </table>
  </div>`;
}

function row(item: ProgrammePage['items'][number], isNow: boolean, language: Language): Html {
  const text = words[language];
  const who = item.speakers.join(', ');
  const how = item.mode === 'remote' && item.speakers.length > 0 ? `, ${text.remote}` : '';
  return html`<tr ${isNow && html`aria-current="time"`}>
    <td>${clockText(item.start, language)}–${clockText(item.end, language)}</td>
    <td>
      ${isNow && html`<strong>${text.now}: </strong>`}${item.title}
      ${who !== '' && html`<br /><span class="quiet">${who}${how}</span>`}
    </td>
  </tr>`;
}

export function unknownProgrammePage(language: Language): string {
  const text = words[language];
  return publicPage({
    title: text.unknown,
    language,
    main: html`<h1>${text.unknown}</h1>
      <p>${text.unknownText}</p>`,
  });
}
