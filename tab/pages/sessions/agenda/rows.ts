import type { AgendaItem } from '../../../../src/features/sessions/types.ts';

/** An item in the editor; `key` stays while it moves. */
export type Row = AgendaItem & { readonly key: number };

export const shortest = 5;
const lastMinute = 24 * 60 - 1;

function minuteOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function clockOf(minute: number): string {
  const within = Math.min(Math.max(minute, 0), lastMinute);
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

export function minutesOf({ start, end }: Pick<AgendaItem, 'start' | 'end'>): number {
  return minuteOf(end) - minuteOf(start);
}

/** One after the other from a time on, each as long as it was: a day without gaps. */
export function laid(rows: readonly Row[], from: string): readonly Row[] {
  let at = minuteOf(from);
  return rows.map((row) => {
    const start = clockOf(at);
    at += Math.max(minutesOf(row), 0);
    return { ...row, start, end: clockOf(at) };
  });
}

const dayStart = (rows: readonly Row[], otherwise = '09:00'): string => rows[0]?.start ?? otherwise;

/** Longer or shorter; what follows moves along. */
export function withMinutes(rows: readonly Row[], key: number, minutes: number): readonly Row[] {
  const resized = rows.map((row) => (row.key === key ? lasting(row, minutes) : row));
  return laid(resized, dayStart(rows));
}

function lasting(row: Row, minutes: number): Row {
  return { ...row, end: clockOf(minuteOf(row.start) + Math.max(minutes, shortest)) };
}

/** Another start: the first item's moves the day, any other's makes the one before it longer or shorter. */
export function startingAt(rows: readonly Row[], key: number, start: string): readonly Row[] {
  const index = rows.findIndex((row) => row.key === key);
  const before = rows[index - 1];
  if (before === undefined) return index < 0 ? rows : laid(rows, start);
  return withMinutes(laid(rows, dayStart(rows)), before.key, minuteOf(start) - minuteOf(before.start));
}

export function moved(rows: readonly Row[], key: number, to: number): readonly Row[] {
  const row = rows.find((one) => one.key === key);
  if (row === undefined) return rows;
  const others = rows.filter((one) => one.key !== key);
  return laid([...others.slice(0, to), row, ...others.slice(to)], dayStart(rows));
}

export function without(rows: readonly Row[], key: number): readonly Row[] {
  return laid(
    rows.filter((row) => row.key !== key),
    dayStart(rows),
  );
}

/** A new item before the evaluation and the end of the day, or last. */
export function withNew(rows: readonly Row[], row: Row): readonly Row[] {
  const end = rows.findLastIndex(({ type }) => type !== 'closing' && type !== 'evaluation') + 1;
  return laid([...rows.slice(0, end), row, ...rows.slice(end)], dayStart(rows, row.start));
}
