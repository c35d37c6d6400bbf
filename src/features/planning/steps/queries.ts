import type { ProjectKey } from '../../../domain/ids.ts';
import { actCounts } from '../audit/store.ts';
import type { Reader } from '../store.ts';
import { humanSteps } from './rules.ts';
import type { HumanSteps } from './types.ts';

/** What the planning group has done by hand in the project so far, per duty, from the log. */
export async function stepsOf(reader: Reader, key: ProjectKey): Promise<HumanSteps> {
  return humanSteps(await actCounts(reader, key));
}
