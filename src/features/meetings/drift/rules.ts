import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../../ports/meetings.ts';
import { instantOf } from '../rules.ts';
import type { DesiredMeeting, Drift, Mirror } from '../types.ts';

/**
 * What somebody has changed in Outlook: neither as we wrote it nor as the plan wants it now (our own write may be under way).
 * Null when nothing is.
 */
export function driftOf(mirror: Mirror, wanted: DesiredMeeting | undefined, actual: Meeting): Drift | null {
  const zone = mirror.written.timeZone;
  const sides = [mirror.written, ...(wanted === undefined ? [] : [wanted])];
  const drift: Drift = {
    ...(sides.some(({ subject }) => subject === actual.subject) ? {} : { subject: actual.subject }),
    ...(sides.some(({ start }) => utc(start, zone) === actual.start) ? {} : { start: localIn(actual.start, zone) }),
    ...(sides.some(({ end }) => utc(end, zone) === actual.end) ? {} : { end: localIn(actual.end, zone) }),
    ...(sides.some(({ location }) => location.displayName === actual.locationName)
      ? {}
      : { location: actual.locationName }),
  };
  return Object.keys(drift).length === 0 ? null : drift;
}

function utc(local: string, zone: string): string {
  return instantOf(local, zone).toString();
}

function localIn(instant: string, zone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' });
}
