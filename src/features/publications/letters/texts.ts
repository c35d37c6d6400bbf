import { capitalised, numberText } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { Channel } from '../types.ts';

/** What the texts tell of. A word that is not known yet comes as `…`. */
export interface PublicationFacts {
  readonly title: string;
  readonly challenge: string;
  readonly targetGroups: readonly string[];
  /** "Högst 3 personer per kommun." */
  readonly limits: string;
  /** "Fyra heldagsträffar på cirka fem månader." */
  readonly format: string;
  readonly sessions: readonly string[];
  /** "fredagen den 28 augusti kl. 16.00". */
  readonly closes: string;
  readonly registrationUrl: string;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  /** RG-02: "Elva kommuner deltar, tillsammans med Region Dalarna och Länsstyrelsen." */
  readonly who: string;
  /** Where the first session is held. */
  readonly city: string;
  readonly sessionCount: number;
  readonly participants: number;
  readonly organisations: number;
  /** "16 mars 2027"; null when nobody knows. */
  readonly dalating: string | null;
  /** Where the summary is published; null until it is. */
  readonly summaryUrl: string | null;
}

/** COM-01…COM-04, END-02: the words of one channel, to copy into a page, a newsletter or a post. */
export function publicationText(channel: Channel, facts: PublicationFacts, language: Language): string {
  return (language === 'en' ? english : swedish)[channel](facts).join('\n\n');
}

type Texts = Readonly<Record<Channel, (facts: PublicationFacts) => readonly string[]>>;

/** The first sentence says what it is about; a newsletter has room for no more. */
function firstSentence(text: string): string {
  return /^.*?[.?!](?=\s|$)/s.exec(text)?.[0] ?? text;
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `• ${line}`).join('\n');
const amount = (count: number, language: Language): string => (count === 0 ? '…' : numberText(count, language));

const swedish: Texts = {
  publishedWeb: (facts) => [
    `Nytt lärprojekt: ${facts.title}`,
    facts.challenge,
    `Lärprojektet vänder sig till:\n${bullets(facts.targetGroups)}`,
    `${facts.limits} Du anmäler dig till hela lärprojektet.`,
    `${facts.format} Vi bjuder på fika och lunch. Resan betalar din arbetsgivare.\n${bullets(facts.sessions)}`,
    `Anmäl dig senast ${facts.closes}: ${facts.registrationUrl}`,
    `Frågor? Kontakta ${facts.contact.name}, innehållsansvarig, ${facts.contact.email}, ${facts.contact.phone}`,
    'Dalalab drivs av Länsstyrelsen Dalarna och Region Dalarna.',
  ],
  publishedNewsletter: (facts) => [
    `Dalalab startar ett nytt lärprojekt: ${facts.title}`,
    `${firstSentence(facts.challenge)} Det utforskar Dalalabs nya lärprojekt. ${facts.limits} Anmäl dig senast ${facts.closes}.`,
    `Läs inbjudan och anmäl dig: ${facts.registrationUrl}`,
  ],
  publishedLinkedIn: (facts) => [
    `I dag startade Dalalabs lärprojekt ${facts.title} i ${facts.city}. ${capitalised(amount(facts.participants, 'sv'))} tjänstepersoner från ${amount(facts.organisations, 'sv')} organisationer ska under ett halvår lära av varandra. ${facts.who}`.trim(),
    'Fråga nummer ett: hur gör vi?',
    '#Dalalab #Dalastrategin',
  ],
  summaryWeb: (facts) => [
    `Det här lärde vi oss: ${facts.title}`,
    `1. Lärprojektet i korthet\n${facts.challenge}\n${capitalised(amount(facts.sessionCount, 'sv'))} träffar, ${amount(facts.participants, 'sv')} deltagare från ${amount(facts.organisations, 'sv')} organisationer. ${facts.who}`.trim(),
    '2. Vad vi lärde oss\n[Tre lärdomar, en mening var.]',
    '3. Exempel som fler kan använda\n[Exemplet, var det finns och vem man frågar.]',
    '4. Det här gör vi nu\n[Per arbetsgrupp: vad, vem och när.]',
    `5. Medskick till styrgruppen och till Dalating\n[Två eller tre medskick.]${facts.dalating === null ? '' : `\nDalating är den ${facts.dalating}.`}`,
    '6. Så tyckte deltagarna\n[Nytta, tillämpning och hur många som svarade. Siffrorna finns under Utvärdering.]',
    '7. Läs mer\n[Länk till dokumentationen från träffarna.]',
    `8. Kontakt\n${facts.contact.name}, ${facts.contact.email}, ${facts.contact.phone}`,
  ],
  summaryNewsletter: (facts) => [
    `${capitalised(amount(facts.participants, 'sv'))} personer och ${amount(facts.sessionCount, 'sv')} träffar. Läs vad lärprojektet ${facts.title} kom fram till${facts.dalating === null ? '' : ` – och hör mer på Dalating den ${facts.dalating}`}.`,
    `Sammanfattningen: ${facts.summaryUrl ?? '…'}`,
  ],
};

