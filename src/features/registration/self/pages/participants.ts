import { html } from '../../../../domain/html.ts';
import { counted } from '../../../../domain/swedish-text.ts';
import type { Language } from '../../../../domain/words.ts';
import { languageQuery, publicPage } from '../../../shell/pages/shell.ts';
import type { OwnList } from '../types.ts';

const words = {
  sv: {
    title: 'Deltagare',
    count: (n: number) => `${counted(n, 'person', 'personer')} är med.`,
    intro: 'Listan är för er som deltar. Sprid den inte vidare.',
    print: 'Skriv ut eller spara som pdf: Ctrl+P, eller Dela i telefonen.',
    name: 'Namn',
    jobTitle: 'Befattning',
    organisation: 'Organisation',
    email: 'E-post',
    phone: 'Telefon',
    back: 'Tillbaka till din sida',
  },
  en: {
    title: 'Participants',
    count: (n: number) => `${counted(n, 'person takes', 'people take')} part.`,
    intro: 'The list is for those who take part. Do not pass it on.',
    print: 'Print or save as PDF: Ctrl+P, or Share on the telephone.',
    name: 'Name',
    jobTitle: 'Job title',
    organisation: 'Organisation',
    email: 'E-mail',
    phone: 'Telephone',
    back: 'Back to your page',
  },
} as const;

/** LST-01: name, title, organisation and address. Nothing dietary; a telephone number only of who has chosen to show it. */
export function participantsPage(page: OwnList & { readonly secret: string; readonly language: Language }): string {
  const { project, participants, secret, language } = page;
  const text = words[language];
  const hasPhones = participants.some(({ sharedPhone }) => sharedPhone !== null);
  const main = html`<h1>${text.title}</h1>
    <p>${text.count(participants.length)} <span class="no-print">${text.intro}</span></p>
    <p class="hint no-print">${text.print}</p>
    <table class="people" role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${[text.name, text.jobTitle, text.organisation, text.email, ...(hasPhones ? [text.phone] : [])].map(
            (title) => html`<th role="columnheader" scope="col">${title}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${participants.map(
          (one) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">${one.givenName} ${one.familyName}</th>
              <td role="cell">${one.title}</td>
              <td role="cell">${one.organisation}</td>
              <td role="cell"><a href="mailto:${one.email}">${one.email}</a></td>
              ${hasPhones ? html`<td role="cell">${one.sharedPhone}</td>` : null}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="no-print"><a href="/min/${encodeURIComponent(secret)}${languageQuery(language)}">${text.back}</a></p>`;
  return publicPage({ title: text.title, language, main, project: { id: project.projectId, title: project.title } });
}
