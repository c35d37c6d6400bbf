import type { Loose } from '../types.ts';

/** Beside the unknown properties: in which order the entry's properties stood, so that an export gives them back so. */
const keysName = '$keys';

/** What is kept of an entry beside our own columns. */
export function restOf(entry: Loose, known: readonly string[]): Loose {
  const rest = Object.entries(entry).filter(([key, value]) => !known.includes(key) && value !== undefined);
  return { [keysName]: Object.keys(entry), ...Object.fromEntries(rest) };
}

/**
 * An entry as the file has it: the columns' values and the kept rest, in the file's order, new ones last.
 * What is null, or as `defaults` say, is written only if the file had written it.
 */
export function entryOf(rest: Loose, values: Loose, defaults: Loose = {}): Loose {
  const order = keysOf(rest);
  const { [keysName]: _order, ...unknown } = rest;
  const all: Loose = { ...values, ...unknown };
  const names = [...order, ...Object.keys(all).filter((key) => !order.includes(key))];
  const written = names.filter(
    (key) => all[key] !== undefined && (order.includes(key) || !isEmpty(all[key], defaults[key])),
  );
  return Object.fromEntries(written.map((key) => [key, all[key]]));
}

function keysOf(rest: Loose): readonly string[] {
  const keys = rest[keysName];
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
}

function isEmpty(value: unknown, standard: unknown): boolean {
  return value === null || (standard !== undefined && JSON.stringify(value) === JSON.stringify(standard));
}
