import type { Language } from '../../../domain/words.ts';
import { greeting, heading, link, list, paragraph, paragraphs } from '../../notices/letters/letter.ts';
import type { Draft } from '../../notices/types.ts';

/** What the letters before a session tell; days and times are words already. */
export interface InfoFacts {
  readonly sessionNumber: string;
  readonly theme: string | null;
  /** "tisdagen den 22 september". */
  readonly day: string;
  /** "22 september". */
  readonly shortDay: string;
  /** "tisdag". */
  readonly weekday: string;
  /** "kl. 8.30–16.00". */
  readonly times: string;
  /** "kl. 8.30". */
  readonly arrival: string;
  readonly place: string | null;
  readonly city: string | null;
  readonly preparation: string;
  /** "9.00 Välkommen". */
  readonly programme: readonly string[];
  readonly programmeUrl: string;
  readonly sender: string;
  readonly language: Language;
}

export interface InfoTo {
  /** Null where one letter goes to several, who are greeted alike. */
  readonly givenName: string | null;
  /** What the content lead adds; empty for nothing. */
  readonly own: string;
}

/** INF-01, INF-02: the programme and how to prepare, two weeks before. The same to everybody but the name. */
export function infoDraft(facts: InfoFacts, to: InfoTo): Draft {
  return facts.language === 'en' ? inEnglish(facts, to) : inSwedish(facts, to);
}

function inSwedish(facts: InfoFacts, to: InfoTo): Draft {
  const what = facts.theme === null ? `Träff ${facts.sessionNumber}` : `Träff ${facts.sessionNumber}: ${facts.theme}`;
  return {
    subject: `Inför träff ${facts.sessionNumber} den ${facts.shortDay}: program och förberedelser`,
    parts: [
      greeting(to.givenName, 'sv'),
      ...paragraphs(to.own),
      paragraph([what, facts.day, facts.times, facts.place].filter((part) => part !== null).join(', ')),
      heading('Förbered dig så här'),
      ...paragraphs(facts.preparation),
      heading('Program i korthet'),
      list(facts.programme),
      link('Hela programmet, alltid det senaste', facts.programmeUrl),
      heading('Bra att veta'),
      paragraph(`Vi håller tiderna. Kom gärna till kaffet ${facts.arrival}.`),
      paragraph('Kan du inte komma? Tacka nej i kalendern, så minskar vi maten. Du är ändå kvar i lärprojektet.'),
      paragraph(`Vi ses! ${facts.sender}`),
    ],
  };
}

function inEnglish(facts: InfoFacts, to: InfoTo): Draft {
  const what =
    facts.theme === null ? `Session ${facts.sessionNumber}` : `Session ${facts.sessionNumber}: ${facts.theme}`;
  return {
    subject: `Before session ${facts.sessionNumber} on ${facts.shortDay}: programme and preparation`,
    parts: [
      greeting(to.givenName, 'en'),
      ...paragraphs(to.own),
      paragraph([what, facts.day, facts.times, facts.place].filter((part) => part !== null).join(', ')),
      heading('Prepare like this'),
      ...paragraphs(facts.preparation),
      heading('The programme in brief'),
      list(facts.programme),
      link('The whole programme, always the latest', facts.programmeUrl),
      heading('Good to know'),
      paragraph(`We keep to the times. You are welcome to coffee ${facts.arrival}.`),
      paragraph('Can you not come? Decline in the calendar, and we order less food. You remain in the project.'),
      paragraph(`See you! ${facts.sender}`),
    ],
  };
}
