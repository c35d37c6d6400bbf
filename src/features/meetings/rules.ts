import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { MeetingAttendee, MeetingDraft } from '../../ports/meetings.ts';
import { isDeclined } from '../rooms/rules.ts';
import { mustAskAgain, roomAskedBy } from './asking/rules.ts';
import { roomFirst, type RoomFirst } from './holding/rules.ts';
import { folded, hasPeople, locationOf, sameLocation } from './places/rules.ts';
import { remoteMeeting } from './remote/rules.ts';
import type {
  ChangedField,
  Desired,
  DesiredMeeting,
  MeetingFacts,
  MeetingPart,
  MeetingPerson,
  MeetingSession,
  Mirror,
  Operation,
  WrittenMeeting,
} from './types.ts';

/** Exchange takes 500 attendees in one meeting, the room among them. */
export const mostAttendees = 500;
const reminderMinutes: Readonly<Record<MeetingPart, number>> = {
  session: 24 * 60,
  sharedCalendar: 24 * 60,
  remoteSpeakers: 30,
  roomHoldA: 0,
  roomHoldB: 0,
};
/** Tells the meeting apart for whoever looks through the organiser's calendar. */
const speakersCategory = 'Medverkande på länk';

/** Outlook made an online meeting without a link. */
export const noOnlineMeeting = 'noOnlineMeeting';

/**
 * CAL-01, CAL-02: which meetings should exist, and with whom. The room comes first and alone; the planning group when it or
 * the host has said yes; participants when the registration has closed under somebody's yes, and the planning group then too. Whoever has been let in stays in while a moved session's room is asked anew. A session that is over is left alone.
 */
export function desired(facts: MeetingFacts, mirrors: readonly Mirror[], now: Temporal.Instant): Desired {
  const leave = new Set<string>();
  const meetings: DesiredMeeting[] = [];
  for (const session of facts.sessions) {
    if (!facts.isActive || isOver(session, facts.timeZone, now)) {
      leave.add(session.id);
      continue;
    }
    const before = (part: MeetingPart): Mirror | undefined =>
      mirrors.find((one) => one.sessionId === session.id && one.part === part && one.state !== 'cancelled');
    const room = roomFirst(facts, session, mirrors);
    const meeting = sessionMeeting(facts, session, { before: before('session'), room });
    if (meeting === undefined) continue;
    meetings.push(meeting, ...room.holds);
    const link = remoteMeeting(facts, session, {
      meeting,
      before: before('remoteSpeakers'),
      isMoving: room.stays !== null,
      attendees: required([...(session.remote?.people ?? []), ...facts.linkHosts], facts),
    });
    if (link !== undefined) meetings.push(link);
    if (facts.registrationClosed && facts.sharedCalendarMailbox !== null)
      meetings.push({
        ...meeting,
        part: 'sharedCalendar',
        mailbox: facts.sharedCalendarMailbox,
        attendees: [],
        isOnline: false,
        invitesParticipants: false,
      });
  }
  return { meetings, leave };
}

export function isOver(session: Pick<MeetingSession, 'end'>, timeZone: string, now: Temporal.Instant): boolean {
  return session.end !== null && Temporal.Instant.compare(instantOf(session.end, timeZone), now) <= 0;
}

export function instantOf(local: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
}

function sessionMeeting(
  facts: MeetingFacts,
  session: MeetingSession,
  { before, room }: { readonly before: Mirror | undefined; readonly room: RoomFirst },
): DesiredMeeting | undefined {
  const { start, end } = session;
  if (session.isCancelled || start === null || end === null) return undefined;
  if (session.roomStatus === 'none' && !facts.registrationClosed) return undefined;
  const isReady = isVenueSettled(session) && !waitsForLink(session, before);
  const letsParticipantsIn = facts.registrationClosed && (isReady || before?.written.invitesParticipants === true);
  const isTheirTurn = isReady && !(waitsForHost(session) && !letsParticipantsIn);
  const letsPlannersIn = isTheirTurn || (before !== undefined && hasPeople(before.written));
  return {
    sessionId: session.id,
    part: 'session',
    mailbox: facts.organiserMailbox,
    ...(room.stays === null ? told(session, { start, end }, { before, room }) : standing(room.stays)),
    timeZone: facts.timeZone,
    isOnline: session.format !== 'onsite',
    invitesParticipants: letsParticipantsIn,
    attendees: attendeesOf(facts, session, {
      room: roomOn(session, before, room),
      letsPlannersIn,
      letsParticipantsIn,
    }),
  };
}

type Told = Pick<DesiredMeeting, 'subject' | 'html' | 'start' | 'end' | 'location'>;

function told(
  session: MeetingSession,
  time: Pick<Told, 'start' | 'end'>,
  { before, room }: { readonly before: Mirror | undefined; readonly room: RoomFirst },
): Told {
  const agreed = before?.written.agreedSubject;
  const subject = agreed?.plan === session.subject ? agreed.outlook : session.subject;
  const { mailbox, ...location } = locationOf(session);
  const hasRoom = mailbox !== undefined && !room.isApart;
  return {
    ...time,
    subject,
    html: session.html,
    location: { ...location, ...(hasRoom ? { mailbox } : {}) },
  };
}

