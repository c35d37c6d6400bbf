import { Temporal } from 'temporal-polyfill';
import { counted, inBoth, listText } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import type { Session, Speaker, Venue } from '../../planning/types.ts';
import { statusWords } from '../../speakers/types.ts';
import type { RegistrationClosed, RegistrationCounts } from '../../registration/types.ts';
import { roomStatusWords, type Booking } from '../../rooms/types.ts';
import type { SessionState } from '../../sessions/types.ts';
import type { AwaitedAnswer } from '../types.ts';

/** Who may owe an answer. */
export interface WaitingFacts {
  readonly now: Temporal.Instant;
  readonly sessions: readonly Session[];
  readonly venues: readonly Pick<Venue, 'id' | 'name'>[];
  readonly bookings: readonly Booking[];
  readonly speakers: readonly Pick<Speaker, 'id' | 'displayName' | 'status'>[];
  /** When it was noted that a speaker is asked. Id → ISO. */
  readonly askedAt: ReadonlyMap<string, string>;
  readonly next: Pick<SessionState, 'id' | 'number' | 'counts'> | undefined;
  readonly registration: RegistrationClosed;
  readonly counts: Pick<RegistrationCounts, 'silentMunicipalities'>;
  /** People can still register. */
  readonly isOpen: boolean;
}

/** Everybody whose answer is awaited, those who have had longest first; without a known day, last. */
export function awaitedFrom(facts: WaitingFacts): readonly AwaitedAnswer[] {
  return [...venues(facts), ...speakers(facts), ...answers(facts), ...municipalities(facts)].toSorted((one, other) => {
    const [a, b] = [one.since ?? '9999', other.since ?? '9999'];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

const unanswered: ReadonlySet<string> = new Set(['asked', 'askedByMail', 'tentative']);

function isAhead({ cancelled, end }: Session, now: Temporal.Instant): boolean {
  return !cancelled && (end === null || Temporal.Instant.compare(Temporal.Instant.from(end), now) > 0);
}

function venues({ bookings, sessions, venues: known, now }: WaitingFacts): readonly AwaitedAnswer[] {
  return bookings.flatMap(({ sessionId, venueId, status, askedAt }): readonly AwaitedAnswer[] => {
    const session = sessions.find(({ id }) => id === sessionId);
    if (session === undefined || !unanswered.has(status) || !isAhead(session, now)) return [];
    const name = known.find(({ id }) => id === venueId)?.name ?? venueId;
    return [
      {
        id: `venue ${sessionId}`,
        kind: 'venue',
        title: inBoth((language) => `${name}, ${language === 'sv' ? 'träff' : 'session'} ${session.number}`),
        text: roomStatusWords[status],
        since: askedAt,
        sessionId,
        action: 'rooms.book',
      },
    ];
  });
}

const speakerStates: Readonly<Record<string, Words>> = {
  asked: statusWords.asked,
  tentative: statusWords.tentative,
};

/** A speaker of a session that is over owes nobody an answer. */
function speakers({ speakers: all, sessions, askedAt, now }: WaitingFacts): readonly AwaitedAnswer[] {
  return all.flatMap(({ id, displayName, status }): readonly AwaitedAnswer[] => {
    const text = speakerStates[status ?? ''];
    if (text === undefined) return [];
    const theirs = sessions.filter(({ agenda }) => agenda.some(({ speakerIds }) => speakerIds?.includes(id)));
    const session = theirs.find((one) => isAhead(one, now));
    if (session === undefined && theirs.length > 0) return [];
    const title = inBoth((language) =>
      session === undefined
        ? displayName
        : `${displayName}, ${language === 'sv' ? 'träff' : 'session'} ${session.number}`,
    );
    const since = askedAt.get(id) ?? null;
    const sessionId = session?.id ?? null;
    return [{ id: `speaker ${id}`, kind: 'speaker', title, text, since, sessionId, action: 'speakers.edit' }];
  });
}

/** Once the bookings are out: who has not answered the next session's. */
function answers({ next, registration }: WaitingFacts): readonly AwaitedAnswer[] {
  if (next === undefined || !registration.closed || next.counts.noAnswer === 0) return [];
  const { noAnswer } = next.counts;
  return [
    {
      id: `answers ${next.id}`,
      kind: 'answers',
      title: { sv: `Kallelsen till träff ${next.number}`, en: `The invitation to session ${next.number}` },
      text: {
        sv: `${counted(noAnswer, 'deltagare', 'deltagare')} har inte svarat i Outlook`,
        en: `${counted(noAnswer, 'participant has', 'participants have')} not answered in Outlook`,
      },
      since: registration.closedAt,
      sessionId: next.id,
      action: 'participants.show',
    },
  ];
}

function municipalities({ isOpen, counts: { silentMunicipalities } }: WaitingFacts): readonly AwaitedAnswer[] {
  if (!isOpen || silentMunicipalities.length === 0) return [];
  const names = silentMunicipalities.map(({ shortName }) => shortName);
  return [
    {
      id: 'municipalities',
      kind: 'municipalities',
      title: inBoth((language) => listText(names, language)),
      text: {
        sv: `${counted(names.length, 'kommun har', 'kommuner har')} inte anmält någon`,
        en: `${counted(names.length, 'municipality has', 'municipalities have')} registered nobody`,
      },
      since: null,
      sessionId: null,
      action: 'participants.remind',
    },
  ];
}
