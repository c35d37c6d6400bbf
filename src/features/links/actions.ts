import type { PersonId, ProjectKey } from '../../domain/ids.ts';
import type { Tools, Work } from '../../tools.ts';
import { hashOf } from './rules.ts';
import { insertLink, revokeLinksFor, revokeLinksOf } from './store.ts';
import type { LinkOrder, LinkPurpose } from './types.ts';

/** Makes a personal link and answers its secret, which only the recipient gets to keep (X-03: random, hashed at rest, expiring). */
export async function issueLink(work: Work, tools: Pick<Tools, 'ids' | 'clock'>, order: LinkOrder): Promise<string> {
  const secret = tools.ids.secret();
  await insertLink(work.db, { ...order, hash: hashOf(secret), createdAt: tools.clock.now() });
  return secret;
}

/** Makes every link of a person, or only those for one purpose, useless at once. */
export async function revokeLinks(
  work: Work,
  tools: Pick<Tools, 'clock'>,
  whose: ProjectKey & { personId: PersonId; purpose?: LinkPurpose },
): Promise<void> {
  await revokeLinksOf(work.db, whose, tools.clock.now());
}

/** Makes the links of one purpose useless, whoever holds them: those of a kitchen or a host belong to nobody in the project. */
export async function revokePurpose(
  work: Work,
  tools: Pick<Tools, 'clock'>,
  { tenantId, projectId }: ProjectKey,
  purpose: LinkPurpose,
): Promise<void> {
  await revokeLinksFor(work.db, { tenantId, projectId, purpose }, tools.clock.now());
}
