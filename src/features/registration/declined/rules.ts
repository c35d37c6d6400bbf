import { Temporal } from 'temporal-polyfill';
import type { PersonId, SessionId } from '../../../domain/ids.ts';
import type { RegistrationState, SessionAnswer } from '../../../domain/people.ts';
import type { Session } from '../../planning/types.ts';

/** What is known of everybody's answers, as the tables have it. */
export interface AnswerRows {
  readonly sessions: readonly Pick<Session, 'id' | 'start' | 'cancelled'>[];
  readonly registrations: readonly {
    readonly person_id: PersonId;
    readonly state: RegistrationState;
    readonly declined_all: DeclinedPerson['state'];
  }[];
  readonly participations: readonly {
    readonly person_id: PersonId;
    readonly session_id: SessionId;
    readonly answer: SessionAnswer;
    readonly own_answer: SessionAnswer | null;
  }[];
}

export interface DeclinedPerson {
  readonly personId: PersonId;
  /** null: nobody has been asked about it yet. */
  readonly state: 'asked' | 'stays' | null;
}

/**
 * who has said no to every session that is left, and so keeps a place without meaning to use it. The person's own word
 * goes before Outlook's. With no session left there is nothing to ask about.
 */
export function declinedAll(
  { sessions, registrations, participations }: AnswerRows,
  now: Temporal.Instant,
): readonly DeclinedPerson[] {
  const left = sessions.filter(
    ({ cancelled, start }) =>
      !cancelled && start !== null && Temporal.Instant.compare(Temporal.Instant.from(start), now) > 0,
  );
  if (left.length === 0) return [];
  const no = new Set(
    participations.flatMap(({ person_id: personId, session_id: sessionId, answer, own_answer: own }) =>
      (own ?? answer) === 'declined' ? [`${personId} ${sessionId}`] : [],
    ),
  );
  return registrations
    .filter(
      ({ person_id: id, state }) => state === 'confirmed' && left.every((session) => no.has(`${id} ${session.id}`)),
    )
    .map(({ person_id: personId, declined_all: state }) => ({ personId, state }));
}
