import type { StoredEvent } from '../rows.ts';
import { lower } from '../directory.ts';
import { answerTo } from '../far-side.ts';
import { occurrencesOf } from '../outlook/series.ts';
import { contextOf, ok } from './call.ts';
import type { Call } from './call.ts';
import { checkedBody, countOf, listOf, partOf } from './check-body.ts';
import { GraphFault } from './errors.ts';
import { mailboxOf } from './mailbox.ts';
import type { Routes } from './router.ts';
import { dateTimeTimeZone, instantOf } from './zones.ts';

const mostSchedules = 20;
const dayMs = 86_400_000;
/** The window must be shorter than this. */
const longestWindowDays = 62;
const mostEntries = 1000;

export const scheduleRoutes: Routes = {
  'POST /users/{user}/calendar/getSchedule': (call) => {
    mailboxOf(call);
    const wish = readWish(call);
    const value = wish.addresses.map((address) => schedule(call, address, wish));
    return ok({ '@odata.context': contextOf('Collection(microsoft.graph.scheduleInformation)'), value });
  },
};

interface ScheduleWish {
  readonly addresses: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly slotMs: number;
}

function readWish(call: Call): ScheduleWish {
  const fields = checkedBody('getSchedule', call.body);
  const addresses = (listOf(fields['schedules']) ?? []).map(String);
  const [start, end] = [partOf(fields['startTime']), partOf(fields['endTime'])];
  if (addresses.length === 0 || start === undefined || end === undefined)
    throw new GraphFault(400, 'ErrorInvalidArgument', 'schedules, startTime and endTime are required.');
  if (addresses.length > mostSchedules)
    throw new GraphFault(
      400,
      'ErrorInvalidParameter',
      `The number of schedules exceeds the limit of ${mostSchedules}.`,
    );
  const [fromMs, toMs] = [instantOf(start, 'startTime').ms, instantOf(end, 'endTime').ms];
  if (toMs <= fromMs)
    throw new GraphFault(400, 'ErrorInvalidParameter', 'The end time must be later than the start time.');
  if (toMs - fromMs >= longestWindowDays * dayMs)
    throw new GraphFault(
      400,
      'ErrorTimeIntervalTooBig',
      `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit = ${longestWindowDays} days; the actual limit = ${Math.floor((toMs - fromMs) / dayMs)} days.`,
    );
  const minutes = countOf(fields['availabilityViewInterval']) ?? 30;
  if (minutes < 5 || minutes > 1440)
    throw new GraphFault(400, 'ErrorInvalidParameter', 'availabilityViewInterval must be between 5 and 1440 minutes.');
  return { addresses, fromMs, toMs, slotMs: minutes * 60_000 };
}

function schedule(call: Call, asked: string, wish: ScheduleWish): Record<string, unknown> {
  const mailbox = call.far.directory.mailboxAddress(asked) ?? memberMailbox(call, asked);
  if (mailbox === undefined) return failed(asked, 'ErrorMailRecipientNotFound', 'Mailbox not found.');
  const events = busyEvents(call, mailbox, wish);
  if (events.length > mostEntries) return failed(asked, '5006', 'The result set contains too many calendar entries.');
  return {
    scheduleId: asked,
    availabilityView: viewOf(events, wish),
    scheduleItems: events.map((event) => scheduleItem(call, event)),
    workingHours: workingHours(),
  };
}

/** People of other organisations usually share no free/busy with us; their address resolves to nothing. */
function memberMailbox(call: Call, address: string): string | undefined {
  const person = call.far.directory.personByMail(address);
  const isSeen = person?.kind === 'member' || answerTo(call.far, 'outsideSchedule') === 'shown';
  return person !== undefined && isSeen ? lower(person.mail) : undefined;
}

function failed(scheduleId: string, responseCode: string, message: string): Record<string, unknown> {
  return { scheduleId, availabilityView: '', scheduleItems: [], error: { message, responseCode } };
}

function busyEvents(call: Call, mailbox: string, wish: ScheduleWish): StoredEvent[] {
  return call.far.tables
    .eventsOf(mailbox)
    .filter((event) => event.removedAt === null)
    .flatMap(occurrencesOf)
    .filter((event) => event.startMs < wish.toMs && event.endMs > wish.fromMs)
    .sort((a, b) => a.startMs - b.startMs);
}

/** Working elsewhere counts as free, so the digit 4 never comes. */
const digits: Readonly<Record<StoredEvent['showAs'], number>> = {
  free: 0,
  workingElsewhere: 0,
  unknown: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
};

function viewOf(events: readonly StoredEvent[], wish: ScheduleWish): string {
  const slots = Array.from({ length: Math.ceil((wish.toMs - wish.fromMs) / wish.slotMs) }, () => 0);
  for (const event of events) {
    const first = Math.max(0, Math.floor((event.startMs - wish.fromMs) / wish.slotMs));
    const last = Math.min(slots.length, Math.ceil((event.endMs - wish.fromMs) / wish.slotMs));
    for (let slot = first; slot < last; slot += 1) slots[slot] = Math.max(slots[slot] ?? 0, digits[event.showAs]);
  }
  return slots.join('');
}

function scheduleItem(call: Call, event: StoredEvent): Record<string, unknown> {
  return {
    isPrivate: event.sensitivity !== 'normal',
    status: event.showAs,
    start: dateTimeTimeZone(event.startMs, call.prefer.timeZone),
    end: dateTimeTimeZone(event.endMs, call.prefer.timeZone),
  };
}

function workingHours(): Record<string, unknown> {
  return {
    daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    startTime: '08:00:00.0000000',
    endTime: '17:00:00.0000000',
    timeZone: { name: 'W. Europe Standard Time' },
  };
}
