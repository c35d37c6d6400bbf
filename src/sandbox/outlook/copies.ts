import { lower } from '../directory.ts';
import { newId } from '../far-side.ts';
import type { FarSide } from '../far-side.ts';
import { defaultCalendarId } from './calendar-list.ts';
import type { ChangeType } from '../notifier.ts';
import type { Address, StoredAttendee, StoredEvent } from '../rows.ts';

/** Writes an event with a new change number and tells whoever watches its mailbox. */
export function writeEvent(
  far: FarSide,
  event: Omit<StoredEvent, 'change' | 'modifiedAt'>,
  changeType: ChangeType,
): StoredEvent {
  const written: StoredEvent = { ...event, change: far.state.nextChange(), modifiedAt: far.clock.nowMs() };
  far.tables.events.put(written);
  far.notifier.eventChanged(written, changeType);
  return written;
}

/** This mailbox's own event of the meeting, also when it was removed. */
export function eventIn(far: FarSide, mailbox: string, iCalUId: string): StoredEvent | undefined {
  return far.tables.eventsByUid(iCalUId).find((event) => event.mailbox === mailbox);
}

/** The organiser's event of the meeting, while it stands. */
export function organiserEvent(far: FarSide, iCalUId: string): StoredEvent | undefined {
  return far.tables.eventsByUid(iCalUId).find((event) => event.isOrganizer && event.removedAt === null);
}

/** Puts the meeting in the invited one's calendar, as a question that waits for an answer. */
export function writeCopy(far: FarSide, event: StoredEvent, attendee: StoredAttendee): void {
  const mailbox = lower(attendee.address);
  const old = eventIn(far, mailbox, event.iCalUId);
  const isRoom = far.directory.room(mailbox) !== undefined;
  const response = attendee.response === 'none' ? 'notResponded' : attendee.response;
  const copy = {
    ...event,
    id: old?.id ?? newId(far, 'AAMkAG'),
    mailbox,
    calendarId: defaultCalendarId(mailbox),
    createdAt: old?.createdAt ?? far.clock.nowMs(),
    removedAt: response === 'declined' ? (old?.removedAt ?? far.clock.nowMs()) : null,
    transactionId: null,
    // Exchange's DeleteSubject: a room's calendar shows who booked, not why.
    subject: isRoom ? event.organizer.name : event.subject,
    body: isRoom ? '' : event.body,
    isOrganizer: false,
    attendees: visibleAttendees(event, attendee),
    categories: [],
    extendedProperties: [],
    response,
    respondedAt: attendee.respondedAt,
    showAs: response === 'accepted' ? event.showAs : 'tentative',
  } satisfies Omit<StoredEvent, 'change' | 'modifiedAt'>;
  writeEvent(far, copy, old === undefined ? 'created' : 'updated');
}

/** A cancelled meeting stays in the calendar as cancelled and free, until its owner removes it. */
export function cancelCopy(far: FarSide, iCalUId: string, address: string): void {
  const copy = eventIn(far, lower(address), iCalUId);
  if (copy === undefined || copy.removedAt !== null) return;
  const subject = copy.subject.startsWith('Inställt: ') ? copy.subject : `Inställt: ${copy.subject}`;
  writeEvent(far, { ...copy, isCancelled: true, showAs: 'free', subject }, 'updated');
}

/** With hidden attendees each one sees only themselves. */
export function visibleAttendees(event: StoredEvent, reader: Address): StoredAttendee[] {
  if (!event.hideAttendees) return [...event.attendees];
  return event.attendees.filter((attendee) => lower(attendee.address) === lower(reader.address));
}
