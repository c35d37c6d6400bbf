import type { Language } from '../../../domain/words.ts';
import { heading, paragraph, paragraphs } from '../../notices/letters/letter.ts';
import type { Draft } from '../../notices/types.ts';

export interface CorrectionFacts {
  readonly subject: string;
  /** "5 juni kl. 10.04". */
  readonly sentOn: string;
  readonly own: string;
  readonly givenName: string | null;
  readonly sender: string;
  /** The letter as it would be written now; null when it cannot be said again. */
  readonly now: Draft | null;
  readonly language: Language;
}

/** what went out cannot be taken back, so the same people get what is right. */
export function correctionDraft(facts: CorrectionFacts): Draft {
  const { subject, sentOn, own, givenName, sender, now } = facts;
  const name = givenName === null ? '' : ` ${givenName}`;
  // A letter's own greeting would be said twice.
  const again = now === null ? [] : now.parts.filter((part) => !(part.kind === 'paragraph' && isGreeting(part.text)));
  if (facts.language === 'en')
    return {
      subject: `Correction: ${withoutMark(subject)}`,
      parts: [
        paragraph(`Hello${name}!`),
        paragraph(`Something was wrong in our mail of ${sentOn}.`),
        ...paragraphs(own),
        ...(again.length === 0 ? [] : [heading('The whole mail as it should be'), ...again]),
        ...(again.length === 0 ? [paragraph(`Kind regards, ${sender}`)] : []),
      ],
    };
  return {
    subject: `Rättelse: ${withoutMark(subject)}`,
    parts: [
      paragraph(`Hej${name}!`),
      paragraph(`Något blev fel i vårt mejl den ${sentOn}.`),
      ...paragraphs(own),
      ...(again.length === 0 ? [] : [heading('Så här ska hela mejlet vara'), ...again]),
      ...(again.length === 0 ? [paragraph(`Vänliga hälsningar, ${sender}`)] : []),
    ],
  };
}

const isGreeting = (text: string): boolean => /^(Hej|Hello)\b[^.?]*!$/.test(text);

/** A correction of a correction is one correction. */
const withoutMark = (subject: string): string => subject.replace(/^((Rättelse|Correction): )+/, '');
