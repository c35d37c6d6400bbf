import type { ProjectKey } from '../../domain/ids.ts';
import type { LinkAnswer } from '../../ports/links.ts';
import type { Tools } from '../../tools.ts';
import { linkCheckRow, putLinkCheck } from './store.ts';

/** A look is good for so long: a page that was taken down this morning is found before anybody is led there. */
const FRESH_MINUTES = 10;

/** INV-07, RG-04: looks whether there is a page behind an address, and keeps what it said. */
export async function lookAt(tools: Tools, key: ProjectKey, url: string): Promise<LinkAnswer> {
  const now = tools.clock.now();
  const latest = await linkCheckRow(tools.db, key, url);
  const isFresh = latest !== undefined && now.epochMilliseconds - latest.checked_at.getTime() < FRESH_MINUTES * 60_000;
  if (isFresh && latest.outcome === 'answers') return { outcome: 'answers', status: latest.status };
  const answer = await tools.links.look(url);
  await tools.tx((work) => putLinkCheck(work.db, key, { url, at: now, ...answer }));
  return answer;
}
