import { sessionNumber } from '../../../domain/session-day.ts';
import { timeText } from '../../../domain/swedish-text.ts';
import { say, type Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { openLink } from '../../links/queries.ts';
import { leadOf } from '../booking/queries.ts';
import { projectRooms, whenText } from '../queries.ts';
import { equipmentAsked, isCurrent, seatNeed, timeText as timeOf } from '../rules.ts';
import type { VenueQuestion } from '../types.ts';

/**
 * What the page behind a host's link shows. `outdated`: the session has moved, been called off or been given another venue
 * since the mail, so there is nothing to answer. Changes nothing.
 */
export async function venueQuestion(
  tools: Tools,
  secret: string,
  language: Language,
): Promise<{ readonly sessionId: string; readonly question: VenueQuestion; readonly isOutdated: boolean } | undefined> {
  const link = await openLink(tools, secret);
  if (link === undefined || !link.purpose.startsWith('venue:')) return undefined;
  const sessionId = link.purpose.slice('venue:'.length);
  const rooms = await projectRooms(tools, link, { atCalendars: false });
  const one = rooms?.sessions.find(({ session }) => session.id === sessionId);
  const venue = rooms?.venues.find(({ id }) => id === link.subjectId);
  if (rooms === null || one === undefined || venue === undefined) return undefined;
  const { session, booking, facts } = one;
  return {
    sessionId,
    isOutdated: booking === null || booking.venueId !== venue.id || !isCurrent(booking, session),
    question: {
      askedFor: timeOf(session),
      projectTitle: rooms.project.title,
      projectId: rooms.project.projectId,
      number: sessionNumber(session, language),
      venueName: venue.name,
      when: whenText(session, language),
      heads: booking?.headCount ?? seatNeed(rooms.facts, facts).total,
      equipment: equipmentAsked(rooms.facts, facts).map((words) => say(words, language)),
      layout: session.layout,
      setupFrom: facts.setupStart === undefined ? null : timeText(facts.setupStart, language),
      status: booking?.status ?? 'none',
      contact: await leadOf(tools, link),
    },
  };
}
