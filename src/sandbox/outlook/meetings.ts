import { isDeepStrictEqual } from 'node:util';
import { lower } from '../directory.ts';
import { answerTo, newGuid, newId, schedule } from '../far-side.ts';
import type { FarSide } from '../far-side.ts';
import type {
  Address,
  ExtendedProperty,
  StoredAttendee,
  StoredEvent,
  StoredLocation,
  StoredRecurrence,
} from '../rows.ts';
import { organiserEvent, writeCopy, writeEvent } from './copies.ts';
import { readOccurrenceId } from './series.ts';
import { forwardRequest, sendCancellations, sendDayCancelled, sendRequests } from './invitations.ts';

/** What a request says about an event; absent is untouched. */
export interface EventFields {
  readonly subject?: string;
  readonly body?: { readonly type: 'html' | 'text'; readonly content: string };
  readonly start?: { readonly ms: number; readonly zone: string };
  readonly end?: { readonly ms: number; readonly zone: string };
  readonly isAllDay?: boolean;
  readonly showAs?: StoredEvent['showAs'];
  readonly importance?: StoredEvent['importance'];
  readonly sensitivity?: StoredEvent['sensitivity'];
  readonly locations?: readonly StoredLocation[];
  readonly attendees?: readonly Pick<StoredAttendee, 'address' | 'name' | 'type'>[];
  readonly responseRequested?: boolean;
  readonly allowNewTimeProposals?: boolean;
  readonly hideAttendees?: boolean;
  readonly isReminderOn?: boolean;
  readonly reminderMinutesBeforeStart?: number;
  readonly isOnlineMeeting?: boolean;
  readonly categories?: readonly string[];
  readonly extendedProperties?: readonly ExtendedProperty[];
  readonly recurrence?: StoredRecurrence | null;
}

export type NewEventFields = EventFields & Required<Pick<EventFields, 'start' | 'end'>>;

/** Puts the meeting in the organiser's calendar and mails everybody on it at once: Graph has no draft meeting. */
export function createMeeting(
  far: FarSide,
  place: { mailbox: string; calendarId: string; transactionId: string | null },
  fields: NewEventFields,
): StoredEvent {
  const organizer = { address: place.mailbox, name: far.directory.displayName(place.mailbox) };
  const isOnline = fields.isOnlineMeeting === true && canMeetOnline(far, place.mailbox);
  const link = answerTo(far, 'teamsLink');
  const joinUrl = isOnline && link === 'atOnce' ? newJoinUrl(far) : null;
  const event = writeEvent(
    far,
    {
      id: newId(far, 'AAMkAG'),
      mailbox: place.mailbox,
      calendarId: place.calendarId,
      iCalUId: `040000008200E00074C5B7101A82E008${newGuid(far).replaceAll('-', '').toUpperCase()}`,
      sequence: 0,
      createdAt: far.clock.nowMs(),
      removedAt: null,
      transactionId: place.transactionId,
      subject: fields.subject ?? '',
      bodyType: fields.body?.type ?? 'html',
      body: withMeetingBlob(fields.body?.content ?? '', joinUrl),
      startMs: fields.start.ms,
      endMs: fields.end.ms,
      startZone: fields.start.zone,
      endZone: fields.end.zone,
      isAllDay: fields.isAllDay ?? false,
      showAs: fields.showAs ?? 'busy',
      importance: fields.importance ?? 'normal',
      sensitivity: fields.sensitivity ?? 'normal',
      locations: fields.locations ?? [],
      attendees: merged([], fields.attendees ?? []),
      organizer,
      isOrganizer: true,
      isCancelled: false,
      responseRequested: fields.responseRequested ?? true,
      allowNewTimeProposals: fields.allowNewTimeProposals ?? true,
      hideAttendees: fields.hideAttendees ?? false,
      isReminderOn: fields.isReminderOn ?? true,
      reminderMinutesBeforeStart: fields.reminderMinutesBeforeStart ?? 15,
      joinUrl,
      categories: fields.categories ?? [],
      extendedProperties: fields.extendedProperties ?? [],
      response: 'organizer',
      respondedAt: null,
      ...(fields.recurrence == null ? {} : { recurrence: fields.recurrence, cancelledDates: [] }),
    },
    'created',
  );
  sendRequests(far, event, event.attendees, 'meetingRequest');
  if (isOnline && link === 'late') schedule(far, LINK_LATE_MS, { kind: 'linkArrives', iCalUId: event.iCalUId });
  return event;
}

