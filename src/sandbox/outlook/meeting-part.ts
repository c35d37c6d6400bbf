import { lower } from '../directory.ts';
import type { Address, MeetingPart, StoredEvent } from '../rows.ts';
import { zoneOf } from '../graph/zones.ts';
import { visibleAttendees } from './copies.ts';

/** The meeting as this reader's mail program gets it. */
export function meetingPart(
  event: StoredEvent,
  reader: Address,
  method: MeetingPart['method'],
  onlyDay: string | null = null,
): MeetingPart {
  const place = event.locations[0];
  const own = event.attendees.find((attendee) => lower(attendee.address) === lower(reader.address));
  return {
    method,
    iCalUId: event.iCalUId,
    sequence: event.sequence,
    subject: event.subject,
    startMs: event.startMs,
    endMs: event.endMs,
    isAllDay: event.isAllDay,
    location: place?.displayName ?? '',
    locationAddress: [place?.street, place?.city].filter(Boolean).join(', ') || null,
    body: event.body,
    organizer: event.organizer,
    attendees: visibleAttendees(event, reader),
    reminderMinutesBeforeStart: event.isReminderOn ? event.reminderMinutesBeforeStart : null,
    categories: [],
    joinUrl: event.joinUrl,
    responseRequested: event.responseRequested,
    allowNewTimeProposals: event.allowNewTimeProposals,
    response: own?.response ?? 'none',
    ...(event.recurrence == null
      ? {}
      : {
          series: {
            zone: zoneOf(event.startZone, event.startZone),
            recurrence: event.recurrence,
            without: event.cancelledDates ?? [],
            only: onlyDay,
          },
        }),
  };
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
