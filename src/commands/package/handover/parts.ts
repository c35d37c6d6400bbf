import { html, type Html } from '../../../domain/html.ts';
import type { Language, Words } from '../../../domain/words.ts';

/** The parts that a section may have. Commands are the same in both languages; comments and places to fill in are not. */
export type Part =
  | { readonly kind: 'text'; readonly words: Words }
  | { readonly kind: 'unsure'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | { readonly kind: 'questions'; readonly items: readonly Words[] }
  | { readonly kind: 'code'; readonly label: Words; readonly code: Words | string }
  | {
      readonly kind: 'table';
      readonly caption: Words;
      readonly head: readonly Words[];
      readonly rows: readonly (readonly (Words | string)[])[];
    };

export interface Section {
  readonly id: string;
  readonly title: Words;
  readonly parts: readonly Part[];
}

const unsureLabel: Words = { sv: 'Inte prövat:', en: 'Not tested:' };

export function partHtml(part: Part, language: Language): Html {
  switch (part.kind) {
    case 'text':
      return html`<p>${part.words[language]}</p>`;
    case 'unsure':
      return html`<p class="unsure"><strong>${unsureLabel[language]}</strong> ${part.words[language]}</p>`;
    case 'list':
      return html`<ul>
        ${part.items.map((item) => html`<li>${item[language]}</li>`)}
      </ul>`;
    case 'questions':
      return html`<ol class="questions">
        ${part.items.map((item) => html`<li>${item[language]}<span class="answer" aria-hidden="true"></span></li>`)}
      </ol>`;
    case 'code':
      return html`<figure>
        <figcaption>${part.label[language]}</figcaption>
        <pre tabindex="0" aria-label="${part.label[language]}"><code>${said(part.code, language)}</code></pre>
      </figure>`;
    case 'table':
      return tableHtml(part, language);
  }
}

function said(words: Words | string, language: Language): string {
  return typeof words === 'string' ? words : words[language];
}

/** On a narrow screen each row becomes a block, its cells named by their column. */
function tableHtml({ caption, head, rows }: Extract<Part, { kind: 'table' }>, language: Language): Html {
  return html`<table>
    <caption>
      ${caption[language]}
    </caption>
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${cell[language]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first = '', ...rest]) =>
          html`<tr>
            <th scope="row">${said(first, language)}</th>
            ${rest.map((cell, index) => html`<td data-column="${head[index + 1]?.[language]}">${said(cell, language)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
