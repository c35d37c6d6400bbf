import { sessionNumber } from '../../../domain/session-day.ts';
import type { Tools } from '../../../tools.ts';
import { queuePost } from '../../notices/actions.ts';
import { projectOf, sessionsOf, venuesOf } from '../../planning/queries.ts';
import { silentText } from '../letters/silent.ts';
import type { SilentRoom } from './queries.ts';

/** VEN-02: a room that has said nothing for a day is told of in the planning chat, once per question. */
export async function tellOfSilentRooms(tools: Tools, rooms: readonly SilentRoom[]): Promise<void> {
  for (const { tenantId, projectId, sessionId, venueId, askedAt } of rooms) {
    const key = { tenantId, projectId };
    const [project, sessions, venues] = await Promise.all([
      projectOf(tools, key),
      sessionsOf(tools, key),
      venuesOf(tools, key),
    ]);
    const session = sessions.find(({ id }) => id === sessionId);
    if (project === null || session === undefined) continue;
    const language = project.language === 'en' ? 'en' : 'sv';
    const number = sessionNumber(session, language);
    const told = { number, venueName: venues.find(({ id }) => id === venueId)?.name ?? '' };
    await tools.tx((work) =>
      queuePost(work, tools, {
        ...key,
        kind: 'room.silent',
        sessionId,
        version: askedAt.toISOString(),
        place: 'planningChat',
        post: { text: silentText(told, language) },
        orMail: 'toLead',
        grace: 'none',
        confirmationId: null,
      }),
    );
  }
}
