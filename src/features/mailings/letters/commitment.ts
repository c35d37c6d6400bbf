import type { Language } from '../../../domain/words.ts';
import { link, paragraph, paragraphs } from '../../notices/letters/letter.ts';
import type { Draft } from '../../notices/types.ts';

export interface CommitmentFacts {
  readonly title: string;
  readonly givenName: string;
  readonly own: string;
  /** The recipient's own page. */
  readonly url: string;
  readonly sender: string;
  readonly language: Language;
}

/** REG-04: to somebody who came from a list, with the way to the page where the box is. */
export function commitmentDraft({ title, givenName, own, url, sender, language }: CommitmentFacts): Draft {
  if (language === 'en')
    return {
      subject: `Please confirm your registration for ${title}`,
      parts: [
        paragraph(`Hello ${givenName}!`),
        ...paragraphs(own),
        paragraph(`You are registered for the learning project ${title}.`),
        paragraph(
          'Your registration did not come through our form. One tick is still missing: that you intend to join in all the way.',
        ),
        link('Read, tick and confirm on your own page', url),
        paragraph('There you also see your details and your sessions. The link is yours alone. Do not pass it on.'),
        paragraph(`Kind regards, ${sender}`),
      ],
    };
  return {
    subject: `Bekräfta din anmälan till ${title}`,
    parts: [
      paragraph(`Hej ${givenName}!`),
      ...paragraphs(own),
      paragraph(`Du är anmäld till lärprojektet ${title}.`),
      paragraph('Din anmälan kom inte in genom vårt formulär. Ett kryss saknas: att du tänker vara med hela vägen.'),
      link('Läs, kryssa och bekräfta på din egen sida', url),
      paragraph('Där ser du också dina uppgifter och dina träffar. Länken är bara din. Skicka den inte vidare.'),
      paragraph(`Vänliga hälsningar, ${sender}`),
    ],
  };
}
