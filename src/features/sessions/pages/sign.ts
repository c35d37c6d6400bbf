import { Html, html } from '../../../domain/html.ts';
import type { Language } from '../../../domain/words.ts';
import { publicPage } from '../../shell/pages/shell.ts';
import { openingText } from './opening.ts';

const words = {
  sv: {
    title: (number: string) => `Program för träff ${number}`,
    scan: 'Programmet i telefonen, hela dagen. Läs av koden med kameran.',
    code: (url: string) => `QR-kod till ${url}`,
    opening: 'Vår inledning',
    print: 'Skriv ut sidan och sätt upp den i rummet. Den första sidan är koden, den andra är inledningen.',
  },
  en: {
    title: (number: string) => `Programme of session ${number}`,
    scan: 'The programme on your telephone, all day. Read the code with the camera.',
    code: (url: string) => `QR code to ${url}`,
    opening: 'Our opening',
    print: 'Print the page and put it up in the room. The first sheet is the code, the second the opening.',
  },
} as const;

export interface SignPage {
  readonly project: { readonly id: string; readonly title: string };
  readonly sessionNumber: string;
  readonly when: string | null;
  readonly where: string | null;
  readonly url: string;
  /** An `<svg>` element, made by ourselves. */
  readonly svg: string;
  readonly language: Language;
}

/** AGD-05, OPN-01: two sheets for the room, the programme's code and what the opening says. */
export function signPage(page: SignPage): string {
  const { language, project, url } = page;
  const text = words[language];
  const title = text.title(page.sessionNumber);
  return publicPage({
    title,
    language,
    project,
    main: html`<p class="box no-print">${text.print}</p>
      <section class="sheet">
        <h1>${title}</h1>
        <p class="lead">${[page.when, page.where].filter((part) => part !== null).join(', ')}</p>
        <p class="lead">${text.scan}</p>
        <div role="img" aria-label="${text.code(url)}">${new Html(page.svg)}</div>
        <p><a href="${url}">${url.replace(/^https?:\/\//, '')}</a></p>
      </section>
      <section class="sheet">
        <h2>${text.opening}</h2>
        ${openingText(language, 'h3')}
      </section>`,
  });
}
