import type { ProjectKey } from '../../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../../domain/outcome.ts';
import type { LinkAnswer } from '../../../../ports/links.ts';
import type { Tools } from '../../../../tools.ts';
import { projectOf } from '../../../planning/queries.ts';
import { linkCheckRow, putLinkCheck } from './store.ts';

/** A look is good for so long: a page that was taken down this morning is found before the invitation goes out. */
const FRESH_MINUTES = 10;

/** INV-07: looks at the registration link and keeps what it said. Without a link there is nothing to look at. */
export async function lookAtLink(tools: Tools, key: ProjectKey): Promise<Outcome<LinkAnswer | null, 'noProject'>> {
  const project = await projectOf(tools, key);
  if (project === null) return refused('noProject');
  const url = project.registrationUrl;
  if (url === null) return done(null);
  const now = tools.clock.now();
  const latest = await linkCheckRow(tools.db, key);
  const isFresh = latest?.url === url && now.epochMilliseconds - latest.checked_at.getTime() < FRESH_MINUTES * 60_000;
  if (isFresh && latest.outcome === 'answers') return done({ outcome: 'answers', status: latest.status });
  const answer = await tools.links.look(url);
  await tools.tx((work) => putLinkCheck(work.db, key, { url, at: now, ...answer }));
  return done(answer);
}