const LINK_LATE_MS = 10 * 60_000;

/** Teams has caught up: the meeting gets its link, and nobody is mailed for it. */
export function linkArrives(far: FarSide, { iCalUId }: { readonly iCalUId: string }): void {
  const event = organiserEvent(far, iCalUId);
  if (event === undefined || event.joinUrl !== null) return;
  const joinUrl = newJoinUrl(far);
  writeEvent(far, { ...event, joinUrl, body: withMeetingBlob(event.body, joinUrl) }, 'updated');
}

/** Attendees alone mail only the added and the removed; any other field, whatever its value, mails everybody. */
export function changeMeeting(far: FarSide, event: StoredEvent, fields: EventFields): StoredEvent {
  const attendees = fields.attendees === undefined ? [...event.attendees] : merged(known(far, event), fields.attendees);
  const removed = event.attendees.filter((old) => !has(attendees, old));
  const onlyAttendees = Object.keys(fields).every((name) => name === 'attendees');
  const changed = onlyAttendees ? { ...event, attendees } : applied(far, event, fields, attendees);
  const written = writeEvent(far, changed, 'updated');
  if (!written.isOrganizer) return written;
  sendCancellations(far, { ...written, sequence: event.sequence }, removed, '');
  const added = written.attendees.filter((attendee) => !has(event.attendees, attendee));
  sendRequests(far, written, added, 'meetingRequest');
  if (!onlyAttendees)
    sendRequests(
      far,
      written,
      written.attendees.filter((one) => has(event.attendees, one)),
      'meetingUpdate',
    );
  return written;
}

/** Somebody on the meeting sends the invitation on to one who is not. */
export function forwardMeeting(far: FarSide, event: StoredEvent, from: Address, to: Address): void {
  const added = { ...to, type: 'required', response: 'none', respondedAt: null } as const;
  const isAdded = answerTo(far, 'forwarded') === 'added' && !has(event.attendees, added);
  const known = isAdded ? writeEvent(far, { ...event, attendees: [...event.attendees, added] }, 'updated') : event;
  forwardRequest(far, known, from, added);
  writeCopy(far, known, added);
}

/** One day of a series is called off: those who are on it are told of that day, and the rest stands. */
export function cancelOccurrence(far: FarSide, occurrence: StoredEvent, comment: string): void {
  const master = far.tables.events.get(occurrence.seriesMasterId ?? '');
  const day = readOccurrenceId(occurrence.id)?.day;
  if (master === undefined || day === undefined) return;
  const cancelledDates = [...(master.cancelledDates ?? []), day].sort();
  const written = writeEvent(far, { ...master, cancelledDates }, 'updated');
  if (written.isOrganizer) sendDayCancelled(far, written, { day, occurrence, comment });
}

/** The organiser cancels or deletes: everybody is told and freed, and the event leaves the calendar. */
export function cancelMeeting(far: FarSide, event: StoredEvent, comment: string): void {
  if (event.seriesMasterId !== undefined) return cancelOccurrence(far, event, comment);
  const gone = { ...event, sequence: event.sequence + 1, isCancelled: true, removedAt: far.clock.nowMs() };
  const written = writeEvent(far, gone, 'deleted');
  if (written.isOrganizer) sendCancellations(far, written, written.attendees, comment);
}

