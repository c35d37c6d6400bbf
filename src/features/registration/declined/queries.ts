import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { sessionsOf } from '../../planning/queries.ts';
import { participationRows, registrationRows } from '../store.ts';
import { declinedAll } from './rules.ts';

export interface DeclinedPerson {
  readonly personId: string;
  /** null: nobody has been asked about it yet. */
  readonly state: 'asked' | 'stays' | null;
}

/** Confirmed participants whose answer to every session that is left is no. */
export async function whoDeclinedAll(
  tools: Pick<Tools, 'db' | 'clock'>,
  key: ProjectKey,
): Promise<readonly DeclinedPerson[]> {
  const [sessions, registrations, participations] = await Promise.all([
    sessionsOf(tools, key),
    registrationRows(tools.db, key),
    participationRows(tools.db, key),
  ]);
  const now = tools.clock.now();
  const left = sessions.filter(
    ({ cancelled, start }) =>
      !cancelled && start !== null && Temporal.Instant.compare(Temporal.Instant.from(start), now) > 0,
  );
  const answers = participations.map(({ person_id: personId, session_id: sessionId, answer, own_answer: own }) => ({
    personId,
    sessionId,
    answer: own ?? answer,
  }));
  const confirmed = registrations.filter(({ state }) => state === 'confirmed');
  const found = new Set(
    declinedAll(
      confirmed.map(({ person_id: id }) => id),
      left.map(({ id }) => id),
      answers,
    ),
  );
  return confirmed
    .filter(({ person_id: id }) => found.has(id))
    .map(({ person_id: personId, declined_all: state }) => ({ personId, state }));
}
