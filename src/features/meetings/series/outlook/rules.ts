import type { Meeting, MeetingChange, MeetingDraft } from '../../../../ports/meetings.ts';
import { folded } from '../../places/rules.ts';
import { transactionIdOf } from '../../rules.ts';
import type { RoomAnswer, SeriesEvent, SeriesTold, WantedSeries } from '../types.ts';

/** One request, or those for a few days. Days are taken out while nobody is on the series, so that nobody is mailed of them. */
export type SeriesStep =
  | { readonly kind: 'create' }
  | { readonly kind: 'change'; readonly change: MeetingChange }
  | { readonly kind: 'leaveOut'; readonly days: readonly string[] }
  | { readonly kind: 'cancel' };

export function toldOf({ subject, start, end, recurrence, place, isOnline }: SeriesTold): SeriesTold {
  return { subject, start, end, recurrence, place, isOnline };
}

/**
 * What is next between what we wrote last and what should be; undefined when they agree, so a second run does nothing.
 * A series that has become another kind of meeting (Teams or not) is made anew, since an event cannot change in that.
 */
export function nextStep(wanted: WantedSeries | null, event: SeriesEvent | null): SeriesStep | undefined {
  if (wanted === null) return event === null ? undefined : { kind: 'cancel' };
  if (event === null || event.eventId === null) return { kind: 'create' };
  if (event.mailbox !== wanted.mailbox || event.told.isOnline !== wanted.isOnline) return { kind: 'cancel' };
  const change = changeOf(wanted, event);
  const missing = wanted.leftOut.filter((day) => !event.leftOut.includes(day));
  const fields = Object.keys(change).filter((name) => name !== 'attendees');
  if (missing.length > 0 && fields.length === 0) return { kind: 'leaveOut', days: missing };
  return Object.keys(change).length === 0 ? undefined : { kind: 'change', change };
}

function changeOf(wanted: WantedSeries, { told, attendees }: SeriesEvent): MeetingChange {
  const isMoved = !sameTimes(told, wanted);
  const { start, end, timeZone, recurrence } = wanted;
  return {
    ...(told.subject === wanted.subject ? {} : { subject: wanted.subject }),
    ...(isMoved ? { start, end, timeZone, recurrence } : {}),
    ...(samePlace(told.place, wanted.place) ? {} : { location: wanted.place }),
    ...(byAddress(attendees) === byAddress(wanted.attendees) ? {} : { attendees: wanted.attendees }),
  };
}

function byAddress(attendees: WantedSeries['attendees']): string {
  return attendees
    .map(({ address, type }) => `${folded(address)} ${type}`)
    .toSorted()
    .join('\n');
}

/** Compared part by part: what has been in the database comes back with its parts in another order. */
export function sameTimes(one: SeriesTold, other: SeriesTold): boolean {
  const [first, second] = [one.recurrence, other.recurrence];
  return (
    one.start === other.start &&
    one.end === other.end &&
    first.every === second.every &&
    first.interval === second.interval &&
    first.weekday === second.weekday &&
    first.index === second.index &&
    first.lastOn === second.lastOn
  );
}

export function samePlace(one: SeriesTold['place'], other: SeriesTold['place']): boolean {
  return one.displayName === other.displayName && one.mailbox === other.mailbox;
}

/** The series as it is first made: with nobody on it. */
export function draftOf(wanted: WantedSeries, transactionId: string): MeetingDraft {
  return {
    subject: wanted.subject,
    html: wanted.html,
    start: wanted.start,
    end: wanted.end,
    timeZone: wanted.timeZone,
    location: wanted.place,
    attendees: [],
    categories: ['Dalalab'],
    reminderMinutes: 15,
    isOnline: wanted.isOnline,
    hideAttendees: false,
    transactionId,
    recurrence: wanted.recurrence,
  };
}

/** After a change of time or rhythm days that were out may be back: they are looked for again. */
export function afterChange(event: SeriesEvent, wanted: WantedSeries, change: MeetingChange): SeriesEvent {
  const room = roomOf(wanted);
  const isAsked = room !== undefined && (room !== roomOf(event) || change.start !== undefined);
  return {
    ...event,
    told: toldOf(wanted),
    attendees: change.attendees ?? event.attendees,
    leftOut: change.recurrence === undefined ? event.leftOut : [],
    room: room === undefined ? null : isAsked ? 'asked' : event.room,
  };
}

function roomOf({ attendees }: Pick<SeriesEvent, 'attendees'>): string | undefined {
  return attendees.find(({ type }) => type === 'resource')?.address;
}

/** What the room has said; null without one. */
export function roomAnswer({ attendees }: Pick<Meeting, 'attendees'>): RoomAnswer | null {
  const room = attendees.find(({ type }) => type === 'resource');
  if (room === undefined) return null;
  const { response } = room;
  if (response === 'accepted' || response === 'declined') return response;
  return response === 'tentativelyAccepted' ? 'tentative' : 'asked';
}

export function seriesTransactionId(
  key: { readonly tenantId: string; readonly projectId: string },
  generation: number,
): string {
  const { tenantId, projectId } = key;
  return transactionIdOf({ tenantId, projectId, sessionId: '', part: 'planningSeries', generation });
}
