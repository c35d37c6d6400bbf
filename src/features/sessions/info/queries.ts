import { localDate } from '../../../domain/local-date.ts';
import { placeText } from '../../../domain/place-text.ts';
import { sessionNumber } from '../../../domain/session-day.ts';
import { clockText, dayMonth, textDate, timeRange, timeText, weekdayName } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { Project, Session, Speaker, Venue } from '../../planning/types.ts';
import type { InfoFacts } from '../letters/info.ts';
import { agendaOf, programmeUrl, speakerNames } from '../queries.ts';

export interface InfoSources {
  readonly project: Project;
  readonly session: Session;
  readonly venues: readonly Venue[];
  readonly speakers: readonly Speaker[];
  readonly sender: string;
  readonly publicUrl: string;
}

/** What is not known yet, so that a letter can be looked at before it is complete. */
const unknown = '…';

/** INF-01, INF-02: what the letters before a session tell, from what has been read. What is missing stands as a gap. */
export function infoFacts(sources: InfoSources, language: Language): InfoFacts {
  const { project, session } = sources;
  const { startTime, endTime } = session;
  const day = session.date === null ? undefined : localDate(session.date);
  const venue = sources.venues.find(({ id }) => id === session.venueId);
  return {
    sessionNumber: sessionNumber(session, language),
    theme: session.theme,
    day: day === undefined ? unknown : textDate(day, language),
    shortDay: day === undefined ? unknown : dayMonth(day, language),
    weekday: day === undefined ? unknown : weekdayName(day, language),
    times: startTime === null || endTime === null ? unknown : timeRange(startTime, endTime, language),
    arrival: startTime === null ? unknown : timeText(startTime, language),
    place: venue === undefined ? null : placeText(venue),
    city: venue?.city || null,
    preparation: session.preparation?.trim() || unknown,
    programme: agendaOf(session).map((item) =>
      [`${clockText(item.start, language)} ${item.title}`, ...speakerNames(item, sources.speakers)].join(', '),
    ),
    programmeUrl: programmeUrl(sources.publicUrl, project, session.id),
    sender: sources.sender,
    language,
  };
}
