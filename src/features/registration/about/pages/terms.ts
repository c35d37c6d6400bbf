import { html } from '../../../../domain/html.ts';
import type { Language } from '../../../../domain/words.ts';
import { languageQuery, publicPage } from '../../../shell/pages/shell.ts';

interface Terms {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly data: string;
  readonly access: string;
}

/** What Teams shows beside the app, and what anybody may read. */
const terms: Readonly<Record<Language, Terms>> = {
  sv: {
    title: 'Villkor för tjänsten',
    paragraphs: [
      'Tjänsten hjälper dem som ordnar och deltar i lärprojekt inom Dalalab. Region Dalarna och Länsstyrelsen Dalarna driver Dalalab och ansvarar för tjänsten.',
      'Den är gratis att använda. Du behöver inget konto för att anmäla dig, svara på utvärderingen eller läsa dokumentationen.',
      'Din personliga länk är bara till för dig. Den som har länken kan se och ändra din anmälan, så skicka den inte vidare.',
      'I Teams skickar tjänsten inget förrän en person har sett vad som går ut och till hur många, och har sagt ja.',
      'Presentationer och foton tillhör den som har gjort dem. Fråga innan du använder dem till något annat.',
      'Tjänsten kan vara stängd en stund när den uppdateras. Hör av dig till innehållsansvarig om något är bråttom.',
    ],
    data: 'Så behandlar vi dina personuppgifter',
    access: 'Tillgänglighet',
  },
  en: {
    title: 'Terms of the service',
    paragraphs: [
      'The service helps those who arrange and take part in learning projects within Dalalab. Region Dalarna and the County Administrative Board of Dalarna run Dalalab and are responsible for the service.',
      'It costs nothing to use. You need no account to register, answer the evaluation or read the documentation.',
      'Your personal link is for you alone. Whoever has it can see and change your registration, so do not pass it on.',
      'In Teams the service sends nothing until a person has seen what would go out and to how many, and has said yes.',
      'Presentations and photos belong to those who made them. Ask before you use them for something else.',
      'The service may be closed for a while when it is updated. Contact the content lead if something is urgent.',
    ],
    data: 'How we handle your personal data',
    access: 'Accessibility',
  },
};

export function termsPage(language: Language): string {
  const { title, paragraphs, data, access } = terms[language];
  const query = languageQuery(language);
  const main = html`<h1>${title}</h1>
    ${paragraphs.map((text) => html`<p>${text}</p>`)}
    <ul>
      <li><a href="/personuppgifter${query}">${data}</a></li>
      <li><a href="/tillganglighet${query}">${access}</a></li>
    </ul>`;
  return publicPage({ title, language, main });
}
