import type { ProjectKey } from '../../domain/ids.ts';
import type { Tools } from '../../tools.ts';
import { projectOf, sessionsOf, venuesOf } from '../planning/queries.ts';
import { confirmedPeople } from '../registration/queries.ts';
import { bookingsOf } from '../rooms/queries.ts';
import { folded } from './rules.ts';
import { answerRows, mirrorsOf, syncRow } from './store.ts';
import type { MeetingsView, Mirror, SessionMeeting } from './types.ts';

/** Per session: the room, who is invited, what they have answered, and whether Outlook agrees with the plan. */
export async function meetingsOf(tools: Pick<Tools, 'db' | 'settings'>, key: ProjectKey): Promise<MeetingsView> {
  const project = await projectOf(tools, key);
  if (project === null) return { sessions: [] };
  const mailbox = project.organiserMailbox ?? tools.settings.organiserMailbox;
  const [sessions, venues, bookings, mirrors, people, answers, row] = await Promise.all([
    sessionsOf(tools, key),
    venuesOf(tools, key),
    bookingsOf(tools, key),
    mirrorsOf(tools, key),
    confirmedPeople(tools, key),
    answerRows(tools, key),
    syncRow(tools, key.tenantId, mailbox),
  ]);
  return {
    sessions: sessions
      .filter(({ cancelled }) => !cancelled)
      .map((session): SessionMeeting => {
        const booking = bookings.find(({ sessionId }) => sessionId === session.id);
        const mirror = mirrors.find((one) => one.sessionId === session.id && one.part === 'session');
        const copy = mirrors.find((one) => one.sessionId === session.id && one.part === 'sharedCalendar');
        const onEvent = new Set(mirror?.written.attendees.map(({ address }) => folded(address)));
        const invited = mirror?.state === 'live' ? people.filter(({ email }) => onEvent.has(folded(email))) : [];
        const count = (answer: string): number =>
          invited.filter(({ personId }) => {
            const said = answers.find((one) => one.person_id === personId && one.session_id === session.id);
            return (said?.own_answer ?? said?.answer ?? 'none') === answer;
          }).length;
        return {
          sessionId: session.id,
          number: session.number,
          title: session.title,
          roomStatus: booking?.status ?? 'none',
          roomNote: booking?.note ?? null,
          venue: venues.find(({ id }) => id === (booking?.venueId ?? session.venueId))?.name ?? null,
          eventId: mirror?.eventId ?? null,
          state: mirror?.state ?? 'none',
          invited: invited.length,
          accepted: count('accepted'),
          declined: count('declined'),
          tentative: count('tentativelyAccepted'),
          none: count('none'),
          lastSync: row?.read_at?.toISOString() ?? null,
          drift: mirror?.drift ?? null,
          sharedCalendar: project.sharedCalendarMailbox === null ? null : copyState(copy),
          problem: mirror?.problem ?? null,
        };
      }),
  };
}

function copyState(copy: Mirror | undefined): 'written' | 'missing' | 'failed' {
  if (copy?.state === 'live') return 'written';
  return copy?.problem == null ? 'missing' : 'failed';
}
