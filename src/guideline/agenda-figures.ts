import { minutesBetween } from '../domain/local-date.ts';
import type { AgendaItemFacts, AgendaItemType } from './facts.ts';

export type AgendaFigures = {
  readonly totalMinutes: number;
  readonly minutesByType: Readonly<Partial<Record<AgendaItemType, number>>>;
  /** Dialogue, exercise and summary: the participants talk. */
  readonly conversationMinutes: number;
  readonly presentationMinutes: number;
  /** Conversation as a share (0–1) of conversation and presentation together; undefined without content. */
  readonly conversationShare: number | undefined;
  /** Longest stretch between arrival, breaks and lunch. */
  readonly longestWithoutBreakMinutes: number;
};

const conversation: ReadonlySet<AgendaItemType> = new Set(['dialogue', 'exercise', 'summary']);
const rest: ReadonlySet<AgendaItemType> = new Set(['arrival', 'break', 'lunch']);

/** Minutes of an agenda whose items stand in order of time. */
export function agendaFigures(agenda: readonly AgendaItemFacts[]): AgendaFigures {
  const minutesByType: Partial<Record<AgendaItemType, number>> = {};
  for (const item of agenda) minutesByType[item.type] = (minutesByType[item.type] ?? 0) + minutesOf(item);
  const sum = (types: Iterable<AgendaItemType>): number =>
    [...types].reduce((all, type) => all + (minutesByType[type] ?? 0), 0);
  const conversationMinutes = sum(conversation);
  const presentationMinutes = minutesByType.presentation ?? 0;
  const content = conversationMinutes + presentationMinutes;
  return {
    totalMinutes: agenda.reduce((all, item) => all + minutesOf(item), 0),
    minutesByType,
    conversationMinutes,
    presentationMinutes,
    conversationShare: content === 0 ? undefined : conversationMinutes / content,
    longestWithoutBreakMinutes: longestStretch(agenda).minutes,
  };
}

export function minutesOf(item: AgendaItemFacts): number {
  return minutesBetween(item.start, item.end);
}

export interface Stretch {
  readonly minutes: number;
  /** Places of its items, 0 first. */
  readonly rows: readonly number[];
}

/** AGD-04: minutes without a break beyond which a day is not “luftig”; our own measure. */
export const longestWithoutBreak = 110;

/** The first of the longest times between arrival, breaks and lunch; no rows without an item. */
export function longestStretch(agenda: readonly AgendaItemFacts[]): Stretch {
  let longest: Stretch = { minutes: 0, rows: [] };
  let current = longest;
  for (const [row, item] of agenda.entries()) {
    current = rest.has(item.type)
      ? { minutes: 0, rows: [] }
      : { minutes: current.minutes + minutesOf(item), rows: [...current.rows, row] };
    if (current.minutes > longest.minutes) longest = current;
  }
  return longest;
}
