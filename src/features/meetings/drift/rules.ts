import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../../ports/meetings.ts';
import { folded, locationOf } from '../places/rules.ts';
import { instantOf } from '../rules.ts';
import type { DesiredMeeting, Drift, Mirror, WrittenMeeting } from '../types.ts';

/**
 * What somebody has changed in Outlook: neither as we wrote it nor as the plan wants it now (our own write may be under way).
 * Null when nothing is.
 */
export function driftOf(mirror: Mirror, wanted: DesiredMeeting | undefined, actual: Meeting): Drift | null {
  const zone = mirror.written.timeZone;
  const sides = [mirror.written, ...(wanted === undefined ? [] : [wanted])];
  const missing = missingFrom(actual, sides);
  const people = missing.filter(({ type }) => type !== 'resource');
  const drift: Drift = {
    ...(sides.some(({ subject }) => subject === actual.subject) ? {} : { subject: actual.subject }),
    ...(sides.some(({ start }) => utc(start, zone) === actual.start) ? {} : { start: localIn(actual.start, zone) }),
    ...(sides.some(({ end }) => utc(end, zone) === actual.end) ? {} : { end: localIn(actual.end, zone) }),
    ...(sides.some(({ location }) => location.displayName === actual.locationName)
      ? {}
      : { location: actual.locationName }),
    ...(missing.length === people.length ? {} : { room: 'removed' }),
    ...(people.length === 0 ? {} : { people: people.map(({ address }) => folded(address)).join(' ') }),
  };
  return Object.keys(drift).length === 0 ? null : drift;
}

/** Whom every side wants and the calendar lacks. */
function missingFrom({ attendees }: Pick<Meeting, 'attendees'>, sides: readonly Pick<WrittenMeeting, 'attendees'>[]) {
  const has = (list: readonly { readonly address: string }[], address: string): boolean =>
    list.some((one) => folded(one.address) === folded(address));
  const [first, ...others] = sides;
  return (first?.attendees ?? []).filter(
    ({ address }) => !has(attendees, address) && others.every((side) => has(side.attendees, address)),
  );
}

/** Folded addresses of those whom somebody has taken off: two people may have the same name. */
export function missingPeople({ people = '' }: Drift): ReadonlySet<string> {
  return new Set(people === '' ? [] : people.split(' '));
}

function utc(local: string, zone: string): string {
  return instantOf(local, zone).toString();
}

function localIn(instant: string, zone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' });
}

/** The mirror says what Outlook holds, so that the difference to the plan is seen as work to do. */
export function asInOutlook(written: WrittenMeeting, drift: Drift): WrittenMeeting {
  const gone = missingPeople(drift);
  const attendees = written.attendees.filter(({ type, address }) =>
    type === 'resource' ? drift.room === undefined : !gone.has(folded(address)),
  );
  return {
    ...written,
    attendees,
    ...(drift.subject === undefined ? {} : { subject: drift.subject }),
    ...(drift.start === undefined ? {} : { start: drift.start }),
    ...(drift.end === undefined ? {} : { end: drift.end }),
    ...(drift.location === undefined ? {} : { location: { displayName: drift.location } }),
  };
}

/** The same, once a person has said that Outlook is right: what the plan says of the place, and a heading of one's own. */
export function asAgreed(
  written: WrittenMeeting,
  drift: Drift,
  plan: { readonly subject: string; readonly venue: Parameters<typeof locationOf>[0]['venue'] },
): WrittenMeeting {
  const { people: _people, ...taken } = drift;
  const { mailbox: _mailbox, ...location } = locationOf({ venue: plan.venue, format: 'onsite' });
  return {
    ...asInOutlook(written, taken),
    ...(drift.location === undefined ? {} : { location }),
    ...(drift.subject === undefined ? {} : { agreedSubject: { plan: plan.subject, outlook: drift.subject } }),
  };
}

/** Whether the time that Outlook says is one that the plan can hold: within a day. */
export function timeIn(written: WrittenMeeting, drift: Drift) {
  const [start, end] = [drift.start ?? written.start, drift.end ?? written.end];
  if (start.slice(0, 10) !== end.slice(0, 10)) return undefined;
  return { date: start.slice(0, 10), startTime: start.slice(11, 16), endTime: end.slice(11, 16) };
}

/** Who takes part from afar has a meeting by the clock of the programme, so that another hour alone leaves it as it is. */
export function changesDay({ written, drift }: Mirror): boolean {
  if (drift?.removed !== undefined) return true;
  return drift?.start !== undefined && drift.start.slice(0, 10) !== written.start.slice(0, 10);
}

/** An update of the whole meeting goes to everybody on it; who is missing hears of it alone. */
export function toldByThePlan({ written, drift }: Mirror): readonly string[] {
  if (drift === null) return [];
  const people = written.attendees.filter(({ type }) => type !== 'resource');
  const isForAll = (['removed', 'subject', 'start', 'end', 'location'] as const).some(
    (one) => drift[one] !== undefined,
  );
  const gone = missingPeople(drift);
  return people.map(({ address }) => address).filter((address) => isForAll || gone.has(folded(address)));
}
