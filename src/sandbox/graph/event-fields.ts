import type { EventFields } from '../outlook/meetings.ts';
import type { ExtendedProperty, StoredAttendee, StoredEvent, StoredLocation } from '../rows.ts';
import { checkedBody, countOf, flagOf, listOf, partOf, textOf } from './check-body.ts';
import type { Fields } from './check-body.ts';
import { GraphFault } from './errors.ts';
import { recurrenceOf } from './recurrence.ts';
import { instantOf } from './zones.ts';

/** Exchange's own ceiling for one meeting. */
const mostAttendees = 500;

/** Reads an event body into our fields. `transactionId` stands beside, since it belongs to the creation alone. */
export function readEventFields(
  body: unknown,
  alsoZone?: string,
): { fields: EventFields; transactionId: string | null } {
  const given = checkedBody('event', body);
  const fields: EventFields = {
    ...present('subject', textOf(given['subject'])),
    ...present('body', bodyOf(partOf(given['body']))),
    ...present('start', timeOf(given, 'start', alsoZone)),
    ...present('end', timeOf(given, 'end', alsoZone)),
    ...present('isAllDay', flagOf(given['isAllDay'])),
    // Enum values were checked against Graph's own list, which is the union's.
    ...present('showAs', textOf(given['showAs']) as StoredEvent['showAs'] | undefined),
    ...present('importance', textOf(given['importance']) as StoredEvent['importance'] | undefined),
    ...present('sensitivity', textOf(given['sensitivity']) as StoredEvent['sensitivity'] | undefined),
    ...present('locations', locationsOf(given)),
    ...present(
      'attendees',
      listOf(given['attendees'])?.map((one) => attendeeOf(partOf(one) ?? {})),
    ),
    ...present('responseRequested', flagOf(given['responseRequested'])),
    ...present('allowNewTimeProposals', flagOf(given['allowNewTimeProposals'])),
    ...present('hideAttendees', flagOf(given['hideAttendees'])),
    ...present('isReminderOn', flagOf(given['isReminderOn'])),
    ...present('reminderMinutesBeforeStart', countOf(given['reminderMinutesBeforeStart'])),
    ...present('isOnlineMeeting', flagOf(given['isOnlineMeeting'])),
    ...present('categories', listOf(given['categories'])?.map(String)),
    ...present('extendedProperties', extendedPropertiesOf(given)),
    ...present('recurrence', recurrenceOf(given, timeOf(given, 'start', alsoZone)?.zone ?? 'UTC')),
  };
  if ((fields.attendees?.length ?? 0) > mostAttendees)
    throw new GraphFault(400, 'ErrorInvalidRecipients', `An event can have at most ${mostAttendees} attendees.`);
  return { fields, transactionId: textOf(given['transactionId']) ?? null };
}

/** Times that hang together: an end after its start, and whole days for an all-day event. */
export function checkTimes(event: { startMs: number; endMs: number; isAllDay: boolean }, startText: string): void {
  if (event.endMs < event.startMs)
    throw new GraphFault(
      400,
      'ErrorCalendarEndDateIsEarlierThanStartDate',
      'The end date is earlier than the start date.',
    );
  if (event.isAllDay && !/T00:00(:00(\.0+)?)?Z?$/.test(startText))
    throw new GraphFault(
      400,
      'ErrorPropertyValidationFailure',
      'The Event.Start property for an all-day event needs to be set to midnight.',
    );
}

function present<K extends string, V>(name: K, value: V | undefined): { [key in K]?: V } {
  // TypeScript widens a computed name to string.
  return (value === undefined ? {} : { [name]: value }) as { [key in K]?: V };
}

function timeOf(given: Fields, name: 'start' | 'end', alsoZone?: string): EventFields['start'] {
  const value = partOf(given[name]);
  return value === undefined ? undefined : instantOf(value, name, alsoZone);
}

function bodyOf(value: Fields | undefined): EventFields['body'] {
  if (value === undefined) return undefined;
  return { type: value['contentType'] === 'text' ? 'text' : 'html', content: textOf(value['content']) ?? '' };
}

/** `location` and `locations` mirror each other; writing one replaces the other. */
function locationsOf(given: Fields): readonly StoredLocation[] | undefined {
  const list = listOf(given['locations'])?.map((one) => locationOf(partOf(one) ?? {}));
  const single = partOf(given['location']);
  return list ?? (single === undefined ? undefined : [locationOf(single)]);
}

function locationOf(value: Fields): StoredLocation {
  const address = partOf(value['address']);
  return {
    displayName: textOf(value['displayName']) ?? '',
    locationType: textOf(value['locationType']) ?? 'default',
    ...present('locationEmailAddress', textOf(value['locationEmailAddress'])),
    ...present('street', textOf(address?.['street'])),
    ...present('city', textOf(address?.['city'])),
  };
}

function attendeeOf(value: Fields): Pick<StoredAttendee, 'address' | 'name' | 'type'> {
  const email = partOf(value['emailAddress']);
  const address = textOf(email?.['address']) ?? '';
  if (!/^[^@\s]+@[^@\s]+$/.test(address))
    throw new GraphFault(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
  const type = textOf(value['type']) as StoredAttendee['type'] | undefined;
  return { address, name: textOf(email?.['name']) ?? address, type: type ?? 'required' };
}

export function extendedPropertiesOf(given: Fields): ExtendedProperty[] | undefined {
  return listOf(given['singleValueExtendedProperties'])?.map((one) => {
    const property = partOf(one);
    return { id: textOf(property?.['id']) ?? '', value: textOf(property?.['value']) ?? '' };
  });
}
