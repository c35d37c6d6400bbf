import { listDate } from '../../../domain/swedish-text.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { Language } from '../../../domain/words.ts';
import { paragraph, paragraphs } from '../../notices/letters/letter.ts';
import type { Draft } from '../../notices/types.ts';

export interface BoardFacts {
  readonly title: string;
  readonly municipality: string;
  readonly number: number;
  readonly theme: string | null;
  readonly date: LocalDate | null;
  readonly own: string;
  readonly sender: { readonly name: string; readonly email: string };
  readonly language: Language;
}

/** ROL-03: asks a municipality whether it will be the sounding board of one session. */
export function boardDraft({ title, municipality, number, theme, date, own, sender, language }: BoardFacts): Draft {
  const sv = language === 'sv';
  const day = date === null ? '' : sv ? `, ${listDate(date, 'sv')}` : ` on ${listDate(date, 'en')}`;
  const about =
    theme === null || theme === ''
      ? []
      : [paragraph(sv ? `Träffen handlar om ${theme}.` : `The session is about ${theme}.`)];
  if (!sv)
    return {
      subject: `Will you be the sounding board of session ${number}?`,
      parts: [
        paragraph('Hello!'),
        ...paragraphs(own),
        paragraph(`We plan session ${number} of the learning project ${title}${day}.`),
        ...about,
        paragraph(
          `The municipalities take turns, and now it is ${municipality}. We would like to hear what you think of our plan: a talk of half an hour is enough.`,
        ),
        paragraph('Answer this mail with a name and a time that suits. Tell us too if you cannot this time.'),
        paragraph(`Kind regards, ${sender.name}, ${sender.email}`),
      ],
    };
  return {
    subject: `Vill ni vara bollplank för träff ${number}?`,
    parts: [
      paragraph('Hej!'),
      ...paragraphs(own),
      paragraph(`Vi planerar träff ${number} i lärprojektet ${title}${day}.`),
      ...about,
      paragraph(
        `Kommunerna turas om att vara bollplank. Nu är det er tur i ${municipality}. Vi vill höra vad ni tycker om vår plan. Det räcker med ett samtal på en halvtimme.`,
      ),
      paragraph('Svara på mejlet med ett namn och en tid som passar. Säg också till om ni inte kan den här gången.'),
      paragraph(`Vänliga hälsningar, ${sender.name}, ${sender.email}`),
    ],
  };
}
