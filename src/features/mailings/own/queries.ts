import type { ProjectKey } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { wordsRows } from '../store.ts';

/** What the content lead has written for one letter, in the language or else in the other; empty for nothing. */
export async function ownTextOf(
  { db }: Pick<Tools, 'db'>,
  key: ProjectKey,
  { mailing, slot }: { readonly mailing: string; readonly slot: string },
  language: Language,
): Promise<string> {
  const found = (await wordsRows(db, key)).find((one) => one.mailing === mailing && one.slot === slot);
  if (found === undefined) return '';
  return found[language] || found[language === 'sv' ? 'en' : 'sv'];
}
