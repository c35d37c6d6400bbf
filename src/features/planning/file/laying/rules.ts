import { Temporal } from 'temporal-polyfill';
import {
  daysBetween,
  isAfter,
  localDate,
  localDateOf,
  readLocalDate,
  shiftDate,
  shiftMoment,
} from '../../../../domain/local-date.ts';
import type { LocalDate } from '../../../../domain/local-date.ts';
import { readMoment, zoneOf } from '../checks/rules.ts';
import { everyValue } from '../paths/rules.ts';
import type { FileParticipant, Loose, ProjectFile } from '../types.ts';

/**
 * The same project as if it were going on now: every date moved by the same number of whole weeks, so that registration
 * closes one to seven days after `today`. Weekdays and clock times hold; offsets are the zone's on the new days.
 * What the file tells of days that now lie ahead (evaluations, `expected` figures) is left out.
 */
export function layAround(file: ProjectFile, today: LocalDate): ProjectFile {
  const zone = zoneOf(file);
  const anchor = anchorOf(file, zone);
  if (anchor === undefined) return file;
  const weeks = Math.ceil(daysBetween(anchor, today.add({ days: 1 })) / 7);
  const { expected: _expected, evaluations, ...rest } = file;
  const moved = shifted(rest, { weeks, zone, span: spanOf(file) }) as ProjectFile; // the shape stays, only dates change
  const held = heldEvaluations(evaluations, moved, today);
  return {
    ...moved,
    project: { ...moved.project, ...(file.project['phase'] === undefined ? {} : { phase: 'registrationOpen' }) },
    ...(moved.participants === undefined
      ? {}
      : { participants: moved.participants.map((person) => registeredBefore(person, today, zone)) }),
    ...(held === undefined ? {} : { evaluations: held }),
  };
}

/** The day that is laid near today: when registration closes, else four weeks before the first session. */
function anchorOf(file: ProjectFile, zone: string): LocalDate | undefined {
  const closes = file.project.keyDates?.['registrationCloses'] ?? '';
  const moment = readMoment(closes);
  if (moment !== undefined) return localDateOf(moment, zone);
  const first = readLocalDate(closes);
  return first ?? spanOf(file)?.from.subtract({ weeks: 4 });
}

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

function spanOf(file: ProjectFile): Span | undefined {
  const dates = everyValue(file, 'sessions[].date')
    .flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
    .toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  return from === undefined || to === undefined ? undefined : { from: localDate(from), to: localDate(to) };
}

interface Shift {
  readonly weeks: number;
  readonly zone: string;
  readonly span: Span | undefined;
}

/** Notes tell of other years and stay as they are. */
const untouched = /(^\$comment|Note)$/;

function shifted(value: unknown, shift: Shift): unknown {
  if (typeof value === 'string') return shiftedText(value, shift);
  if (Array.isArray(value)) return value.map((entry: unknown) => shifted(entry, shift));
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(entries.map(([key, entry]) => [key, untouched.test(key) ? entry : shifted(entry, shift)]));
}

function shiftedText(text: string, shift: Shift): string {
  const day = readLocalDate(text);
  if (day !== undefined) return shiftDate(day, shift.weeks).toString();
  if (readMoment(text) === undefined) return shiftedProse(text, shift);
  const moved = shiftMoment(text, shift.weeks, shift.zone);
  return text.endsWith('Z') ? Temporal.Instant.from(moved).toString() : moved;
}

const months = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december';
const datePattern = new RegExp(`\\b(\\d{1,2}) (${months})( \\d{4})?\\b`, 'g');

/** "29 oktober" in a text that people read; without a year it means the one in which the sessions are. */
function shiftedProse(text: string, { weeks, span }: Shift): string {
  return text.replace(datePattern, (whole, day: string, month: string, year: string | undefined) => {
    const date = proseDate(Number(day), months.split('|').indexOf(month) + 1, { year, span });
    if (date === undefined) return whole;
    const moved = shiftDate(date, weeks);
    const name = months.split('|')[moved.month - 1] ?? month;
    return `${moved.day} ${name}${year === undefined ? '' : ` ${moved.year}`}`;
  });
}

function proseDate(
  day: number,
  month: number,
  { year, span }: { year: string | undefined; span: Span | undefined },
): LocalDate | undefined {
  const two = (value: number) => String(value).padStart(2, '0');
  const on = (one: number) => readLocalDate(`${one}-${two(month)}-${two(day)}`);
  if (year !== undefined) return on(Number(year));
  if (span === undefined) return undefined;
  const candidates = [on(span.from.year), on(span.to.year)].filter((date) => date !== undefined);
  // Half a year before the first session is when a project is prepared.
  return candidates.find((date) => daysBetween(date, span.from) < 183 && daysBetween(span.to, date) < 183);
}

/** Somebody who would register in the days to come has done so some whole weeks earlier. */
function registeredBefore(person: FileParticipant, today: LocalDate, zone: string): FileParticipant {
  const at = readMoment(person.registeredAt ?? '');
  if (at === undefined) return person;
  const late = daysBetween(today, localDateOf(at, zone));
  if (late < 0) return person;
  return { ...person, registeredAt: shiftMoment(person.registeredAt ?? '', -Math.floor(late / 7) - 1, zone) };
}

function heldEvaluations(evaluations: unknown, file: ProjectFile, today: LocalDate): readonly Loose[] | undefined {
  if (!Array.isArray(evaluations)) return undefined;
  const dates = new Map((file.sessions ?? []).map(({ id, date }) => [id, date]));
  const held = evaluations.filter((entry: Loose) => {
    const date = readLocalDate(dates.get(String(entry['sessionId'])) ?? '');
    return date !== undefined && !isAfter(date, today);
  });
  return held.length === 0 ? undefined : held;
}