function standing({ subject, html, start, end, location }: WrittenMeeting): Told {
  return { subject, html, start, end, location };
}

/** The room that stands on the meeting itself. */
function roomOn(session: MeetingSession, before: Mirror | undefined, room: RoomFirst): MeetingAttendee | null {
  if (room.stays !== null) return room.stays.attendees.find(({ type }) => type === 'resource') ?? null;
  const { venue, roomStatus } = session;
  if (room.isApart || venue === null || venue.mailbox === null) return null;
  if (roomStatus === 'none' || mustAskAgain(session, before)) return null;
  return { address: venue.mailbox, name: venue.name, type: 'resource' };
}

/** An online meeting lets nobody in until Outlook has given it a link: Outlook may make it without one and say nothing. */
function waitsForLink({ format }: MeetingSession, before: Mirror | undefined): boolean {
  if (format === 'onsite') return false;
  return before === undefined || (before.written.isOnline && before.joinUrl === null);
}

/** Outlook has made an online meeting without a link, and nobody has been let in. */
export function lacksLink({ state, written, joinUrl }: Mirror): boolean {
  return (
    state === 'live' &&
    written.isOnline &&
    joinUrl === null &&
    written.attendees.every(({ type }) => type === 'resource')
  );
}

/**
 * VEN-02: those who plan hold the day when there is somewhere to be. A host asked by mail may take weeks, and a no would send
 * them a second booking.
 */
function waitsForHost({ format, roomStatus }: MeetingSession): boolean {
  return format !== 'digital' && roomStatus === 'askedByMail';
}

/**
 * A declined room leaves the participants uninvited, and so does one that has not answered yet. A host who is asked by mail
 * does not: ARCHITECTURE says why.
 */
export function isVenueSettled({
  format,
  roomStatus,
  venue,
}: Pick<MeetingSession, 'format' | 'roomStatus'> & {
  readonly venue: { readonly mailbox: string | null } | null;
}): boolean {
  if (format === 'digital') return true;
  if (isDeclined(roomStatus)) return false;
  return !(roomStatus === 'asked' && venue?.mailbox !== null);
}

/** However many parts they play, staff who also registered stand once. Whoever has sent a substitute stays away this time. */
function attendeesOf(
  facts: MeetingFacts,
  session: MeetingSession,
  lets: {
    readonly room: MeetingAttendee | null;
    readonly letsPlannersIn: boolean;
    readonly letsParticipantsIn: boolean;
  },
): readonly MeetingAttendee[] {
  const { remote, format } = session;
  const { room } = lets;
  const replaced = new Set(session.replaced.map(folded));
  const participants = facts.participants.filter(({ address }) => !replaced.has(folded(address)));
  const people = required(
    [
      ...(lets.letsPlannersIn ? facts.planners : []),
      // Where everybody has the link, speakers use the same.
      ...(lets.letsPlannersIn && format !== 'onsite' ? (remote?.people ?? []) : []),
      ...(lets.letsParticipantsIn ? [...participants, ...session.guests] : []),
    ],
    facts,
  );
  if (room === null) return people;
  return [room, ...people.filter(({ address }) => folded(address) !== folded(room.address))];
}

/** Nobody twice, and the organiser never. */
function required(people: readonly MeetingPerson[], facts: MeetingFacts): readonly MeetingAttendee[] {
  const found = new Map<string, MeetingAttendee>();
  for (const { address, name } of people) {
    const key = folded(address);
    if (key !== folded(facts.organiserMailbox) && !found.has(key)) found.set(key, { address, name, type: 'required' });
  }
  return [...found.values()];
}

/**
 * The smallest steps from what we wrote last to what should be. Empty when they agree, so a second run does nothing.
 * An event that somebody has removed in Outlook waits for a person to say which side is right.
 */
export function operations(wanted: Desired, mirrors: readonly Mirror[]): readonly Operation[] {
  const found: Operation[] = [];
  for (const meeting of wanted.meetings) {
    const mirror = mirrors.find(({ sessionId, part }) => sessionId === meeting.sessionId && part === meeting.part);
    const operation = stepTo(meeting, mirror);
    if (operation !== undefined) found.push(operation);
  }
  for (const mirror of mirrors) {
    const isWanted = wanted.meetings.some(
      ({ sessionId, part }) => sessionId === mirror.sessionId && part === mirror.part,
    );
    if (isWanted || wanted.leave.has(mirror.sessionId) || mirror.state === 'cancelled') continue;
    found.push({ kind: 'cancel', mirror, mailsPeople: mirror.written.attendees.length > 0 });
  }
  return found;
}

