import type { Tools } from '../../tools.ts';
import { hashOf } from './rules.ts';
import { findLink } from './store.ts';
import type { LinkPurpose, OpenedLink } from './types.ts';

/** Whose link this is; undefined when unknown, expired, revoked or made for something else. Changes nothing. */
export async function resolveLink(
  tools: Pick<Tools, 'db' | 'clock'>,
  secret: string,
  purpose: LinkPurpose,
): Promise<OpenedLink | undefined> {
  const link = await openLink(tools, secret);
  return link?.purpose === purpose ? link : undefined;
}

/** As `resolveLink`, for a page that serves a family of purposes (`evaluation:…`) and reads which one itself. */
export async function openLink(tools: Pick<Tools, 'db' | 'clock'>, secret: string): Promise<OpenedLink | undefined> {
  return await findLink(tools.db, hashOf(secret), tools.clock.now());
}
