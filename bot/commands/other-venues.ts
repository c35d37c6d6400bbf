import { roomsOf } from '../../src/features/rooms/queries.ts';
import type { CardAction } from '../activities.ts';
import { whichCard } from '../cards/plain.ts';
import { say, showAll, type Reply, type Turn } from '../turn.ts';
import { shortName } from '../understand/entities.ts';
import { wording } from '../wording.ts';
import { fieldOf } from './seen.ts';

/** How the fields begin that carry a venue chosen for a session. */
export const venueField = 'venue:';

/** Venues that a card has buttons for. */
const mostVenues = 5;

/** "Annan lokal, träff 3": those that can be asked, the best first. */
export function otherVenues(turn: Turn, pressed: CardAction): Promise<Reply> {
  return venuesFor(turn, fieldOf(pressed, 'session'), false);
}

/** `withProposed`: also the one that is proposed, for somebody who has not seen it and asks about that session alone. */
export async function venuesFor(turn: Turn, sessionId: string, withProposed: boolean): Promise<Reply> {
  const { language, project } = turn;
  const words = wording[language];
  const rooms = await roomsOf(turn.tools, project, language);
  const session = rooms?.sessions.find((one) => one.sessionId === sessionId);
  if (session === undefined) return say(words.stale);
  const has = session.booking?.isCurrent === true ? session.booking.venueId : null;
  const left = withProposed ? has : session.proposal;
  const venues = session.options.filter(({ venueId, canBeAsked }) => canBeAsked && venueId !== left);
  if (venues.length === 0) return say(words.rooms.noOther(session.number));
  const ranked = venues.toSorted((one, other) => one.warnings.length - other.warnings.length).slice(0, mostVenues);
  return showAll(
    whichCard(
      {
        question: words.rooms.otherVenue(session.number),
        lines: [session.needText, words.rooms.choose],
        choices: [
          ...ranked.map(({ venueId, name, capacity, warnings }) => ({
            title: words.rooms.option(shortName(name), capacity, warnings.length > 0),
            verb: 'rooms.book!preview',
            data: {
              project: project.projectId,
              [`${venueField}${session.sessionId}`]: venueId,
              ...(withProposed ? { only: session.sessionId } : {}),
            },
          })),
        ],
      },
      language,
    ),
  );
}
