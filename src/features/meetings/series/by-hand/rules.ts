import { localDate, startInstant } from '../../../../domain/local-date.ts';
import type { MeetingRecurrence } from '../../../../ports/meetings.ts';
import { folded } from '../../places/rules.ts';
import { sameTimes, toldOf } from '../outlook/rules.ts';
import type { HeldFile, SeriesEvent, WantedSeries } from '../types.ts';

export type FileStep =
  | { readonly kind: 'invite'; readonly file: HeldFile; readonly name: string; readonly isNew: boolean }
  | { readonly kind: 'cancel'; readonly file: HeldFile; readonly isReached: boolean };

interface Known {
  readonly held: readonly HeldFile[];
  /** Addresses that a file has reached. */
  readonly reached: ReadonlySet<string>;
  readonly uid: string;
}

/** the smallest list of files between what people hold and what was agreed. A second time it is empty. */
export function fileSteps(wanted: WantedSeries | null, { held, reached, uid }: Known): readonly FileStep[] {
  const people = (wanted?.attendees ?? []).filter(({ type }) => type !== 'resource');
  const steps: FileStep[] = [];
  for (const { address, name } of wanted === null ? [] : people) {
    const before = held.find((one) => one.address === folded(address));
    if (wanted === null || (before !== undefined && holds(before, wanted))) continue;
    steps.push({
      kind: 'invite',
      name,
      isNew: before?.state !== 'live' || !(before.fromOutlook || reached.has(before.address)),
      file: {
        address: folded(address),
        uid: before?.uid ?? uid,
        sequence: (before?.sequence ?? -1) + 1,
        told: toldOf(wanted),
        leftOut: wanted.leftOut,
        state: 'live',
        fromOutlook: before?.fromOutlook ?? false,
      },
    });
  }
  const kept = new Set(people.map(({ address }) => folded(address)));
  for (const file of held) {
    if (file.state === 'cancelled' || kept.has(file.address)) continue;
    steps.push({ kind: 'cancel', isReached: file.fromOutlook || reached.has(file.address), file: cancelled(file) });
  }
  return steps;
}

export function cancelled(file: HeldFile): HeldFile {
  return { ...file, sequence: file.sequence + 1, state: 'cancelled' };
}

/** A file has no Teams link, so what kind of meeting it is makes no difference. */
function holds({ state, told, leftOut }: HeldFile, wanted: WantedSeries): boolean {
  return (
    state === 'live' &&
    told.subject === wanted.subject &&
    sameTimes(told, wanted) &&
    told.place.displayName === wanted.place.displayName &&
    leftOut.join() === wanted.leftOut.join()
  );
}

/** What people hold of Outlook's own series, as the start of what is changed by hand from now on. */
export function heldOf({ iCalUId, attendees, told, leftOut }: SeriesEvent): readonly HeldFile[] {
  if (iCalUId === null) return [];
  return attendees
    .filter(({ type }) => type !== 'resource')
    .map(({ address }) => ({
      address: folded(address),
      uid: iCalUId,
      sequence: 0,
      told,
      leftOut,
      state: 'live',
      fromOutlook: true,
    }));
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const places = { first: '1', second: '2', third: '3', fourth: '4', last: '-1' } as const;

/** RFC 5545's rule of a series. It ends with the last day, whose end is told in UTC. */
export function repeatRule(recurrence: MeetingRecurrence, timeZone: string): string {
  const { every, interval, weekday, index, lastOn } = recurrence;
  const end = startInstant(localDate(lastOn).add({ days: 1 }), '00:00', timeZone).subtract({ seconds: 1 });
  const until = end.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  const day = days[weekday - 1] ?? 'MO';
  const rule = every === 'week' ? `FREQ=WEEKLY;BYDAY=${day}` : `FREQ=MONTHLY;BYDAY=${places[index]}${day}`;
  return `${rule};INTERVAL=${interval};WKST=MO;UNTIL=${until}`;
}
