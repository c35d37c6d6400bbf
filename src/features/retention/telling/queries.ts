import type { ProjectKey } from '../../../domain/ids.ts';
import type { Words } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { dataClasses } from '../classes/rules.ts';
import { rulesOf } from '../store.ts';
import { toldRule } from './rules.ts';

/** a sentence for each class that something is decided about. Dietary needs are told of on their own. */
export async function decidedRules({ db }: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly Words[]> {
  const rules = await rulesOf(db, key);
  return dataClasses.flatMap((of) => {
    const rule = rules.get(of.id);
    return rule === undefined ? [] : [toldRule(of, rule)];
  });
}
