import type { MovedDeadline } from '../types.ts';

/** A deadline of the whole project follows every session that moves it; what it ends with is its last. */
export function lastOfEach(deadlines: readonly MovedDeadline[]): readonly MovedDeadline[] {
  const last = new Map<string, MovedDeadline>();
  for (const one of deadlines) {
    const key = `${one.ruleId} ${one.sessionNumber ?? ''}`;
    const known = last.get(key);
    if (known === undefined || known.to < one.to) last.set(key, one);
  }
  return [...last.values()].toSorted((one, other) => one.to.localeCompare(other.to));
}
