import type { SessionAnswer } from '../../../domain/people.ts';

export interface Answered {
  readonly personId: string;
  readonly sessionId: string;
  /** The person's own word, else Outlook's. */
  readonly answer: SessionAnswer;
}

/**
 * who has said no to every session that is left, and so keeps a place without meaning to use it. With no session left
 * there is nothing to ask about.
 */
export function declinedAll(
  people: readonly string[],
  sessionsLeft: readonly string[],
  answers: readonly Answered[],
): readonly string[] {
  if (sessionsLeft.length === 0) return [];
  const no = new Set(
    answers.filter(({ answer }) => answer === 'declined').map(({ personId, sessionId }) => `${personId} ${sessionId}`),
  );
  return people.filter((personId) => sessionsLeft.every((sessionId) => no.has(`${personId} ${sessionId}`)));
}
