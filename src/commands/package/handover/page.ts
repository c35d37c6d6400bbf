import { html, Html } from '../../../domain/html.ts';
import type { Language, Words } from '../../../domain/words.ts';
import { access } from './access.ts';
import { data } from './data.ts';
import { operation } from './operation.ts';
import { partHtml, type Section } from './parts.ts';
import type { Permission } from './permissions.ts';
import { style } from './style.ts';

/** What the page tells of one installation. */
export interface HandoverFacts {
  readonly permissions: readonly Permission[];
  /** Resource-specific permissions that the Teams package asks for; the fewer the better. */
  readonly teamsPermissions: readonly string[];
  readonly clientId: string;
  readonly publicUrl: string;
  readonly organiserMailbox: string;
  readonly version: string;
  /** False when the values are examples, because no tenant is configured. */
  readonly isReal: boolean;
}

const title: Words = { sv: 'Lärprojekt: till it och dataskydd', en: 'Lärprojekt: for IT and data protection' };

const lead: Words = {
  sv: 'Lärprojekt är en app i Teams och Outlook som ordnar träffar: anmälan, lokaler, kallelser, utvärdering och dokumentation. Här står vad appen får göra, vilka uppgifter den har och vad ni behöver bestämma innan den tas i bruk.',
  en: 'Lärprojekt is an app in Teams and Outlook that arranges sessions: registration, rooms, invitations, evaluation and documentation. This page says what the app may do, which data it holds, and what you need to decide before it is taken into use.',
};

const example: Words = {
  sv: 'Adress, app-id och brevlåda på sidan är exempel. Kör npm run package med MODE=tenant och era värden, så står era egna här.',
  en: 'The address, app id and mailbox on this page are examples. Run npm run package with MODE=tenant and your values, and the page shows your own.',
};

const contents: Words = { sv: 'Innehåll', en: 'Contents' };

/** One page with both languages, without script, for screen and paper. */
export function handoverPage(facts: HandoverFacts): string {
  const sections = [...access(facts), ...data, ...operation(facts)];
  return html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title.sv}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <div class="page">
          <fieldset class="choose">
            <legend>Språk / <span lang="en">Language</span></legend>
            <label><input type="radio" name="language" id="choose-sv" checked />Svenska</label>
            <label lang="en"><input type="radio" name="language" id="choose-en" />English</label>
          </fieldset>
          <main>${version('sv', sections, facts)} ${version('en', sections, facts)}</main>
        </div>
      </body>
    </html>`.toString();
}

function version(language: Language, sections: readonly Section[], facts: HandoverFacts): Html {
  const id = (section: Section): string => `${language}-${section.id}`;
  return html`<article lang="${language}" data-language="${language}">
    <h1>${title[language]}</h1>
    <p class="lead">${lead[language]}</p>
    <p class="quiet">${language === 'sv' ? 'Version' : 'Version'} ${facts.version} · ${facts.publicUrl}</p>
    ${facts.isReal ? null : html`<p class="unsure">${example[language]}</p>`}
    <nav aria-label="${contents[language]}">
      <ol>
        ${sections.map((section) => html`<li><a href="#${id(section)}">${section.title[language]}</a></li>`)}
      </ol>
    </nav>
    ${sections.map(
      (section, index) =>
        html`<section aria-labelledby="${id(section)}">
          <h2 id="${id(section)}" tabindex="-1">${index + 1}. ${section.title[language]}</h2>
          ${section.parts.map((part) => partHtml(part, language))}
        </section>`,
    )}
  </article>`;
}
