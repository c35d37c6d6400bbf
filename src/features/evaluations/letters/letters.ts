import type { Language } from '../../../domain/words.ts';
import { letter, link, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';
import type { EvaluationOffer } from '../types.ts';

export interface EvaluationLetter {
  readonly offer: EvaluationOffer;
  readonly givenName: string;
  /** The recipient's own link. */
  readonly url: string;
  readonly sender: string;
}

/** One personal route to the five questions, for everybody without a chat with the bot. */
export function askLetter({ offer, givenName, url, sender }: EvaluationLetter): Letter {
  const { sessionNumber: number, closes, language } = offer;
  if (language === 'en')
    return letter(
      `Five quick questions about session ${number}`,
      [
        paragraph(`Hello ${givenName}!`),
        paragraph('Thank you for today. Please answer five questions. It takes less than two minutes.'),
        link('Answer the evaluation', url),
        paragraph(`The answers are stored without your name. You can answer until ${closes}.`),
        paragraph('The link is yours alone. Do not pass it on.'),
        paragraph(sender),
      ],
      language,
    );
  return letter(
    `Fem snabba frågor om träff ${number}`,
    [
      paragraph(`Hej ${givenName}!`),
      paragraph('Tack för i dag. Svara gärna på fem frågor. Det tar under två minuter.'),
      link('Svara på utvärderingen', url),
      paragraph(`Svaren sparas utan ditt namn. Du kan svara till och med ${closes}.`),
      paragraph('Länken är bara din. Skicka den inte vidare.'),
      paragraph(sender),
    ],
    language,
  );
}

/** The only reminder, to those who have not answered. */
export function remindLetter({ offer, givenName, url, sender }: EvaluationLetter): Letter {
  const { sessionNumber: number, closes, language } = offer;
  if (language === 'en')
    return letter(
      `What did you think of session ${number}?`,
      [
        paragraph(`Hello ${givenName}!`),
        paragraph('You have not answered the evaluation yet. Five quick questions, and we remind you only this once.'),
        link('Answer the evaluation', url),
        paragraph(`The answers are stored without your name. It closes ${closes}.`),
        paragraph(sender),
      ],
      language,
    );
  return letter(
    `Vad tyckte du om träff ${number}?`,
    [
      paragraph(`Hej ${givenName}!`),
      paragraph('Du har inte svarat på utvärderingen än. Det är fem snabba frågor. Vi påminner bara den här gången.'),
      link('Svara på utvärderingen', url),
      paragraph(`Svaren sparas utan ditt namn. Utvärderingen stänger ${closes}.`),
      paragraph(sender),
    ],
    language,
  );
}

/** Answers somebody who asked for their own link on the public page. */
export function linkLetter({ offer, givenName, url, sender }: EvaluationLetter): Letter {
  const { sessionNumber: number, language } = offer;
  if (language === 'en')
    return letter(
      `Your link to the evaluation of session ${number}`,
      [
        paragraph(`Hello ${givenName}!`),
        paragraph('You asked for your link. It is yours alone, so do not pass it on.'),
        link('Answer the evaluation', url),
        paragraph(sender),
      ],
      language,
    );
  return letter(
    `Din länk till utvärderingen av träff ${number}`,
    [
      paragraph(`Hej ${givenName}!`),
      paragraph('Du bad om din länk. Den är bara din, så skicka den inte vidare.'),
      link('Svara på utvärderingen', url),
      paragraph(sender),
    ],
    language,
  );
}

/** Told in the planning chat the day before. */
export function announcement(facts: {
  readonly sessionNumber: number;
  readonly opens: string;
  readonly people: number;
  readonly confirmedBy: string;
  readonly language: Language;
}): string {
  const { sessionNumber: number, opens, people, confirmedBy } = facts;
  return facts.language === 'en'
    ? `The evaluation of session ${number} opens ${opens} and goes to ${people} people, as ${confirmedBy} has confirmed. You can stop it in the tab, under Utvärdering.`
    : `Utvärderingen av träff ${number} öppnar ${opens} och går till ${people} personer. ${confirmedBy} har bekräftat den. Den går att stoppa i fliken, under Utvärdering.`;
}
