import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../tools.ts';
import { isFresh } from './rules.ts';
import { readMemory } from './store.ts';
import { noMemory, type Memory, type Talk } from './types.ts';

/** What is remembered of a talk. After a day only the project is. */
export async function memoryOf(tools: Pick<Tools, 'db' | 'clock'>, talk: Talk): Promise<Memory> {
  const row = await readMemory(tools.db, talk);
  if (row === undefined) return noMemory;
  const at = Temporal.Instant.fromEpochMilliseconds(row.at.getTime());
  return isFresh(at, tools.clock.now()) ? row : { ...noMemory, projectId: row.projectId };
}
