import type { ReasonWords } from '../../../domain/words.ts';
import { previewWords } from '../types.ts';

/** What was wrong has gone out: this goes to the same people. */
export interface CorrectionPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly subject: string;
  readonly text: string;
}

export type CorrectionRefusal = 'nothingSent' | 'noText' | 'tooLong' | 'dormant' | 'previewChanged';

/** Characters of what really holds. */
export const longestCorrection = 1500;

export const correctionRefusals: ReasonWords<CorrectionRefusal> = {
  nothingSent: {
    sv: 'Inget mejl har gått ut som kan rättas.',
    en: 'No mail has gone out that could be corrected.',
  },
  noText: { sv: 'Skriv först vad som gäller i stället.', en: 'First write what holds instead.' },
  tooLong: {
    sv: `Korta texten till högst ${longestCorrection} tecken.`,
    en: `Shorten the text to at most ${longestCorrection} characters.`,
  },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det i fliken först.',
    en: 'The learning project is dormant. Wake it in the tab first.',
  },
  previewChanged: previewWords.previewChanged,
};
