import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { peopleOf, sessionsOf } from '../../planning/queries.ts';
import { unreadRows } from './store.ts';
import type { UnreadLetter } from './types.ts';

/** What nobody has read yet, the oldest first. */
export async function unreadLetters(tools: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly UnreadLetter[]> {
  const rows = await unreadRows(tools.db, key);
  if (rows.length === 0) return [];
  const [people, sessions] = await Promise.all([peopleOf(tools, key), sessionsOf(tools, key)]);
  return rows.map(({ id, person_id: personId, session_id: sessionId, kind, received_at: at, web_link: webLink }) => ({
    id,
    personId,
    name: people.find((person) => person.id === personId)?.displayName ?? '',
    kind,
    receivedAt: at.toISOString(),
    webLink,
    sessionId,
    sessionNumber: sessions.find((session) => session.id === sessionId)?.number ?? null,
  }));
}
