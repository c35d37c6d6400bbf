import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { publicationRows } from '../store.ts';

/** The addresses that somebody has given, by channel. */
export async function publishedUrls(tools: Pick<Tools, 'db'>, key: ProjectKey): Promise<ReadonlyMap<string, string>> {
  const rows = await publicationRows(tools, key);
  return new Map(rows.flatMap(({ channel, url }) => (url === null ? [] : [[channel, url]])));
}
