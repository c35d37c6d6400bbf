import type { Language } from '../../../domain/words.ts';
import { letter, link, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';

/** ROL-04: what somebody asks of the content lead, for a lead who has not spoken to the bot. Names nobody else. */
export function leadAskedLetter(
  asked: {
    readonly givenName: string;
    readonly by: string;
    readonly what: string;
    readonly projectTitle: string;
    readonly url: string;
  },
  language: Language,
): Letter {
  const { givenName, by, what, projectTitle, url } = asked;
  if (language === 'en')
    return letter(
      `${by} asks: ${what}`,
      [
        paragraph(`Hello ${givenName}!`),
        paragraph(
          `${by} wonders whether you can do this in ${projectTitle}: ${what}. Only you can. Nothing has happened yet.`,
        ),
        link('Open it in the tab', url),
      ],
      'en',
    );
  return letter(
    `${by} frågar: ${what}`,
    [
      paragraph(`Hej ${givenName}!`),
      paragraph(`${by} undrar om du kan göra det här i ${projectTitle}: ${what}. Bara du kan. Inget har hänt än.`),
      link('Öppna i fliken', url),
    ],
    'sv',
  );
}
