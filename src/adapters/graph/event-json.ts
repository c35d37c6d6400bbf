import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type {
  AttendeeResponse,
  Meeting,
  MeetingAttendee,
  MeetingChange,
  MeetingDraft,
  MeetingRecurrence,
  Occurrence,
} from '../../ports/meetings.ts';
import { ownKey } from './own-property.ts';
import { ianaZone, windowsZone } from './zones.ts';

const responses: readonly AttendeeResponse[] = [
  'none',
  'notResponded',
  'organizer',
  'tentativelyAccepted',
  'accepted',
  'declined',
];

const time = z.object({ dateTime: z.string(), timeZone: z.string() });

const attendeeAnswer = z.object({
  type: z.enum(['required', 'optional', 'resource']).catch('required'),
  emailAddress: z.object({ address: z.string().nullish(), name: z.string().nullish() }),
  status: z.object({ response: z.string().nullish(), time: z.string().nullish() }).nullish(),
});

const eventAnswer = z.object({
  id: z.string(),
  '@odata.etag': z.string().nullish(),
  iCalUId: z.string().nullish(),
  subject: z.string().nullish(),
  start: time,
  end: time,
  isCancelled: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  body: z.object({ content: z.string().nullish() }).nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  attendees: z.array(attendeeAnswer).nullish(),
});

const occurrenceAnswer = z.object({ id: z.string(), start: time });

export function readMeeting(body: unknown): Meeting {
  const event = eventAnswer.parse(body);
  return {
    id: event.id,
    etag: event['@odata.etag'] ?? '',
    iCalUId: event.iCalUId ?? '',
    subject: event.subject ?? '',
    start: instant(event.start),
    end: instant(event.end),
    isCancelled: event.isCancelled ?? false,
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    bodyHtml: event.body?.content ?? '',
    locationName: event.location?.displayName ?? '',
    attendees: (event.attendees ?? []).map(readAttendee),
  };
}

// Graph writes local times with seven decimals and no offset; the zone stands beside.
function instant({ dateTime, timeZone }: z.infer<typeof time>): string {
  return Temporal.PlainDateTime.from(dateTime.replace(/Z$/, ''))
    .toZonedDateTime(ianaZone(timeZone))
    .toInstant()
    .toString();
}

function readAttendee(attendee: z.infer<typeof attendeeAnswer>): Meeting['attendees'][number] {
  const at = attendee.status?.time ?? null;
  return {
    address: attendee.emailAddress.address ?? '',
    name: attendee.emailAddress.name ?? '',
    type: attendee.type,
    response: responses.find((known) => known === attendee.status?.response) ?? 'none',
    // The year 1 means that nobody has answered.
    respondedAt: at === null || at.startsWith('0001') ? null : Temporal.Instant.from(at).toString(),
  };
}

/** The body of a create. Everything that later must not be touched (a change of it mails everybody) is set here. */
export function eventJson(draft: MeetingDraft): object {
  return {
    subject: draft.subject,
    body: { contentType: 'html', content: draft.html },
    start: { dateTime: draft.start, timeZone: windowsZone(draft.timeZone) },
    end: { dateTime: draft.end, timeZone: windowsZone(draft.timeZone) },
    location: locationJson(draft.location),
    attendees: draft.attendees.map(attendeeJson),
    categories: draft.categories,
    isReminderOn: true,
    reminderMinutesBeforeStart: draft.reminderMinutes,
    allowNewTimeProposals: false,
    hideAttendees: draft.hideAttendees,
    responseRequested: true,
    showAs: 'busy',
    ...(draft.isOnline
      ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }
      : { isOnlineMeeting: false }),
    ...(draft.recurrence === undefined ? {} : { recurrence: recurrenceJson(draft.recurrence, draft.timeZone) }),
    transactionId: draft.transactionId,
    ...ownKey(draft.transactionId),
  };
}

/** The body of a change: what is not named is not sent. */
export function changeJson(change: MeetingChange): object {
  const { subject, html, start, end, timeZone, location, attendees, recurrence } = change;
  const zone = (start ?? end) === undefined ? '' : windowsZone(timeZone ?? 'Europe/Stockholm');
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(html === undefined ? {} : { body: { contentType: 'html', content: html } }),
    ...(start === undefined ? {} : { start: { dateTime: start, timeZone: zone } }),
    ...(end === undefined ? {} : { end: { dateTime: end, timeZone: zone } }),
    ...(location === undefined ? {} : { location: locationJson(location) }),
    ...(attendees === undefined ? {} : { attendees: attendees.map(attendeeJson) }),
    ...(recurrence === undefined ? {} : { recurrence: recurrenceJson(recurrence, timeZone ?? 'Europe/Stockholm') }),
  };
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Swedish weeks begin on Monday; Graph's begin on Sunday unless it is told, which shifts every other week. */
function recurrenceJson({ every, interval, weekday, index, firstOn, lastOn }: MeetingRecurrence, zone: string): object {
  const daysOfWeek = [weekdays[weekday - 1]];
  return {
    pattern:
      every === 'week'
        ? { type: 'weekly', interval, daysOfWeek, firstDayOfWeek: 'monday' }
        : { type: 'relativeMonthly', interval, daysOfWeek, index },
    range: { type: 'endDate', startDate: firstOn, endDate: lastOn, recurrenceTimeZone: windowsZone(zone) },
  };
}

export function readOccurrence(body: unknown): Occurrence {
  const { id, start } = occurrenceAnswer.parse(body);
  return { id, start: instant(start) };
}

function locationJson(location: MeetingDraft['location']): object {
  return {
    displayName: location.displayName,
    ...(location.mailbox === undefined ? {} : { locationEmailAddress: location.mailbox }),
    ...(location.address === undefined ? {} : { address: { street: location.address } }),
  };
}

function attendeeJson({ type, address, name }: MeetingAttendee): object {
  return { type, emailAddress: { address, name } };
}
