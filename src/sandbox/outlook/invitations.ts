import { lower } from '../directory.ts';
import { answerTo, schedule } from '../far-side.ts';
import type { FarSide } from '../far-side.ts';
import type { Address, StoredAttendee, StoredEvent } from '../rows.ts';
import { cancelCopy, eventIn, writeCopy, writeEvent } from './copies.ts';
import { escaped, meetingPart } from './meeting-part.ts';
import { planAnswer } from './people.ts';
import { post } from './post-office.ts';

/** Mails the meeting to these attendees, puts it in their calendars, and lets rooms and people consider it. */
export function sendRequests(
  far: FarSide,
  event: StoredEvent,
  attendees: readonly StoredAttendee[],
  kind: 'meetingRequest' | 'meetingUpdate',
): void {
  const invited = withoutOrganiser(event, attendees);
  if (invited.length === 0) return;
  post(
    far,
    {
      kind,
      from: event.organizer,
      to: invited,
      subject: event.subject,
      body: event.body,
      bodyType: event.bodyType,
      conversationId: conversationOf(event),
    },
    {
      saveToSentItems: true,
      meetingFor: (reader) => meetingPart(event, reader, 'REQUEST'),
      ...(hides(far, event) ? { visibleTo: (reader: Address) => [reader] } : {}),
    },
  );
  for (const attendee of invited) {
    writeCopy(far, event, attendee);
    if (attendee.response === 'none') askForAnswer(far, event, attendee);
  }
}

/** The invitation as somebody who has it sends it on. */
export function forwardRequest(far: FarSide, event: StoredEvent, from: Address, to: StoredAttendee): void {
  const { subject, body, bodyType } = event;
  post(
    far,
    { kind: 'meetingRequest', from, to: [to], subject: `VB: ${subject}`, body, bodyType },
    { saveToSentItems: false, meetingFor: (reader) => meetingPart(event, reader, 'REQUEST') },
  );
}

/** Mails a cancellation to these attendees and frees their calendars. */
export function sendCancellations(
  far: FarSide,
  event: StoredEvent,
  attendees: readonly StoredAttendee[],
  comment: string,
): void {
  const invited = withoutOrganiser(event, attendees);
  if (invited.length === 0) return;
  const body = comment === '' ? event.body : `<p>${escaped(comment)}</p>${event.body}`;
  post(
    far,
    {
      kind: 'meetingCancelled',
      from: event.organizer,
      to: invited,
      subject: `Inställt: ${event.subject}`,
      body,
      conversationId: conversationOf(event),
    },
    {
      saveToSentItems: true,
      meetingFor: (reader) => meetingPart({ ...event, attendees: invited }, reader, 'CANCEL'),
      ...(hides(far, event) ? { visibleTo: (reader: Address) => [reader] } : {}),
    },
  );
  for (const attendee of invited) cancelCopy(far, event.iCalUId, attendee.address);
}

/** One day of a series is called off for these attendees; in their calendars the day is empty. */
export function sendDayCancelled(
  far: FarSide,
  master: StoredEvent,
  called: { readonly day: string; readonly occurrence: StoredEvent; readonly comment: string },
): void {
  const invited = withoutOrganiser(master, master.attendees);
  if (invited.length === 0) return;
  const { day, occurrence, comment } = called;
  post(
    far,
    {
      kind: 'meetingCancelled',
      from: master.organizer,
      to: invited,
      subject: `Inställt: ${master.subject}`,
      body: comment === '' ? master.body : `<p>${escaped(comment)}</p>${master.body}`,
      conversationId: conversationOf(master),
    },
    {
      saveToSentItems: true,
      meetingFor: (reader) =>
        meetingPart({ ...occurrence, recurrence: master.recurrence ?? null }, reader, 'CANCEL', day),
      ...(hides(far, master) ? { visibleTo: (reader: Address) => [reader] } : {}),
    },
  );
  for (const { address } of invited) {
    const copy = eventIn(far, lower(address), master.iCalUId);
    if (copy?.removedAt === null) writeEvent(far, { ...copy, cancelledDates: master.cancelledDates ?? [] }, 'updated');
  }
}

function askForAnswer(far: FarSide, event: StoredEvent, attendee: StoredAttendee): void {
  const mailbox = lower(attendee.address);
  const policy = far.directory.roomPolicy(mailbox);
  if (policy === undefined) return planAnswer(far, event, mailbox);
  const what = { kind: 'roomAnswers', mailbox, iCalUId: event.iCalUId, sequence: event.sequence } as const;
  const asked = `room ${mailbox}`;
  const isSlow = far.rain.draw(asked, ['slowRoom']) !== undefined;
  schedule(far, isSlow ? slowMs(far.rain.extent(asked)) : policy.answerDelaySeconds * 1000, what);
}

const hourMs = 3_600_000;
/** From two hours to not quite a day: a room that is silent for longer is no fault of the wire, and people are told. */
const slowMs = (extent: number): number => Math.round((2 + 20 * extent) * hourMs);

const hides = (far: FarSide, event: StoredEvent): boolean =>
  event.hideAttendees && answerTo(far, 'hiddenAttendees') === 'hidden';

const conversationOf = (event: StoredEvent): string => `AAQk${event.iCalUId.slice(-40)}`;

function withoutOrganiser(event: StoredEvent, attendees: readonly StoredAttendee[]): StoredAttendee[] {
  return attendees.filter((attendee) => lower(attendee.address) !== lower(event.organizer.address));
}
