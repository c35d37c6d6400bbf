import { defaultCalendarId } from '../outlook/calendar-list.ts';
import { daysOf, occurrenceId, occurrencesOf } from '../outlook/series.ts';
import type { StoredEvent } from '../rows.ts';
import { contextOf, ok } from './call.ts';
import type { Call, Reply } from './call.ts';
import { calendarOf } from './calendars.ts';
import { badRequest, GraphFault } from './errors.ts';
import { eventOf, shapeFor } from './events.ts';
import { mailboxOf } from './mailbox.ts';
import { linkWith, listed } from './query.ts';
import type { Routes } from './router.ts';
import { eventShape } from './shapes.ts';
import { queryInstant } from './zones.ts';

export const calendarViewRoutes: Routes = {
  'GET /users/{user}/calendarView': (call) => view(call, defaultCalendarId(mailboxOf(call))),
  'GET /users/{user}/calendar/calendarView': (call) => view(call, defaultCalendarId(mailboxOf(call))),
  'GET /users/{user}/calendars/{calendar}/calendarView': (call) => view(call, calendarOf(call).id),
  'GET /users/{user}/events/{event}/instances': instances,
  'GET /users/{user}/calendarView/delta': delta,
  'GET /users/{user}/calendar/calendarView/delta': delta,
};

interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

function readWindow(call: Call): Window {
  const options = new Map([...call.query].map(([name, value]) => [name.toLowerCase(), value]));
  const fromMs = queryInstant(options.get('startdatetime') ?? null, 'startDateTime');
  const toMs = queryInstant(options.get('enddatetime') ?? null, 'endDateTime');
  if (toMs < fromMs)
    throw new GraphFault(400, 'ErrorInvalidParameter', 'The end of the window is earlier than its start.');
  return { fromMs, toMs };
}

const isWithin = (event: StoredEvent, { fromMs, toMs }: Window): boolean =>
  event.startMs < toMs && event.endMs > fromMs;

/** A series is in the window when some day of it is. */
const touches = (event: StoredEvent, window: Window): boolean =>
  occurrencesOf(event).some((one) => isWithin(one, window));

function view(call: Call, calendarId: string): Reply {
  const mailbox = mailboxOf(call);
  const window = readWindow(call);
  const events = call.far.tables
    .eventsOf(mailbox)
    .filter((event) => event.removedAt === null && event.calendarId === calendarId)
    .flatMap(occurrencesOf)
    .filter((event) => isWithin(event, window))
    .sort((a, b) => a.startMs - b.startMs || a.change - b.change);
  const shapes = events.map((event) => shapeFor(call, event));
  return ok(listed(call, contextOf(`users('${mailbox}')/calendarView`), shapes, { pageSize: 10 }));
}

/** The occurrences of a series in a window; none of an event that is no series. */
function instances(call: Call): Reply {
  const master = eventOf(call);
  const window = readWindow(call);
  const found = master.recurrence == null ? [] : occurrencesOf(master).filter((event) => isWithin(event, window));
  const shapes = found.map((event) => shapeFor(call, event));
  return ok(listed(call, contextOf(`users('${master.mailbox}')/events`), shapes, { pageSize: 10 }));
}

/** Where a reader of changes stands: everything up to `after` is known; a round ends at `upTo`. */
interface DeltaToken extends Window {
  readonly mailbox: string;
  /** The state's change number after which changes are news; 0 the first time. */
  readonly since: number;
  /** Within a round: the last change number already told. */
  readonly told: number;
}

const usualPage = 50;
const refusedOptions = ['$select', '$expand', '$filter', '$orderby', '$search'];

/** Changes in the primary calendar's window since the last time. A broken token is gone for good: start over. */
function delta(call: Call): Reply {
  const mailbox = mailboxOf(call);
  for (const name of refusedOptions)
    if (call.query.has(name))
      throw new GraphFault(
        400,
        'ErrorInvalidUrlQuery',
        `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${name}'.`,
      );
  const given = call.query.get('$skiptoken') ?? call.query.get('$deltatoken');
  const token = given === null ? { mailbox, ...readWindow(call), since: 0, told: 0 } : readToken(given, mailbox, call);
  const changed = call.far.tables
    .eventsOf(mailbox)
    .filter(
      (event) => event.calendarId === defaultCalendarId(mailbox) && event.change > Math.max(token.since, token.told),
    )
    .filter((event) => token.since > 0 || (event.removedAt === null && touches(event, token)))
    .sort((a, b) => a.change - b.change);
  const page = changed.slice(0, call.prefer.maxPageSize ?? usualPage);
  const isLast = page.length === changed.length;
  const told = isLast ? call.far.state.change() : (page.at(-1)?.change ?? token.told);
  const next = isLast ? { ...token, since: told, told } : { ...token, told };
  const link = linkWith(call, { [isLast ? '$deltatoken' : '$skiptoken']: writeToken(next) }, false);
  return ok({
    '@odata.context': contextOf(`Collection(event)`),
    value: page.flatMap((event) => deltaItems(event, token, call)),
    [isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
  });
}

/** A series comes as its master and, with little more than their times, the occurrences in the window. */
function deltaItems(event: StoredEvent, window: Window, call: Call): readonly Record<string, unknown>[] {
  const { recurrence } = event;
  const removed = (id: string) => ({ '@removed': { reason: 'deleted' }, id });
  const days = recurrence == null ? [] : daysOf(recurrence).map((day) => occurrenceId(event.id, day.toString()));
  if (event.removedAt !== null || !touches(event, window)) return [event.id, ...days].map(removed);
  const type = { '@odata.type': '#microsoft.graph.event' };
  const master = { ...type, ...eventShape(event, call.prefer) };
  if (recurrence == null) return [master];
  const left = occurrencesOf(event).filter((one) => isWithin(one, window));
  return [
    master,
    ...left.map((one) => {
      const { id, start, end, seriesMasterId, type: kind } = eventShape(one, call.prefer);
      return { ...type, id, seriesMasterId, type: kind, start, end };
    }),
    ...(event.cancelledDates ?? []).map((day) => removed(occurrenceId(event.id, day))),
  ];
}

const writeToken = (token: DeltaToken): string => Buffer.from(JSON.stringify(token)).toString('base64url');

function readToken(text: string, mailbox: string, call: Call): DeltaToken {
  try {
    const read = JSON.parse(Buffer.from(text, 'base64url').toString()) as DeltaToken;
    // A state that was started anew has never reached the change that the token knows of.
    if (read.mailbox === mailbox && read.told <= call.far.state.change()) return read;
  } catch {
    // Falls through to the refusal: what cannot be read was not written here.
  }
  if (text === '') throw badRequest('The delta token is empty.');
  throw new GraphFault(
    410,
    'SyncStateNotFound',
    'The sync state generation is not found. Start a new synchronisation.',
    {
      headers: { location: linkWith(call, {}, false).replace(/\?$/, '') },
    },
  );
}
