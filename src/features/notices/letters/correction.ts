import type { Language } from '../../../domain/words.ts';
import type { Letter } from '../types.ts';
import { heading, letter, paragraph } from './letter.ts';

/** what has gone out cannot be taken back, only put right. The same to everybody who got what was wrong. */
export function correctionLetter(
  facts: {
    /** What was wrong, by its subject. */
    readonly subject: string;
    /** "25 augusti kl. 10.04". */
    readonly sentAt: string;
    readonly text: string;
    readonly sender: string;
  },
  language: Language,
): Letter {
  const { subject, sentAt, text, sender } = facts;
  const lines = text.split(/\n{2,}/).map(paragraph);
  if (language === 'en')
    return letter(
      `Correction: ${subject}`,
      [
        paragraph('Hello!'),
        paragraph(`On ${sentAt} we sent you “${subject}”. Something in it was wrong.`),
        heading('This is what holds'),
        ...lines,
        paragraph(`Sorry about that. ${sender}`),
      ],
      'en',
    );
  return letter(
    `Rättelse: ${subject}`,
    [
      paragraph('Hej!'),
      paragraph(`Den ${sentAt} skickade vi ”${subject}” till dig. Något i det blev fel.`),
      heading('Det här gäller'),
      ...lines,
      paragraph(`Ursäkta besväret. ${sender}`),
    ],
    'sv',
  );
}
