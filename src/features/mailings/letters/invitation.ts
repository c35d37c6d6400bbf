import type { Language } from '../../../domain/words.ts';
import { heading, link, list, paragraph, paragraphs } from '../../notices/letters/letter.ts';
import type { Draft, LetterPart } from '../../notices/types.ts';

/** The invitation's nine parts as words; what is not known yet stands as a gap. */
export interface InvitationFacts {
  readonly title: string;
  readonly subtitle: string | null;
  readonly challenge: string;
  readonly purpose: string;
  readonly targetGroups: readonly string[];
  /** "Högst 3 personer per kommun." */
  readonly limits: string;
  /** "Fyra heldagsträffar på cirka fem månader." */
  readonly format: string;
  /** "Träff 1: tisdagen den 22 september (v. 39), kl. 8.30–16.00, Siljan, Falun". */
  readonly sessions: readonly string[];
  readonly wholeProject: string;
  readonly registrationUrl: string;
  /** "fredagen den 28 augusti kl. 16.00". */
  readonly closes: string;
  readonly closing: string;
  readonly about: string;
  readonly webPage: string | null;
  readonly contact: {
    readonly name: string;
    readonly givenName: string;
    readonly email: string;
    readonly phone: string;
  };
  readonly language: Language;
}

export interface InvitationTo {
  readonly subject: string;
  /** The cover text of the recipient's group. */
  readonly cover: string;
}

/** INV-02…INV-10: the cover text of one group, and under it the nine parts, which are the same to all. */
export function invitationDraft(facts: InvitationFacts, to: InvitationTo): Draft {
  const parts = facts.language === 'en' ? inEnglish(facts) : inSwedish(facts);
  return { subject: to.subject, parts: [...paragraphs(to.cover), ...parts] };
}

function title(facts: InvitationFacts, welcome: string): readonly LetterPart[] {
  return [heading(welcome), ...(facts.subtitle === null ? [] : paragraphs(facts.subtitle))];
}

function inSwedish(facts: InvitationFacts): readonly LetterPart[] {
  const { contact } = facts;
  return [
    ...title(facts, `Välkommen till lärprojektet ${facts.title}`),
    link(`Anmäl dig senast ${facts.closes}`, facts.registrationUrl),
    heading('Utmaningen'),
    ...paragraphs(facts.challenge),
    heading('Syfte'),
    ...paragraphs(facts.purpose),
    heading('Vi vänder oss till'),
    list(facts.targetGroups),
    paragraph(facts.limits),
    heading('Upplägg och datum'),
    paragraph(facts.format),
    paragraph('Vi varvar korta presentationer med gott om tid för samtal. Ibland får du en liten hemuppgift.'),
    list(facts.sessions),
    paragraph('Vi bjuder på fika och lunch. Resan betalar din arbetsgivare.'),
    heading('Du anmäler dig till hela lärprojektet'),
    ...paragraphs(facts.wholeProject),
    heading('Anmälan'),
    link('Till anmälan', facts.registrationUrl),
    paragraph(`Sista dag är ${facts.closes}.`),
    ...paragraphs(facts.closing),
    heading('Vad är Dalalab?'),
    ...paragraphs(facts.about),
    ...(facts.webPage === null ? [] : [link('Läs mer om Dalalab', facts.webPage)]),
    heading('Frågor?'),
    paragraph(`${contact.name}, innehållsansvarig, ${contact.email}, ${contact.phone}`),
    paragraph(`Behöver du hörslinga, tolk eller annat för att kunna delta? Hör av dig till ${contact.givenName}.`),
  ];
}

function inEnglish(facts: InvitationFacts): readonly LetterPart[] {
  const { contact } = facts;
  return [
    ...title(facts, `Welcome to the learning project ${facts.title}`),
    link(`Register by ${facts.closes}`, facts.registrationUrl),
    heading('The challenge'),
    ...paragraphs(facts.challenge),
    heading('Purpose'),
    ...paragraphs(facts.purpose),
    heading('Who it is for'),
    list(facts.targetGroups),
    paragraph(facts.limits),
    heading('Format and dates'),
    paragraph(facts.format),
    paragraph('Short presentations alternate with plenty of time to talk. At times you get a small piece of homework.'),
    list(facts.sessions),
    paragraph('Coffee and lunch are on us. Your employer pays for the journey.'),
    heading('You register for the whole project'),
    ...paragraphs(facts.wholeProject),
    heading('Registration'),
    link('To the registration', facts.registrationUrl),
    paragraph(`The last day is ${facts.closes}.`),
    ...paragraphs(facts.closing),
    heading('What is Dalalab?'),
    ...paragraphs(facts.about),
    ...(facts.webPage === null ? [] : [link('More about Dalalab', facts.webPage)]),
    heading('Questions?'),
    paragraph(`${contact.name}, content lead, ${contact.email}, ${contact.phone}`),
    paragraph(
      `Do you need a hearing loop, an interpreter or something else to take part? Contact ${contact.givenName}.`,
    ),
  ];
}
