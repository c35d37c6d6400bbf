import { Temporal } from 'temporal-polyfill';
import { html, type Html } from '../../../domain/html.ts';
import { localDate } from '../../../domain/local-date.ts';
import {
  capitalised,
  clockText,
  dayMonth,
  dayMonthTime,
  listDate,
  listText,
  textDate,
  timeRange,
} from '../../../domain/swedish-text.ts';
import { placeText } from '../../../domain/place-text.ts';
import { say as saying, type Language, type Words } from '../../../domain/words.ts';
import { publicPage } from '../../shell/pages/shell.ts';
import type { DietNumbers, KitchenSheet } from '../types.ts';
import { words } from './words.ts';

interface Reading {
  readonly language: Language;
  readonly now: Temporal.Instant;
}

/** The kitchen's page: numbers large, then what to mark, when, where and whom to ring. Meant for a printer as well. */
export function kitchenPage(sheet: KitchenSheet, reading: Reading): string {
  const { language } = reading;
  const day = sheet.date === null ? '' : listDate(localDate(sheet.date), language);
  const title = saying(words.title, language, { day }).trim();
  return publicPage({
    title,
    language,
    project: { id: sheet.projectId, title: sheet.projectTitle },
    main: html`<h1>${title}</h1>
      <p>${saying(words.session, language, { number: sheet.number, title: sheet.title })}</p>
      ${sheet.state === 'none' ? html`<p class="box bad">${words.none[language]}</p>` : numbers(sheet, language)}
      ${room(sheet, language)}
      <p class="quiet">
        ${saying(words.latest, language, { moment: dayMonthTime(reading.now, sheet.timeZone, language) })}
      </p>`,
  });
}

export function kitchenLinkGone(language: Language): string {
  const title = words.goneTitle[language];
  return publicPage({
    title,
    language,
    main: html`<h1>${title}</h1>
      <p>${words.gone[language]}</p>`,
  });
}

function numbers(sheet: KitchenSheet, language: Language): Html {
  const { heads, diet } = sheet.numbers;
  const people = heads.total === 1 ? words.onePerson : words.people;
  return html`<section aria-labelledby="antal">
      <h2 id="antal">${words.heads[language]}</h2>
      <p class="count">${saying(people, language, { n: heads.total })}</p>
      <p>${finalText(sheet, language)}</p>
      ${changes(sheet, language)}
    </section>
    <section aria-labelledby="kost">
      <h2 id="kost">${words.diet[language]}</h2>
      ${
        diet.severe === 0
          ? null
          : html`<p class="box bad">
              <strong>${saying(words.severe, language, { n: diet.severe })}</strong>
            </p>`
      }
      ${dietTable(diet, language)} ${combined(diet, language)}
      ${diet.unread === 0 ? null : html`<p>${saying(words.unread, language, { n: diet.unread })}</p>`}
      <p class="quiet">${words.noNames[language]}</p>
    </section>
    ${times(sheet, language)}`;
}

function finalText({ final, timeZone }: KitchenSheet, language: Language): string {
  if (final.at !== null)
    return saying(words.final, language, {
      day: dayMonthTime(Temporal.Instant.from(final.at), timeZone, language),
    });
  if (final.on === null) return words.preliminaryOnly[language];
  return saying(words.preliminary, language, { day: textDate(localDate(final.on), language) });
}

/** "+1 veganskt", with a real minus sign. */
function changes({ final, timeZone }: KitchenSheet, language: Language): Html | null {
  if (final.at === null) return null;
  if (final.changes.length === 0) return html`<p>${words.noChanges[language]}</p>`;
  const since = dayMonth(Temporal.Instant.from(final.at).toZonedDateTimeISO(timeZone).toPlainDate(), language);
  const lines = final.changes.map(
    ({ label, change }) => html`<li>${change > 0 ? '+' : '−'}${Math.abs(change)} ${label[language]}</li>`,
  );
  return html`<div class="box">
    <h3>${saying(words.changes, language, { day: since })}</h3>
    <ul>
      ${lines}
    </ul>
  </div>`;
}

function dietTable({ counts, others }: DietNumbers, language: Language): Html {
  if (counts.length + others.length === 0) return html`<p>${words.dietNone[language]}</p>`;
  const rows = [
    ...counts.map(({ label, count, severe }) => ({ name: capitalised(label[language]), count, severe })),
    ...others.map(({ wording, count, severe }) => ({
      name: capitalised(saying(words.other, language, { wording })),
      count,
      severe,
    })),
  ];
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">${words.kind[language]}</th>
          <th scope="col">${words.count[language]}</th>
          <th scope="col">${words.severeColumn[language]}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, count, severe }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${count}</td>
              <td>${severe === 0 ? '–' : html`<strong>${severe}</strong>`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function combined({ combined: kinds }: DietNumbers, language: Language): Html | null {
  if (kinds.length === 0) return null;
  const inWords = (labels: readonly Words[]): string =>
    listText(
      labels.map((label) => label[language]),
      language,
    );
  return html`<h3>${words.combined[language]}</h3>
    <ul>
      ${kinds.map(({ labels, count }) => html`<li>${count} ${inWords(labels)}</li>`)}
    </ul>`;
}

function times({ meals }: KitchenSheet, language: Language): Html | null {
  if (meals.length === 0) return null;
  const items = meals.map(({ at, title }) => html`<li><strong>${clockText(at, language)}</strong> ${title}</li>`);
  return html`<section aria-labelledby="tider">
    <h2 id="tider">${words.times[language]}</h2>
    <ul>
      ${items}
    </ul>
  </section>`;
}

function room(sheet: KitchenSheet, language: Language): Html {
  const { venue, layout, equipment, opensAt, reference, contact, start, end } = sheet;
  const rows: readonly (readonly [Words, string | null])[] = [
    [words.venue, venue === null ? null : placeText(venue)],
    [words.when, start === null || end === null ? null : timeRange(start, end, language)],
    [words.opens, opensAt === null ? null : clockText(opensAt, language)],
    [words.layout, layout],
    [words.equipment, equipment.map((one) => one[language]).join(', ') || null],
    [words.invoice, reference],
    [words.contact, [contact.name, contact.phone].filter((part) => part !== null).join(', ')],
  ];
  const items = rows
    .filter(([, value]) => value !== null)
    .map(
      ([term, value]) =>
        html`<dt>${term[language]}</dt>
          <dd>${value}</dd>`,
    );
  return html`<section aria-labelledby="rummet">
    <h2 id="rummet">${words.place[language]}</h2>
    <dl class="facts">${items}</dl>
  </section>`;
}
