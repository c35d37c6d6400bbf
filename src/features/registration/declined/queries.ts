import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { sessionsOf } from '../../planning/queries.ts';
import { participationRows, registrationRows } from '../store.ts';
import { declinedAll, type DeclinedPerson } from './rules.ts';

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
  return declinedAll({ sessions, registrations, participations }, tools.clock.now());
}
