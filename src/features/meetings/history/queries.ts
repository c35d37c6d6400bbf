import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { sessionsOf } from '../../planning/queries.ts';
import { calendarWords } from './sentences/rules.ts';
import { historyRows } from './store.ts';
import type { CalendarLine } from './types.ts';

/** What is shown; older lines stay in the database. */
const mostLines = 200;

/** Everything that was written in Outlook, in words and with why, the latest first. */
export async function calendarHistory(tools: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly CalendarLine[]> {
  const [rows, sessions] = await Promise.all([historyRows(tools, key, mostLines), sessionsOf(tools, key)]);
  return rows.map(({ id, sessionId, at, what, cause }) => ({
    id,
    sessionId,
    number: sessions.find((session) => session.id === sessionId)?.number ?? 0,
    at: at.toISOString(),
    words: calendarWords(what, cause),
  }));
}
