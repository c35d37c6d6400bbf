import { Temporal } from 'temporal-polyfill';
import type { MeetingAttendee } from '../../../ports/meetings.ts';
import type { AgendaItem, Session, Speaker } from '../../planning/types.ts';
import type { DesiredMeeting, MeetingFacts, MeetingSession, Mirror, RemoteSpeakers } from '../types.ts';

/** Before the first item and after the last, so that sound and picture can be tried. */
export const marginMinutes = 15;

export interface RemotePart extends Pick<RemoteSpeakers, 'people' | 'withoutAddress' | 'start' | 'end'> {
  readonly items: readonly AgendaItem[];
}

/**
 * SPK-02, RG-03: who takes part in a session by link, and when. An item's own mode goes before its speaker's; in a digital session
 * everybody is there by link. Only those who have said yes count: the others get no link until they do.
 */
export function remotePart(
  session: Pick<Session, 'date' | 'agenda' | 'format'>,
  speakers: readonly Speaker[],
): RemotePart | null {
  const remote = session.agenda
    .map((item) => ({ item, people: speakersByLink(session.format, item, speakers) }))
    .filter(({ people }) => people.length > 0);
  const { date } = session;
  if (date === null || remote.length === 0) return null;
  const found = [...new Map(remote.flatMap(({ people }) => people).map((one) => [one.id, one])).values()];
  const items = remote.map(({ item }) => item);
  const starts = items.map(({ start }) => start).toSorted();
  const ends = items.map(({ end }) => end).toSorted();
  return {
    people: found.flatMap(({ email, displayName }) =>
      email === null || email === '' ? [] : [{ address: email, name: displayName }],
    ),
    withoutAddress: found.filter(({ email }) => email === null || email === '').length,
    start: moment(date, starts[0] ?? '00:00', -marginMinutes),
    end: moment(date, ends.at(-1) ?? '00:00', marginMinutes),
    items,
  };
}

function speakersByLink(format: Session['format'], item: AgendaItem, speakers: readonly Speaker[]): readonly Speaker[] {
  return speakers.filter(
    ({ id, mode, status }) =>
      item.speakerIds?.includes(id) === true &&
      status === 'confirmed' &&
      (format === 'digital' || (item.mode ?? mode) === 'remote'),
  );
}

function moment(date: string, time: string, minutes: number): string {
  return Temporal.PlainDateTime.from(`${date}T${time}`).add({ minutes }).toString({ smallestUnit: 'second' });
}

/**
 * The online meeting of an on-site session's remote speakers, apart from the participants' own, which has no link. It comes
 * when the venue has said yes, or goes ahead with the participants, and stays while a moved session's room is asked anew.
 * Nobody is let in until Outlook has given it a link.
 */
export function remoteMeeting(
  facts: MeetingFacts,
  session: MeetingSession,
  known: {
    readonly meeting: DesiredMeeting;
    readonly before: Mirror | undefined;
    /** The session's own meeting waits for its room at another time, and so does this. */
    readonly isMoving: boolean;
    readonly attendees: readonly MeetingAttendee[];
  },
): DesiredMeeting | undefined {
  const { remote } = session;
  if (remote === null || remote.people.length === 0 || session.format !== 'onsite') return undefined;
  const { meeting, before, isMoving, attendees } = known;
  if (isMoving && before === undefined) return undefined;
  if (!hasSaidYes(session) && !meeting.invitesParticipants && before === undefined) return undefined;
  const { subject, html, start, end } = isMoving && before !== undefined ? before.written : remote;
  const letsIn = before !== undefined && before.joinUrl !== null;
  return {
    sessionId: session.id,
    part: 'remoteSpeakers',
    mailbox: facts.organiserMailbox,
    subject,
    html,
    start,
    end,
    timeZone: facts.timeZone,
    location: { displayName: 'Teams' },
    isOnline: true,
    invitesParticipants: letsIn,
    attendees: letsIn ? attendees : [],
  };
}

function hasSaidYes({ roomStatus }: MeetingSession): boolean {
  return roomStatus === 'accepted' || roomStatus === 'confirmedByHand';
}
