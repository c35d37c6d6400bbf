import { isAfter, isBefore, localDate, type LocalDate } from '../../../domain/local-date.ts';
import { inBoth } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import type { Timeline, TimelineEntry } from '../../planning/guidance/types.ts';
import type { AwaitedAnswer } from '../../today/types.ts';
import { weekMorning } from '../mornings/rules.ts';
import { deadlinesOf, perScreen } from '../rules.ts';
import type { Week } from '../types.ts';

/** Weeks ahead that Monday's post tells of. */
const weeksAhead = 3;

interface Known {
  readonly timeline: Timeline;
  readonly byItself: ReadonlySet<string>;
  readonly awaited: readonly AwaitedAnswer[];
  /** Local day of the last such post, and what was met then; null before the first. */
  readonly last: { readonly on: string; readonly met: readonly string[] } | null;
}

/** Whether this is the morning of the week's news: Monday, or the first day after it when people read. */
export function isWeekMorning(today: LocalDate): boolean {
  return weekMorning(today)?.equals(today) === true;
}

/** What is new since last week, what comes within three weeks, and whose answers are awaited. Null when that is nothing. */
export function weekOf(today: LocalDate, known: Known): Week | null {
  const week: Week = {
    monday: today.toString(),
    done: doneSince(today, known),
    coming: comingWithin(today, known),
    awaited: known.awaited.map(({ title, text }) => ({ sv: `${title.sv}: ${text.sv}`, en: `${title.en}: ${text.en}` })),
  };
  return week.done.length + week.coming.length + week.awaited.length === 0 ? null : week;
}

/** What names a met rule in the next week's comparison. */
export function metIn({ entries }: Timeline): readonly string[] {
  return entries.filter(({ state }) => state === 'met').map(nameOf);
}

function nameOf({ ruleId, sessionId }: TimelineEntry): string {
  return `${ruleId} ${sessionId ?? ''}`.trim();
}

function doneSince(today: LocalDate, { timeline, last }: Known): readonly Words[] {
  if (last === null) return [];
  const since = localDate(last.on);
  const held = timeline.days.flatMap(({ kind, date, words }) => {
    const day = localDate(date);
    const isNew = kind === 'session' && !isBefore(day, since) && isBefore(day, today);
    return isNew ? [{ sv: `${words.sv} är genomförd`, en: `${words.en} has been held` }] : [];
  });
  const met = timeline.entries.filter(
    (entry) => entry.state === 'met' && entry.level !== 'nice' && !last.met.includes(nameOf(entry)),
  );
  const titles = [...held, ...met.map(titleOf)];
  return titles.filter(({ sv }, index) => titles.findIndex((one) => one.sv === sv) === index);
}

function comingWithin(today: LocalDate, { timeline, byItself }: Known): Week['coming'] {
  const last = today.add({ weeks: weeksAhead });
  const isWithin = (date: string): boolean => {
    const day = localDate(date);
    return !isBefore(day, today) && !isAfter(day, last);
  };
  const days = timeline.days
    .filter(({ kind, date }) => ['opens', 'closes', 'session', 'dalating'].includes(kind) && isWithin(date))
    .map(({ date, words }) => ({ on: date, words }));
  const open = deadlinesOf(timeline.entries, byItself).map((one) => ({ ...one, stage: 'ahead' as const }));
  const due = perScreen(open)
    // After the wise day the rule's own is what counts.
    .map((one) => ({ on: isBefore(localDate(one.wiseOn), today) ? one.dueOn : one.wiseOn, words: titleOf(one) }))
    .filter(({ on }) => isWithin(on));
  return [...days, ...due].toSorted((one, other) => one.on.localeCompare(other.on));
}

/** "Träff 2: Information två veckor före". */
export function titleOf({ title, sessionNumber }: Pick<TimelineEntry, 'title' | 'sessionNumber'>): Words {
  if (sessionNumber === null) return title;
  return inBoth((language) => `${language === 'sv' ? 'Träff' : 'Session'} ${sessionNumber}: ${title[language]}`);
}
