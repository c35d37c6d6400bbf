import { html, type Html } from '../../../domain/html.ts';
import { clockText } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { publicPage } from '../../shell/pages/shell.ts';
import type { DayNow } from '../rules.ts';
import type { AgendaItem } from '../types.ts';
import { openingText } from './opening.ts';

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
    left: (minutes: number) => (minutes === 1 ? '1 minut kvar' : `${minutes} minuter kvar`),
    next: 'Sedan',
    starts: 'Dagen börjar med',
    over: 'Dagens program är slut. Tack för i dag!',
    opening: 'Syfte och förhållningssätt',
    code: 'QR-kod till den här sidan',
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
    left: (minutes: number) => (minutes === 1 ? '1 minute left' : `${minutes} minutes left`),
    next: 'Then',
    starts: 'The day starts with',
    over: 'The programme of the day is over. Thank you!',
    opening: 'Purpose and attitudes',
    code: 'QR code to this page',
    none: 'The programme is not ready yet. It will be here.',
    unknown: 'There is no such page',
    unknownText: 'There is no programme at this address.',
    remote: 'remotely',
  },
} as const;

export interface ProgrammeSpeaker {
  readonly name: string;
  /** RG-05: title and organisation. */
  readonly about: string;
  /** RG-04: where one can read on. */
  readonly links: readonly { readonly url: string; readonly text: string }[];
}

export interface ProgrammePage {
  readonly project: { readonly id: string; readonly title: string };
  readonly sessionNumber: string;
  readonly theme: string | null;
  /** "tisdag 22 september 2026 kl. 8.30–16.00". */
  readonly when: string | null;
  readonly where: string | null;
  readonly preparation: string | null;
  readonly items: readonly (AgendaItem & { readonly speakers: readonly ProgrammeSpeaker[] })[];
  /** Where the day stands; null on any other day. */
  readonly now: DayNow | null;
  /** The sign with the code for the room. */
  readonly signPath: string;
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
      ${nowBox(page)}
      <dl class="facts">
        ${fact(text.theme, page.theme)} ${fact(text.when, page.when)} ${fact(text.where, page.where)}
        ${fact(text.preparation, page.preparation)}
      </dl>
      ${page.items.length === 0 ? html`<p>${text.none}</p>` : table(page)}
      ${
        page.items.some(({ type }) => type === 'opening') &&
        html`<section id="inledning">${openingText(language, 'h2')}</section>`
      }
      <p class="no-print"><a href="${page.signPath}">${text.code}</a></p>`,
  });
}

/** What one looks for with the telephone in the hand: what goes on, how long, and what comes then. */
function nowBox({ items, now, language }: ProgrammePage): Html | null {
  if (now === null || items.length === 0) return null;
  const text = words[language];
  const [current, next] = [items[now.current ?? -1], items[now.next ?? -1]];
  const at = (item: AgendaItem): string => `${item.title}, ${clockText(item.start, language)}`;
  if (current === undefined && next === undefined) return html`<p class="box no-print">${text.over}</p>`;
  const left = now.minutesLeft === null ? '' : ` (${text.left(now.minutesLeft)})`;
  if (current === undefined)
    return html`<p class="box no-print">
      ${now.next === 0 ? text.starts : text.next}: ${next === undefined ? '' : at(next)}
    </p>`;
  return html`<div class="box good no-print">
    <p class="lead"><strong>${text.now}: ${current.title}</strong>${left}</p>
    ${next === undefined ? null : html`<p>${text.next}: ${at(next)}</p>`}
  </div>`;
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
        ${items.map((item, index) => row(item, placeIn(index, now), language))}
      </tbody>
    </table>
  </div>`;
}

type When = 'past' | 'now' | 'later';

function placeIn(index: number, now: DayNow | null): When {
  if (now === null) return 'later';
  if (index === now.current) return 'now';
  return now.next === null || index < now.next ? 'past' : 'later';
}

function row(item: ProgrammePage['items'][number], when: When, language: Language): Html {
  const text = words[language];
  const isNow = when === 'now';
  const how = item.mode === 'remote' ? `, ${text.remote}` : '';
  return html`<tr class="${when}" ${isNow && html`aria-current="time"`}>
    <td>${clockText(item.start, language)}–${clockText(item.end, language)}</td>
    <td>
      ${isNow && html`<strong>${text.now}: </strong>`}${item.title}
      ${item.speakers.map(({ name, about, links }) => html`<br /><span class="quiet">${about === '' ? name : `${name}, ${about}`}${how}</span>${links.map(readOn)}`)}
      ${item.type === 'opening' && html`<br /><a href="#inledning">${text.opening}</a>`}
    </td>
  </tr>`;
}

function readOn({ url, text }: ProgrammeSpeaker['links'][number]): Html {
  return html`<br /><a href="${url}" rel="noopener">${text}</a>`;
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
