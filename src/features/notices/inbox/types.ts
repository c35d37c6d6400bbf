import type { PersonId, SessionId } from '../../../domain/ids.ts';
import type { ReasonWords } from '../../../domain/words.ts';

/** A letter to the organiser's mailbox that somebody should read. What it says lies in the mailbox alone. */
export interface UnreadLetter {
  readonly id: string;
  readonly personId: PersonId;
  readonly name: string;
  /** `comment`: written with an answer to an invitation. `reply`: a mail of its own. */
  readonly kind: 'comment' | 'reply';
  /** ISO. */
  readonly receivedAt: string;
  /** Opens it in Outlook, for whoever may open the mailbox. */
  readonly webLink: string;
  readonly sessionId: SessionId | null;
  readonly sessionNumber: number | null;
}

export interface LetterToRead {
  readonly id: string;
  readonly personId: PersonId;
  readonly sessionId: SessionId | null;
  readonly kind: 'comment' | 'reply';
  readonly receivedAt: string;
  readonly webLink: string;
}

export type LetterRefusal = 'unknownLetter';

export const letterRefusals: ReasonWords<LetterRefusal> = {
  unknownLetter: {
    sv: 'Brevet finns inte längre i listan. Läs om sidan.',
    en: 'The letter is no longer in the list. Reload the page.',
  },
};