function applied(
  far: FarSide,
  event: StoredEvent,
  fields: EventFields,
  attendees: readonly StoredAttendee[],
): StoredEvent {
  const startMs = fields.start?.ms ?? event.startMs;
  const endMs = fields.end?.ms ?? event.endMs;
  const isNewPattern = fields.recurrence !== undefined && !isDeepStrictEqual(fields.recurrence, event.recurrence);
  const hasMoved = startMs !== event.startMs || endMs !== event.endMs || isNewPattern;
  const comesBack = hasMoved && event.recurrence != null && answerTo(far, 'cancelledDays') === 'comeBack';
  const body = fields.body === undefined ? event.body : asDocument(fields.body.content);
  const { start: _start, end: _end, body: _body, attendees: _attendees, isOnlineMeeting: _online, ...plain } = fields;
  return {
    ...event,
    ...plain,
    extendedProperties: mergedProperties(event.extendedProperties, fields.extendedProperties ?? []),
    sequence: event.sequence + 1,
    ...(comesBack ? { cancelledDates: [] } : {}),
    startMs,
    endMs,
    startZone: fields.start?.zone ?? event.startZone,
    endZone: fields.end?.zone ?? event.endZone,
    bodyType: fields.body?.type ?? event.bodyType,
    body,
    // A body without the meeting's blob takes the online meeting with it.
    joinUrl: event.joinUrl !== null && body.includes(event.joinUrl) ? event.joinUrl : null,
    // At a new time everybody has to answer anew.
    attendees: hasMoved ? attendees.map((one) => ({ ...one, response: 'none', respondedAt: null })) : attendees,
  };
}

/** The attendees whose answers stay when the list is sent again; where they do not, everybody is as if newly asked. */
function known(far: FarSide, event: StoredEvent): readonly StoredAttendee[] {
  if (answerTo(far, 'answersOnResend') === 'kept') return event.attendees;
  return event.attendees.map((one) =>
    one.type === 'resource' ? one : { ...one, response: 'none', respondedAt: null },
  );
}

/** The new list, with the answers of those who were on the old one. */
function merged(old: readonly StoredAttendee[], wanted: NonNullable<EventFields['attendees']>): StoredAttendee[] {
  return wanted.map((one) => {
    const known = old.find((candidate) => lower(candidate.address) === lower(one.address));
    return { ...one, response: known?.response ?? 'none', respondedAt: known?.respondedAt ?? null };
  });
}

function mergedProperties(old: readonly ExtendedProperty[], given: readonly ExtendedProperty[]): ExtendedProperty[] {
  return [...old.filter((one) => !given.some((other) => other.id === one.id)), ...given];
}

const has = (list: readonly StoredAttendee[], wanted: StoredAttendee): boolean =>
  list.some((one) => lower(one.address) === lower(wanted.address));

export function canMeetOnline(far: FarSide, mailbox: string): boolean {
  const shared = far.directory.sharedMailbox(mailbox);
  if (shared !== undefined) return shared.onlineMeetingProviders.includes('teamsForBusiness');
  return far.directory.personByMail(mailbox)?.kind === 'member';
}

function newJoinUrl(far: FarSide): string {
  const thread = newGuid(far).replaceAll('-', '');
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=%7b%22Tid%22%3a%22${far.directory.facts.tenantId}%22%7d`;
}

/** Exchange keeps every body as a whole document. */
function asDocument(html: string): string {
  if (/<html[\s>]/i.test(html)) return html;
  const head = '<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>';
  return `<html>\r\n${head}\r\n<body>\r\n${html}\r\n</body>\r\n</html>\r\n`;
}

function withMeetingBlob(html: string, joinUrl: string | null): string {
  const document = asDocument(html);
  if (joinUrl === null) return document;
  const blob = `<div class="me-email-text"><hr><p>Microsoft Teams-möte</p><p><a href="${joinUrl}">Klicka här för att delta i mötet</a></p></div>`;
  return document.replace(/<\/body>/i, `${blob}\r\n</body>`);
}
