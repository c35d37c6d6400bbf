import type { ProjectKey } from '../../domain/ids.ts';
import type { Tools } from '../../tools.ts';
import { linkCheckRows } from './store.ts';

export interface LinkCheck {
  readonly reachable: boolean;
  /** HTTP status; left out when nobody answered. */
  readonly status?: number;
}

/** INV-07, RG-04: the latest look at each address. Left out: what nobody has looked at, or could not be told for certain. */
export async function linkChecksOf(tools: Pick<Tools, 'db'>, key: ProjectKey): Promise<ReadonlyMap<string, LinkCheck>> {
  const rows = await linkCheckRows(tools.db, key);
  const certain = rows.filter(({ outcome }) => outcome !== 'unknown');
  return new Map(
    certain.map(({ url, outcome, status }) => [
      url,
      { reachable: outcome === 'answers', ...(status === null ? {} : { status }) },
    ]),
  );
}
