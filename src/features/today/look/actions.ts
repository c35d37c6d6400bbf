import { done, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools } from '../../../tools.ts';
import { lastVisit } from './rules.ts';
import { lookOf, putLook } from './store.ts';

/** Remembers that somebody has looked; `hasRead` begins anew from now. Nothing for a sign-in without a person. */
export async function look(
  tools: Tools,
  { tenantId, projectId, personId }: Actor,
  { hasRead }: { readonly hasRead: boolean },
): Promise<Outcome<null, never>> {
  if (personId === null) return done(null);
  const now = tools.clock.now();
  const key = { tenantId, projectId, personId };
  await tools.tx(async ({ db }) => {
    const since = hasRead ? now : lastVisit(await lookOf(db, key), now);
    await putLook(db, key, { since, lookedAt: now });
  });
  return done(null);
}
