import type { PersonId, SessionId } from '../../../domain/ids.ts';
import { foldEmail } from '../../../domain/swedish-text.ts';
import type { IncomingLetter } from '../../../ports/mailbox.ts';
import type { LetterToRead } from './types.ts';

/**
 * what somebody of the project has written, and which session it is about. An answer to an invitation without a word
 * needs no reader, and a letter from anybody else is not the project's.
 */
export function lettersToRead(
  letters: readonly IncomingLetter[],
  known: {
    readonly people: readonly { readonly id: PersonId; readonly email: string }[];
    readonly meetings: readonly { readonly sessionId: SessionId; readonly subject: string }[];
  },
): readonly LetterToRead[] {
  const people = new Map(known.people.map(({ id, email }) => [foldEmail(email).address, id]));
  return letters.flatMap((letter): LetterToRead[] => {
    const personId = people.get(foldEmail(letter.from).address);
    if (personId === undefined || (letter.isAnswer && !letter.saysSomething)) return [];
    const { id, receivedAt, webLink, isAnswer, subject } = letter;
    const about = known.meetings.find((meeting) => meeting.subject !== '' && subject.includes(meeting.subject));
    const kind = isAnswer ? 'comment' : 'reply';
    return [{ id, personId, sessionId: about?.sessionId ?? null, kind, receivedAt, webLink }];
  });
}
