import type { ProjectKey } from '../../../../domain/ids.ts';
import type { Tools } from '../../../../tools.ts';
import { linkCheckRow } from './store.ts';

/** INV-07: the latest look at this address; undefined when nobody has looked, or nothing could be said for certain. */
export async function linkCheckOf(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  url: string | null,
): Promise<{ readonly reachable: boolean; readonly status?: number } | undefined> {
  const row = await linkCheckRow(tools.db, key);
  if (row === undefined || row.url !== url || row.outcome === 'unknown') return undefined;
  return { reachable: row.outcome === 'answers', ...(row.status === null ? {} : { status: row.status }) };
}
