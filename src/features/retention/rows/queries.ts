import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import type { Work } from '../../../tools.ts';
import { periodOf } from '../rules.ts';
import { lockProject } from '../store.ts';
import type { DataClassId } from '../types.ts';
import { rowsOf } from './store.ts';
import type { HeldItem } from './types.ts';

interface Held {
  readonly items: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** How many, and the local days of the oldest and the newest. */
export function heldOf(items: readonly HeldItem[], zone: string): Held {
  const days = items.map(({ at }) =>
    at === null ? null : localDateOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone).toString(),
  );
  return { items: items.length, ...periodOf(days) };
}

/** What a class holds, counted while nobody else disposes of anything in the project. */
export async function holdItems(work: Work, key: ProjectKey, of: DataClassId, zone: string): Promise<Held> {
  await lockProject(work.db, key);
  return heldOf((await rowsOf(work.db, key, of)).goes, zone);
}
