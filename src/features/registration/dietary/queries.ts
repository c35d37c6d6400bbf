import type { PersonId, ProjectKey, SessionId } from '../../../domain/ids.ts';
import { compareSwedish } from '../../../domain/swedish-text.ts';
import type { Tools } from '../../../tools.ts';
import { eatersOf } from '../queries.ts';
import { isSevere, tagsOf } from './rules.ts';
import { sealedOf, sealedOfProject } from './store.ts';
import { tagWords, type DietaryTag, type KitchenCounts } from './types.ts';

type Needs = Pick<Tools, 'db' | 'seal'>;

/** For the person's own page: one of the two readers of the vault. */
export async function readOwnDietary(tools: Needs, of: ProjectKey & { readonly personId: PersonId }): Promise<string> {
  const sealed = await sealedOf(tools.db, of);
  return sealed === undefined ? '' : open(tools, sealed);
}

/** For the kitchen: the other reader. Counts for those who come, and the words without names. */
export async function kitchenCounts(tools: Needs, key: ProjectKey, sessionId: SessionId): Promise<KitchenCounts> {
  const { portions, personIds } = await eatersOf(tools, key, sessionId);
  const rows = await sealedOfProject(tools.db, key);
  const texts = rows
    .filter((row) => personIds.has(row.person_id))
    .map((row) => open(tools, row.sealed))
    .toSorted(compareSwedish);
  const tags = texts.flatMap(tagsOf);
  const all = Object.keys(tagWords) as DietaryTag[]; // the keys of a table that has every tag
  return {
    sessionId,
    portions,
    withDietary: texts.length,
    counts: all
      .map((tag) => ({ tag, label: tagWords[tag], count: tags.filter((one) => one === tag).length }))
      .filter(({ count }) => count > 0),
    severe: texts.filter(isSevere).length,
    texts,
  };
}

function open({ seal }: Needs, sealed: Uint8Array): string {
  const content: unknown = JSON.parse(seal.open(sealed));
  return typeof content === 'object' && content !== null && 'text' in content ? String(content.text) : '';
}
