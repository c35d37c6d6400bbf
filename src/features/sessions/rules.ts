import { isAfter, isBefore, localDate, minutesBetween, type LocalDate } from '../../domain/local-date.ts';
import type { Words } from '../../domain/words.ts';
import { airinessRemarks } from '../../guideline/2026-01/agenda.ts';
import { agendaFigures } from '../../guideline/agenda-figures.ts';
import type { AgendaItemFacts } from '../../guideline/facts.ts';
import type { AgendaBalance, AgendaItem, SessionState } from './types.ts';

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

/** AGD-04, EVA-01, OPN-01: what to look at again. Warnings only: a programme is never refused for them. */
export function agendaWarnings(items: readonly AgendaItem[]): readonly Words[] {
  if (items.length === 0) return [];
  const lacks = (type: AgendaItem['type']): boolean => !items.some((item) => item.type === type);
  return [
    ...airinessRemarks(items.map(bare)).map(({ words }) => words),
    ...(lacks('evaluation') ? [{ sv: 'ingen utvärdering', en: 'no evaluation' }] : []),
    ...(lacks('opening')
      ? [{ sv: 'ingen inledning med syfte och förhållningssätt', en: 'no opening with purpose and attitudes' }]
      : []),
  ];
}

/** The first fault that keeps an agenda from being a day. `row` counts from 1. */
export function agendaFault(
  items: readonly AgendaItem[],
): { readonly reason: 'endsBeforeStart' | 'overlaps'; readonly row: number; readonly title: string } | undefined {
  for (const [index, item] of items.entries()) {
    const at = { row: index + 1, title: item.title };
    const before = items[index - 1];
    if (minutesBetween(item.start, item.end) <= 0) return { reason: 'endsBeforeStart', ...at };
    if (before !== undefined && minutesBetween(before.end, item.start) < 0) return { reason: 'overlaps', ...at };
  }
  return undefined;
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
