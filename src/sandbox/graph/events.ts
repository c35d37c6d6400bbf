import { answerTo } from '../far-side.ts';
import { defaultCalendarId } from '../outlook/calendar-list.ts';
import { cancelMeeting, changeMeeting, createMeeting } from '../outlook/meetings.ts';
import { etagOf } from '../notifier.ts';
import { occurrencesOf, readOccurrenceId } from '../outlook/series.ts';
import type { StoredEvent } from '../rows.ts';
import { accepted, contextOf, created, noContent, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { checkedBody, isObject, partOf, textOf } from './check-body.ts';
import { GraphFault, itemNotFound } from './errors.ts';
import { checkTimes, readEventFields } from './event-fields.ts';
import { expandedProperties, mayPass } from './extended-properties.ts';
import { mailboxOf } from './mailbox.ts';
import { listed, selected } from './query.ts';
import type { Routes } from './router.ts';
import { eventShape, propertiesShape } from './shapes.ts';
import { checkRangeStart } from './recurrence.ts';
import { localDayOf, stockholm } from './zones.ts';

export const eventRoutes: Routes = {
  'GET /users/{user}/events': (call) => listEvents(call, defaultCalendarId(mailboxOf(call))),
  'GET /users/{user}/calendar/events': (call) => listEvents(call, defaultCalendarId(mailboxOf(call))),
  'POST /users/{user}/events': (call) => createEvent(call, defaultCalendarId(mailboxOf(call))),
  'POST /users/{user}/calendar/events': (call) => createEvent(call, defaultCalendarId(mailboxOf(call))),
  'GET /users/{user}/events/{event}': (call) => ok(answerEvent(call, eventOf(call))),
  'PATCH /users/{user}/events/{event}': patchEvent,
  'DELETE /users/{user}/events/{event}': deleteEvent,
  'POST /users/{user}/events/{event}/cancel': cancelEvent,
  'GET /users/{user}/calendars/{calendar}/events/{event}': (call) => ok(answerEvent(call, eventOf(call))),
  'PATCH /users/{user}/calendars/{calendar}/events/{event}': patchEvent,
  'DELETE /users/{user}/calendars/{calendar}/events/{event}': deleteEvent,
};

/** Lists page by ten unless asked otherwise, as Outlook does. */
const pageSize = 10;

export function listEvents(call: Call, calendarId: string): Reply {
  const mailbox = mailboxOf(call);
  const events = mayPass(call, call.far.tables.eventsOf(mailbox))
    .filter((event) => event.removedAt === null && event.calendarId === calendarId)
    .sort((a, b) => b.createdAt - a.createdAt || b.change - a.change);
  return ok(listed(call, contextOf(`users('${mailbox}')/events`), withProperties(call, events), { pageSize }));
}

/** With the extended properties while filtering; only `$expand` lets them out. */
function withProperties(call: Call, events: readonly StoredEvent[]): Record<string, unknown>[] {
  const filter = call.query.get('$filter') ?? '';
  if (!filter.includes('singleValueExtendedProperties')) return events.map((event) => shapeFor(call, event));
  return events.map((event) => hidden(shapeFor(call, event), event, call));
}

function hidden(shape: Record<string, unknown>, event: StoredEvent, call: Call): Record<string, unknown> {
  if (call.query.has('$expand')) return shape;
  // Filtered by, but not listed with: JSON leaves out what cannot be enumerated.
  return Object.defineProperty({ ...shape }, 'singleValueExtendedProperties', {
    value: propertiesShape(event.extendedProperties),
    enumerable: false,
  });
}

export function shapeFor(call: Call, event: StoredEvent): Record<string, unknown> {
  return { ...eventShape(event, call.prefer), ...expandedProperties(call, event.extendedProperties) };
}

export function createEvent(call: Call, calendarId: string): Reply {
  const mailbox = mailboxOf(call);
  const { fields, transactionId } = readEventFields(call.body, alsoZone(call));
  const { start, end } = fields;
  if (start === undefined || end === undefined)
    throw new GraphFault(400, 'ErrorInvalidArgument', "Required property 'start' or 'end' is missing.");
  checkTimes({ startMs: start.ms, endMs: end.ms, isAllDay: fields.isAllDay ?? false }, startTextOf(call));
  checkRangeStart(fields.recurrence, localDayOf(start.ms, start.zone));
  const first = transactionId === null ? undefined : replayed(call, mailbox, transactionId);
  if (first !== undefined && answerTo(call.far, 'repeatedCreate') === 'conflict')
    throw new GraphFault(409, 'ErrorDuplicateTransactionId', 'An event with the same transactionId exists already.');
  if (first !== undefined) return created(answerEvent(call, first));
  const event = createMeeting(call.far, { mailbox, calendarId, transactionId }, { ...fields, start, end });
  return created(answerEvent(call, event));
}

const alsoZone = ({ far }: Call): string | undefined =>
  answerTo(far, 'zoneStockholm') === 'taken' ? stockholm : undefined;

/** What Exchange answers to a repeated create is undocumented; the first event is the kinder guess. */
function replayed(call: Call, mailbox: string, transactionId: string): StoredEvent | undefined {
  return call.far.tables.eventsByTransaction(`${mailbox} ${transactionId}`).find((event) => event.removedAt === null);
}

function patchEvent(call: Call): Reply {
  const event = eventOf(call);
  checkMatch(call, event);
  if (event.seriesMasterId !== undefined)
    throw new GraphFault(501, 'NotImplemented', 'This far side changes a whole series, or takes a day out of it.');
  const { fields } = readEventFields(call.body, alsoZone(call));
  const isAllDay = fields.isAllDay ?? event.isAllDay;
  checkTimes(
    { startMs: fields.start?.ms ?? event.startMs, endMs: fields.end?.ms ?? event.endMs, isAllDay },
    startTextOf(call),
  );
  checkRangeStart(
    fields.recurrence === undefined ? event.recurrence : fields.recurrence,
    localDayOf(fields.start?.ms ?? event.startMs, fields.start?.zone ?? event.startZone),
  );
  return ok(answerEvent(call, changeMeeting(call.far, event, fields)));
}

function deleteEvent(call: Call): Reply {
  const event = eventOf(call);
  checkMatch(call, event);
  cancelMeeting(call.far, event, '');
  return noContent;
}

function cancelEvent(call: Call): Reply {
  const event = eventOf(call);
  if (!event.isOrganizer)
    throw new GraphFault(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    );
  const fields = call.body === undefined ? {} : checkedBody('cancel', call.body);
  cancelMeeting(call.far, event, textOf(fields['comment']) ?? '');
  return accepted;
}

/** An id is only good in the mailbox that it belongs to. */
export function eventOf(call: Call): StoredEvent {
  const mailbox = mailboxOf(call);
  const id = call.param('event');
  const part = readOccurrenceId(id);
  const event = call.far.tables.events.get(part?.masterId ?? id);
  if (event === undefined || event.mailbox !== mailbox || event.removedAt !== null) throw itemNotFound();
  if (part === undefined) return event;
  const occurrence = occurrencesOf(event).find((one) => one.id === id && one.seriesMasterId !== undefined);
  if (occurrence === undefined) throw itemNotFound();
  return occurrence;
}

function checkMatch(call: Call, event: StoredEvent): void {
  const wanted = call.headers.get('if-match');
  if (answerTo(call.far, 'ifMatch') === 'ignored') return;
  if (wanted === null || wanted === '*' || wanted.includes(`"${etagOf(event.change)}"`)) return;
  throw new GraphFault(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}

function answerEvent(call: Call, event: StoredEvent): Record<string, unknown> {
  return {
    '@odata.context': contextOf(`users('${event.mailbox}')/events/$entity`),
    ...selected(call, shapeFor(call, event)),
  };
}

function startTextOf(call: Call): string {
  const start = isObject(call.body) ? partOf(call.body['start']) : undefined;
  return textOf(start?.['dateTime']) ?? 'T00:00:00';
}
