import type { ProjectKey, SessionId } from '../../../../domain/ids.ts';
import type { Reader } from '../../store.ts';
import type { Session } from '../../types.ts';
import { bookedSessions, hasRegistrations } from './store.ts';

/**
 * Sessions that cannot have been held with the tool: nobody has registered and nothing is booked. A day of theirs that has
 * been may be a slip, which can be put right.
 */
export async function neverHeld(
  reader: Reader,
  key: ProjectKey,
  sessions: readonly Session[],
): Promise<readonly SessionId[]> {
  if (await hasRegistrations(reader, key)) return [];
  const booked = await bookedSessions(reader, key);
  return sessions.flatMap(({ id }) => (booked.has(id) ? [] : [id]));
}
