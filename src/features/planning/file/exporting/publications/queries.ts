import type { ProjectKey } from '../../../../../domain/ids.ts';
import type { Reader } from '../../../store.ts';
import { entryOf } from '../../shape/rules.ts';
import * as store from '../../store.ts';
import type { Loose } from '../../types.ts';

/** Where things are published, and the texts that somebody has written. What has neither says nothing. */
export async function publicationEntries(reader: Reader, key: ProjectKey): Promise<readonly Loose[]> {
  const rows = await store.publicationRows(reader, key);
  return rows
    .filter(({ url, own_text }) => url !== null || own_text !== null)
    .map((row) => entryOf({}, { channel: row.channel, url: row.url, text: row.own_text }));
}
