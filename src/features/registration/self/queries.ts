import { Temporal } from 'temporal-polyfill';
import { placeText } from '../../../domain/place-text.ts';
import { compareSwedish } from '../../../domain/swedish-text.ts';
import type { SessionAnswer } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import type { OpenedLink } from '../../links/types.ts';
import { organisationsOf, projectOf, sessionsOf } from '../../planning/queries.ts';
import { calendarText } from '../calendar/rules.ts';
import type { CalendarSession } from '../calendar/types.ts';
import { sharedDocuments } from '../../documentation/queries.ts';
import { mayAnswer } from '../../evaluations/actions.ts';
import { evaluationRowOf, hasAnswered } from '../../evaluations/queries.ts';
import type { EvaluationKey } from '../../evaluations/types.ts';
import { readOwnDietary } from '../dietary/queries.ts';
import { tellingOf } from '../facts/queries.ts';
import { participantsOf } from '../queries.ts';
import { invitationSubject } from '../../meetings/letters/invitation-body.ts';
import { keyOf, wholeProjectText } from '../rules.ts';
import { registrationRow } from '../store.ts';
import type { Participant } from '../types.ts';
import { mayUndo } from './rules.ts';
import type { OwnList, OwnPage, OwnSession } from './types.ts';

/** Everything about the owner of a personal link. Null when the person is no longer in the project at all. */
export async function ownPageOf(tools: Tools, link: OpenedLink): Promise<OwnPage | null> {
  const [list, telling, project] = await Promise.all([
    participantsOf(tools, link, { phone: true }),
    tellingOf(tools, tools, link),
    projectOf(tools, link),
  ]);
  const me = list?.participants.find(({ id }) => id === link.personId);
  if (me === undefined || telling === null || project === null) return null;
  const now = tools.clock.now();
  const ends = new Map((await sessionsOf(tools, link)).map(({ id, end }) => [id, end]));
  const row = await registrationRow(tools.db, link, me.id);
  const isPast = (id: string): boolean => {
    const end = ends.get(id);
    return end != null && Temporal.Instant.compare(Temporal.Instant.from(end), now) <= 0;
  };
  return {
    project: telling,
    person: { ...me, phone: me.phone ?? '', sharesPhone: row?.shares_phone ?? false },
    state: me.state,
    waitingPosition: me.waitingPosition,
    dietary: await readOwnDietary(tools, { tenantId: link.tenantId, projectId: link.projectId, personId: me.id }),
    sessions: await Promise.all(
      telling.sessions.map(async (session) => ({
        ...ownSession({ ...session, isPast: isPast(session.id) }, me, project.guestPolicy.substituteAllowed),
        ...(await offersOf(tools, { ...keyOf(link), sessionId: session.id }, me)),
      })),
    ),
    organisations: (await organisationsOf(tools, link)).toSorted((one, other) => compareSwedish(one.name, other.name)),
    guestNote: project.guestPolicy.note ?? null,
    mayReturn: row !== undefined && mayUndo(row, now),
    asksCommitment: !me.committed,
  };
}

function ownSession(
  session: OwnPage['project']['sessions'][number] & { readonly isPast: boolean },
  me: Participant,
  substituteAllowed: boolean,
): Omit<OwnSession, 'documents' | 'evaluation'> {
  const mine = me.sessions.find(({ sessionId }) => sessionId === session.id);
  const guests = mine?.guests ?? [];
  const has = (kind: 'substitute' | 'colleague'): boolean => guests.some((guest) => guest.kind === kind);
  const isOpen = me.state === 'confirmed' && !session.isPast;
  return {
    ...session,
    answer: mine?.answer ?? 'none',
    guests,
    mayNameSubstitute: isOpen && substituteAllowed && !has('substitute'),
    mayBringColleague: isOpen && session.colleagueAllowed && !has('colleague'),
  };
}

/** What a session has for its participants: files that have been shared, and an evaluation that waits. */
async function offersOf(
  tools: Tools,
  key: EvaluationKey,
  me: Participant,
): Promise<Pick<OwnSession, 'documents' | 'evaluation'>> {
  if (me.state !== 'confirmed') return { documents: 0, evaluation: 'none' };
  const documents = (await sharedDocuments(tools, key)).length;
  if (await hasAnswered(tools, key, me.id)) return { documents, evaluation: 'answered' };
  const evaluation = await evaluationRowOf(tools, key);
  const now = tools.clock.now().epochMilliseconds;
  const ready = await mayAnswer(tools, { ...key, personId: me.id, evaluation, now });
  return { documents, evaluation: ready.ok ? 'open' : 'none' };
}

const answerWords: Readonly<Record<SessionAnswer, CalendarSession['answer']>> = {
  none: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  tentativelyAccepted: 'TENTATIVE',
};

/** all the sessions that have a time, as a file for calendars that are not Outlook. One attendee: its owner. */
export async function ownCalendarOf(tools: Tools, link: OpenedLink): Promise<string | null> {
  const page = await ownPageOf(tools, link);
  const project = await projectOf(tools, link);
  if (page === null || project === null) return null;
  const { project: telling, person } = page;
  const host = URL.parse(telling.publicUrl)?.hostname ?? 'larprojekt';
  const total = telling.sessions.length;
  return calendarText({
    name: telling.title,
    timeZone: telling.timeZone,
    now: tools.clock.now().toString(),
    sequence: project.revision,
    organiser: { name: 'Dalalab', address: telling.organiserMailbox },
    attendee: { name: person.displayName, address: person.email },
    sessions: page.sessions.flatMap((session) => {
      const { date, startTime, endTime, place } = session;
      if (date === null || startTime === null || endTime === null) return [];
      return {
        date,
        startTime,
        endTime,
        uid: `${telling.projectId}.${session.id}@${host}`,
        summary: invitationSubject({ ...session, total, city: place?.city || null, projectTitle: telling.title }, 'sv'),
        description: `${wholeProjectText(telling.wholeProjectText, 'sv')}\n${telling.publicUrl}/projekt/${telling.projectId}`,
        location: place === null ? '' : placeText(place),
        answer: answerWords[session.answer],
      };
    }),
  });
}

/** LST-01: the confirmed, for one of them. Null for everybody else. */
export async function ownListOf(tools: Tools, link: OpenedLink): Promise<OwnList | null> {
  const [list, project] = [await participantsOf(tools, link), await tellingOf(tools, tools, link)];
  const participants = (list?.participants ?? []).filter(({ state }) => state === 'confirmed');
  if (project === null || !participants.some(({ id }) => id === link.personId)) return null;
  return { project, participants };
}
