import { html, type Html } from '../../../domain/html.ts';
import type { Language } from '../../../domain/words.ts';
import { attitudes } from '../rules.ts';

const words = {
  sv: {
    purpose: 'Dalalab på 30 sekunder',
    purposeText:
      'Dalalab är till för att lära av varandra, utforska nytt och göra mer tillsammans. Kommunernas behov är utgångspunkten. Frågan är alltid: hur gör vi?',
    attitudes: 'Våra förhållningssätt',
    rules: 'Så blir dagen bra',
    rulesText: [
      'Vi håller tiderna. Kom i tid och stanna till slutet, då blir programmet bra för alla.',
      'Sitt gärna med någon du inte känner.',
    ],
  },
  en: {
    purpose: 'Dalalab in 30 seconds',
    purposeText:
      'Dalalab is there to learn from each other, explore what is new and do more together. The needs of the municipalities come first. The question is always: how do we do it?',
    attitudes: 'Our attitudes',
    rules: 'What makes a good day',
    rulesText: [
      'We keep the times. Come on time and stay to the end, and the programme will be good for everybody.',
      'Sit with somebody you do not know.',
    ],
  },
} as const;

/** OPN-01, OPN-02, RG-13: what the opening says. The attitudes are Swedish in both languages: they are the guideline's own words. */
export function openingText(language: Language, level: 'h2' | 'h3'): Html {
  const text = words[language];
  const heading = (title: string): Html => (level === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`);
  return html`${heading(text.purpose)}
    <p>${text.purposeText}</p>
    ${heading(text.attitudes)}
    <ul lang="sv">
      ${attitudes.map((rule) => html`<li>${rule}</li>`)}
    </ul>
    ${heading(text.rules)}
    <ul>
      ${text.rulesText.map((rule) => html`<li>${rule}</li>`)}
    </ul>`;
}
