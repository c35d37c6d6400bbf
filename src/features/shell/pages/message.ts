import { html } from '../../../domain/html.ts';
import type { Language } from '../../../domain/words.ts';
import { publicPage } from './shell.ts';

const messages = {
  noProject: {
    sv: ['Lärprojektet finns inte', 'Kontrollera adressen, eller be innehållsansvarig om en ny länk.'],
    en: ['No such learning project', 'Check the address, or ask the content lead for a new link.'],
  },
  noLink: {
    sv: [
      'Länken gäller inte längre',
      'Den kan vara för gammal eller ersatt av en ny. Gå till lärprojektets sida och be om en ny länk med din e-postadress.',
    ],
    en: [
      'The link no longer works',
      'It may be too old, or replaced by a new one. Go to the learning project’s page and ask for a new link with your e-mail address.',
    ],
  },
  tooMany: {
    sv: ['Vänta en liten stund', 'Det kommer många försök från samma håll just nu. Prova igen om en minut.'],
    en: ['Wait a little', 'Many attempts come from the same place right now. Try again in a minute.'],
  },
} as const;

/** A page that says one thing and what to do now. */
export function messagePage(message: keyof typeof messages, language: Language): string {
  const [title, text] = messages[message][language];
  return publicPage({
    title,
    language,
    main: html`<h1>${title}</h1>
      <p>${text}</p>`,
  });
}
