import type { Language } from '../../../domain/words.ts';
import { link, paragraph, paragraphs } from '../../notices/letters/letter.ts';
import type { Draft } from '../../notices/types.ts';

export interface SilentFacts {
  readonly title: string;
  readonly municipality: string;
  /** How many it may send; null without a limit. */
  readonly places: number | null;
  readonly closes: string;
  readonly registrationUrl: string;
  readonly own: string;
  readonly sender: { readonly name: string; readonly email: string };
  readonly language: Language;
}

/** One mail to each municipality that nobody has registered from, with its own name and its own number of places. */
export function silentDraft(facts: SilentFacts): Draft {
  const { title, municipality, closes, places, sender } = facts;
  if (facts.language === 'en')
    return {
      subject: 'Is there somebody who would like to take part?',
      parts: [
        paragraph('Hello!'),
        ...paragraphs(facts.own),
        paragraph(`Nobody from ${municipality} has registered for the learning project ${title} yet.`),
        paragraph(
          places === null
            ? `You may register until ${closes}.`
            : `You have ${placesInEnglish(places)} until ${closes}.`,
        ),
        link('To the registration', facts.registrationUrl),
        paragraph('Will nobody take part? Tell us, and we stop reminding you.'),
        paragraph(`Kind regards, ${sender.name}, ${sender.email}`),
      ],
    };
  return {
    subject: 'Har ni någon som vill vara med?',
    parts: [
      paragraph('Hej!'),
      ...paragraphs(facts.own),
      paragraph(`Vi har inte fått någon anmälan från ${municipality} till lärprojektet ${title}.`),
      paragraph(
        places === null
          ? `Ni kan anmäla er till och med ${closes}.`
          : `Ni har ${places === 1 ? 'en plats' : `${places} platser`} till och med ${closes}.`,
      ),
      link('Till anmälan', facts.registrationUrl),
      paragraph('Säg till om ni avstår, så slutar vi påminna.'),
      paragraph(`Vänliga hälsningar, ${sender.name}, ${sender.email}`),
    ],
  };
}

const placesInEnglish = (places: number): string => (places === 1 ? 'one place' : `${places} places`);
