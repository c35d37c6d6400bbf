import type { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { Work } from '../../../tools.ts';
import { markConfirmation } from './store.ts';

/** Marks that a yes was announced or carried out. False when that was done before, or the yes was taken back. */
export async function markConfirmed(
  work: Pick<Work, 'db'>,
  key: ProjectKey & { readonly id: string },
  mark: 'announced_at' | 'executed_at',
  now: Temporal.Instant,
): Promise<boolean> {
  return await markConfirmation(work.db, key, mark, now);
}