function stepTo(meeting: DesiredMeeting, mirror: Mirror | undefined): Operation | undefined {
  if (mirror === undefined) return { kind: 'create', meeting, generation: 1, mayExist: false };
  if (mirror.drift?.removed !== undefined) return undefined;
  const { generation } = mirror.written;
  if (mirror.state === 'cancelled') return { kind: 'create', meeting, generation: generation + 1, mayExist: false };
  // Begun and not known to have ended: what was to be created then is looked for, and differences are the next step.
  if (mirror.state === 'intended') {
    const { html, subject, start, end, location, attendees, isOnline, invitesParticipants } = mirror.written;
    const begun = { ...meeting, html, subject, start, end, location, attendees, isOnline, invitesParticipants };
    return { kind: 'create', meeting: begun, generation, mayExist: true };
  }
  // Somebody has asked for another try at a link; nobody knows of the first.
  if (lacksLink(mirror) && mirror.problem === null)
    return { kind: 'cancel', mirror, mailsPeople: mirror.written.attendees.length > 0 };
  const fields = changedFields(meeting, mirror.written);
  return fields.length === 0 ? undefined : { kind: 'change', meeting, mirror, fields };
}

/**
 * Outlook mails only the added and removed when attendees are changed alone, and everybody when anything else is. So people
 * are let in by themselves; a new time or place takes everything with it in one change; and a mere wording is written
 * while nobody but the planning group is invited, else it waits for the next such change.
 */
function changedFields(meeting: DesiredMeeting, written: WrittenMeeting): readonly ChangedField[] {
  const time: ChangedField[] = meeting.start === written.start && meeting.end === written.end ? [] : ['time'];
  const place: ChangedField[] = sameLocation(meeting.location, written.location) ? [] : ['location'];
  const texts: ChangedField[] = [
    ...(meeting.subject === written.subject ? [] : ['subject' as const]),
    ...(meeting.html === written.html ? [] : ['html' as const]),
  ];
  const people: ChangedField[] = sameAttendees(meeting.attendees, written.attendees) ? [] : ['attendees'];
  if (time.length + place.length > 0) return [...time, ...place, ...texts, ...people];
  if (texts.length > 0 && !written.invitesParticipants) return texts;
  return people;
}

export function sameAttendees(one: readonly MeetingAttendee[], other: readonly MeetingAttendee[]): boolean {
  const keys = (list: readonly MeetingAttendee[]): string =>
    list
      .map(({ address, type }) => `${folded(address)} ${type}`)
      .toSorted()
      .join('\n');
  return keys(one) === keys(other);
}

/** The same for the same event however often it is tried, so that a repeated create finds the first. */
export function transactionIdOf(event: {
  readonly tenantId: string;
  readonly projectId: string;
  readonly sessionId: string;
  readonly part: string;
  readonly generation: number;
}): string {
  const { tenantId, projectId, sessionId, part, generation } = event;
  const hex = createHash('sha256')
    .update([tenantId, projectId, sessionId, part, String(generation)].join('\n'))
    .digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** @param now when it is written: the room on it is asked then */
export function writtenFrom(meeting: DesiredMeeting, generation: number, now: Temporal.Instant): WrittenMeeting {
  const { subject, html, start, end, timeZone, location, attendees, isOnline, invitesParticipants } = meeting;
  const roomAskedAt = attendees.some(({ type }) => type === 'resource') ? now.toString() : null;
  const times = { start, end, timeZone, roomAskedAt };
  return { subject, html, ...times, location, attendees, isOnline, invitesParticipants, generation };
}

/** Only the fields of this step are as wanted now; the others are still as they were. */
export function writtenBy(
  operation: Exclude<Operation, { kind: 'cancel' }>,
  generation: number,
  now: Temporal.Instant,
): Mirror['written'] {
  const all = writtenFrom(operation.meeting, generation, now);
  if (operation.kind === 'create') return all;
  const { fields, mirror } = operation;
  const before = mirror.written;
  const has = (field: (typeof fields)[number]): boolean => fields.includes(field);
  const written = {
    ...before,
    ...(has('time') ? { start: all.start, end: all.end, html: all.html } : {}),
    ...(has('location') ? { location: all.location } : {}),
    ...(has('subject') ? { subject: all.subject } : {}),
    ...(has('html') ? { html: all.html } : {}),
    ...(has('attendees') ? { attendees: all.attendees, invitesParticipants: all.invitesParticipants } : {}),
  };
  return { ...written, roomAskedAt: roomAskedBy(operation, written, now) };
}

export function draftOf(meeting: DesiredMeeting, transactionId: string): MeetingDraft {
  const { part, subject, html, start, end, timeZone, location, attendees, isOnline } = meeting;
  return {
    subject,
    html,
    start,
    end,
    timeZone,
    location,
    attendees,
    isOnline,
    categories: part === 'remoteSpeakers' ? ['Dalalab', speakersCategory] : ['Dalalab'],
    reminderMinutes: reminderMinutes[part],
    hideAttendees: true,
    transactionId,
  };
}
