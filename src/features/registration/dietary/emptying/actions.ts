import type { ProjectKey } from '../../../../domain/ids.ts';
import type { Work } from '../../../../tools.ts';
import { forgetFinalNumbers } from '../../../kitchen/actions.ts';
import { removeAllSealed } from '../store.ts';

/** Everything that people have written about food, and the numbers that were made of it. */
export async function emptyVault(work: Pick<Work, 'db'>, key: ProjectKey): Promise<void> {
  await removeAllSealed(work.db, key);
  await forgetFinalNumbers(work, key);
}
