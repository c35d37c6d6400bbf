import type { PersonId, ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { needOf, type VaultEntry } from './rules.ts';
import { sealedOf, sealedOfProject } from './store.ts';
import type { DietNeed, DietReview } from './types.ts';

type Needs = Pick<Tools, 'db' | 'seal'>;

/** For the person's own page: one of the two readers of the vault. */
export async function readOwnDietary(tools: Needs, of: ProjectKey & { readonly personId: PersonId }): Promise<string> {
  const sealed = await sealedOf(tools.db, of);
  return sealed === undefined ? '' : opened(tools, sealed).text;
}

/**
 * For the kitchen: the other reader. The needs of these people, in no order, without texts and without persons.
 * `dietary/actions.ts` shows the texts to the content lead by the same reader, and logs it.
 */
export async function kitchenNeeds(
  tools: Needs,
  key: ProjectKey,
  personIds: ReadonlySet<PersonId>,
): Promise<readonly DietNeed[]> {
  return (await kitchenEntries(tools, key, personIds)).map(needOf);
}

/** Within this folder only. */
export async function kitchenEntries(
  tools: Needs,
  key: ProjectKey,
  personIds: ReadonlySet<PersonId>,
): Promise<readonly (VaultEntry & { readonly personId: PersonId })[]> {
  const rows = await sealedOfProject(tools.db, key);
  return rows
    .filter((row) => personIds.has(row.person_id))
    .map((row) => ({ personId: row.person_id, ...opened(tools, row.sealed) }));
}

/** The seal vouches that we wrote it; an entry from before there was any review has none. */
export function opened({ seal }: Pick<Tools, 'seal'>, sealed: Uint8Array): VaultEntry {
  const content = JSON.parse(seal.open(sealed)) as { readonly text: string; readonly review?: DietReview | null };
  return { text: content.text, review: content.review ?? null };
}
