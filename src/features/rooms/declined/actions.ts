import type { ProjectKey } from '../../../domain/ids.ts';
import { localDate } from '../../../domain/local-date.ts';
import { sessionNumber } from '../../../domain/session-day.ts';
import { dayMonth } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { queuePost } from '../../notices/actions.ts';
import { declinedText } from '../letters/declined.ts';
import { projectRooms } from '../queries.ts';
import { alternatives } from '../rules.ts';
import type { Booking } from '../types.ts';

/**
 * Tells the planning chat that a venue has said no, with those that would do instead. Told once per question.
 * @param stands the local start that people still have in their calendars, when the session was to move
 */
export async function tellDeclined(
  tools: Tools,
  { tenantId, projectId }: ProjectKey,
  booking: Booking,
  stands: string | null = null,
): Promise<void> {
  const key = { tenantId, projectId };
  const rooms = await projectRooms(tools, key);
  const one = rooms?.sessions.find(({ session }) => session.id === booking.sessionId);
  if (rooms === null || one === undefined) return;
  const language: Language = rooms.project.language === 'en' ? 'en' : 'sv';
  const day = one.session.date === null ? '' : dayMonth(localDate(one.session.date), language);
  const text = declinedText(
    {
      number: sessionNumber(one.session, language),
      venueName: rooms.venues.find(({ id }) => id === booking.venueId)?.name ?? '',
      when: language === 'sv' ? `den ${day}` : day,
      note: booking.note,
      stands: stands === null ? null : dayMonth(localDate(stands.slice(0, 10)), language),
      alternatives: alternatives(one.options, booking.venueId),
    },
    language,
  );
  await tools.tx((work) =>
    queuePost(work, tools, {
      ...key,
      kind: 'room.declined',
      sessionId: booking.sessionId,
      version: `${booking.venueId} ${booking.askedAt ?? ''}`,
      place: 'planningChat',
      post: { text },
      grace: 'none',
      confirmationId: null,
    }),
  );
}
