import {
  isAfter,
  isBefore,
  localDate,
  minutesBetween,
  type LocalDate,
  type LocalTime,
} from '../../domain/local-date.ts';
import { clockText } from '../../domain/swedish-text.ts';
import type { Language, Words } from '../../domain/words.ts';
import { airinessRemarks } from '../../guideline/2026-01/agenda.ts';
import { groundRules } from '../../guideline/2026-01/fixed-wording.ts';
import { agendaFigures } from '../../guideline/agenda-figures.ts';
import type { AgendaItemFacts } from '../../guideline/facts.ts';
import type { AgendaBalance, AgendaFault, AgendaFinding, AgendaItem, SessionState } from './types.ts';

const bare = (item: AgendaItem): AgendaItemFacts => ({
  start: item.start,
  end: item.end,
  type: item.type,
  title: item.title,
  speakers: [],
});

/** AGD-01, AGD-04: how the day divides between listening and talking. Items stand in order and do not overlap. */
export function agendaBalance(items: readonly AgendaItem[]): AgendaBalance {
  const { conversationShare, ...figures } = agendaFigures(items.map(bare));
  return {
    ...figures,
    conversationShareOfContent: conversationShare === undefined ? null : Math.round(conversationShare * 1000) / 1000,
  };
}

/** AGD-04, EVA-01, OPN-01: what to look at again, and where. Never a reason to refuse a programme. */
export function agendaFindings(items: readonly AgendaItem[]): readonly AgendaFinding[] {
  if (items.length === 0) return [];
  const airiness = airinessRemarks(items.map(bare)).map(({ words, breach, rows }): AgendaFinding => {
    return { ruleId: 'AGD-04', tone: breach ? 'warning' : 'tip', words, rows };
  });
  return [...airiness, ...evaluationFindings(items), ...openingFindings(items)];
}

/** The same in words alone. */
export function agendaWarnings(items: readonly AgendaItem[]): readonly Words[] {
  return agendaFindings(items).map(({ words }) => words);
}

/** What may stand between the evaluation and the end of the day. */
const afterwards: ReadonlySet<AgendaItem['type']> = new Set(['closing', 'homework', 'evaluation']);

function evaluationFindings(items: readonly AgendaItem[]): readonly AgendaFinding[] {
  const row = items.findIndex(({ type }) => type === 'evaluation');
  const found = { ruleId: 'EVA-01', tone: 'warning' } as const;
  if (row < 0) return [{ ...found, words: { sv: 'ingen utvärdering', en: 'no evaluation' }, rows: [] }];
  if (items.slice(row).every(({ type }) => afterwards.has(type))) return [];
  const words = { sv: 'utvärderingen ligger inte sist', en: 'the evaluation is not last' };
  return [{ ...found, tone: 'tip', words, rows: [row] }];
}

function openingFindings(items: readonly AgendaItem[]): readonly AgendaFinding[] {
  const found = { ruleId: 'OPN-01', tone: 'warning' } as const;
  const row = items.findIndex(({ type }) => type === 'opening');
  if (row < 0) {
    const sv = 'ingen inledning med syfte och förhållningssätt';
    return [{ ...found, words: { sv, en: 'no opening with purpose and attitudes' }, rows: [] }];
  }
  if (items.findIndex(({ type }) => type !== 'arrival') === row) return [];
  return [{ ...found, words: { sv: 'inledningen ligger inte först', en: 'the opening is not first' }, rows: [row] }];
}

export interface FaultyItem {
  readonly reason: AgendaFault;
  /** Counts from 1. */
  readonly row: number;
  readonly title: string;
  /** The item's time that is wrong, and the session's that it breaks. */
  readonly at: LocalTime;
  readonly limit: LocalTime;
}

/** The first fault that keeps an agenda from being a day within the session's times, where it has any. */
export function agendaFault(
  items: readonly AgendaItem[],
  day: { readonly start: LocalTime | null; readonly end: LocalTime | null },
): FaultyItem | undefined {
  for (const [index, item] of items.entries()) {
    const of = { row: index + 1, title: item.title };
    const before = items[index - 1];
    if (minutesBetween(item.start, item.end) <= 0)
      return { reason: 'endsBeforeStart', ...of, at: item.end, limit: item.start };
    if (before !== undefined && minutesBetween(before.end, item.start) < 0)
      return { reason: 'overlaps', ...of, at: item.start, limit: before.end };
  }
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (day.start !== null && first.start < day.start)
    return { reason: 'beforeSession', row: 1, title: first.title, at: first.start, limit: day.start };
  if (day.end !== null && last.end > day.end)
    return { reason: 'afterSession', row: items.length, title: last.title, at: last.end, limit: day.end };
  return undefined;
}

/** OPN-02: shown wherever an opening is, from one source, so that nobody can change them by hand. */
export const attitudes: readonly string[] = groundRules;

/** Where a day stands at a clock time. Places count from 0; null where there is none. */
export interface DayNow {
  readonly current: number | null;
  readonly next: number | null;
  /** Until the current item ends, or the next one starts. */
  readonly minutesLeft: number | null;
}

export function dayAt(items: readonly Pick<AgendaItem, 'start' | 'end'>[], time: LocalTime): DayNow {
  const current = items.findIndex(({ start, end }) => start <= time && time < end);
  const next = items.findIndex(({ start }) => start > time);
  const until = items[current]?.end ?? items[next]?.start;
  return {
    current: current < 0 ? null : current,
    next: next < 0 ? null : next,
    minutesLeft: until === undefined ? null : minutesBetween(time, until),
  };
}

/** For the fault's words. */
export function faultDetails({ row, title, at, limit }: FaultyItem, language: Language) {
  return { row, title, at: clockText(at, language), limit: clockText(limit, language) };
}

export function whenOf(date: string | null, today: LocalDate): SessionState['when'] {
  if (date === null) return 'undated';
  const day = localDate(date);
  if (isBefore(day, today)) return 'past';
  return isAfter(day, today) ? 'future' : 'today';
}

/** Today's session, else the nearest that has a date to come. */
export function nextOf<Item extends { readonly date: string | null }>(
  sessions: readonly Item[],
  today: LocalDate,
): Item | undefined {
  return sessions
    .filter(({ date }) => ['today', 'future'].includes(whenOf(date, today)))
    .toSorted((one, other) => (one.date ?? '').localeCompare(other.date ?? '', 'sv'))[0];
}