const english: Texts = {
  publishedWeb: (facts) => [
    `New learning project: ${facts.title}`,
    facts.challenge,
    `The learning project is for:\n${bullets(facts.targetGroups)}`,
    `${facts.limits} You register for the whole project.`,
    `${facts.format} Coffee and lunch are on us. Your employer pays for the journey.\n${bullets(facts.sessions)}`,
    `Register by ${facts.closes}: ${facts.registrationUrl}`,
    `Questions? Contact ${facts.contact.name}, content lead, ${facts.contact.email}, ${facts.contact.phone}`,
    'Dalalab is run by Länsstyrelsen Dalarna and Region Dalarna.',
  ],
  publishedNewsletter: (facts) => [
    `Dalalab starts a new learning project: ${facts.title}`,
    `${firstSentence(facts.challenge)} That is what the new learning project of Dalalab explores. ${facts.limits} Register by ${facts.closes}.`,
    `Read the invitation and register: ${facts.registrationUrl}`,
  ],
  publishedLinkedIn: (facts) => [
    `Today Dalalab started the learning project ${facts.title} in ${facts.city}. ${capitalised(amount(facts.participants, 'en'))} officials of ${amount(facts.organisations, 'en')} organisations will learn from each other for half a year. ${facts.who}`.trim(),
    'Question number one: how do we do it?',
    '#Dalalab #Dalastrategin',
  ],
  summaryWeb: (facts) => [
    `What we learned: ${facts.title}`,
    `1. The project in brief\n${facts.challenge}\n${capitalised(amount(facts.sessionCount, 'en'))} sessions, ${amount(facts.participants, 'en')} participants of ${amount(facts.organisations, 'en')} organisations. ${facts.who}`.trim(),
    '2. What we learned\n[Three lessons, a sentence each.]',
    '3. Examples for others to use\n[The example, where it is and whom to ask.]',
    '4. What we do now\n[Per group: what, who and when.]',
    `5. To the steering group and to Dalating\n[Two or three messages.]${facts.dalating === null ? '' : `\nDalating is on ${facts.dalating}.`}`,
    '6. What the participants thought\n[Use, application and how many answered. The figures are under Evaluation.]',
    '7. Read more\n[Link to the documentation of the sessions.]',
    `8. Contact\n${facts.contact.name}, ${facts.contact.email}, ${facts.contact.phone}`,
  ],
  summaryNewsletter: (facts) => [
    `${capitalised(amount(facts.participants, 'en'))} people and ${amount(facts.sessionCount, 'en')} sessions. Read what the learning project ${facts.title} found${facts.dalating === null ? '' : ` – and hear more at Dalating on ${facts.dalating}`}.`,
    `The summary: ${facts.summaryUrl ?? '…'}`,
  ],
};
