import type { Temporal } from 'temporal-polyfill';
import type { AccountType } from '../../../domain/people.ts';
import { foldEmail } from '../../../domain/swedish-text.ts';
import type { Tools } from '../../../tools.ts';

import { identityRow, joinOid, keepIdentity } from '../store.ts';
import type { Identity } from '../types.ts';

/** An address changes seldom, and every look-up is a call to Graph. */
const freshHours = 24;

/**
 * Joins a verified sign-in (oid + tenant) with the people who have its address in the directory, in every project of
 * the tenant; gives how many were joined. Never by a mail claim of the token, which its owner may have chosen.
 */
export async function joinIdentity(tools: Tools, identity: Identity): Promise<number> {
  const { emailKey, isGuest } = await knownAs(tools, identity);
  if (emailKey === null) return 0;
  return await tools.tx((work) => joinOid(work, { ...identity, emailKey, accountType: typeOf(isGuest) }));
}

/**
 * Joins people who have not signed in yet but whose address the directory knows, so that the bot can reach them.
 * One look-up each; whoever is not in the tenant stays without an account here.
 */
export async function joinByAddress(tools: Tools, tenantId: string, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const found = await tools.directory.byMail(address);
    if (found === null) continue;
    const emailKey = foldEmail(address).address;
    await tools.tx((work) => joinOid(work, { tenantId, oid: found.oid, emailKey, accountType: typeOf(found.isGuest) }));
  }
}

/** whoever the directory knows is a member or a guest of the tenant, whatever a form or a file took them for. */
function typeOf(isGuest: boolean): AccountType {
  return isGuest ? 'guest' : 'member';
}

interface Known {
  readonly emailKey: string | null;
  readonly isGuest: boolean;
}

async function knownAs(tools: Tools, identity: Identity): Promise<Known> {
  const now = tools.clock.now();
  const known = await identityRow(tools, identity);
  if (known !== undefined && known.is_guest !== null && isFresh(known.looked_up_at, now))
    return { emailKey: known.email_key, isGuest: known.is_guest };
  const person = await tools.directory.byOid(identity.oid);
  const emailKey = person?.mail == null ? null : foldEmail(person.mail).address;
  const isGuest = person?.isGuest ?? false;
  const lookedUpAt = new Date(now.epochMilliseconds);
  await tools.tx((work) =>
    keepIdentity(work, {
      tenant_id: identity.tenantId,
      oid: identity.oid,
      email_key: emailKey,
      is_guest: isGuest,
      looked_up_at: lookedUpAt,
    }),
  );
  return { emailKey, isGuest };
}

function isFresh(lookedUpAt: Date, now: Temporal.Instant): boolean {
  const age = now.epochMilliseconds - lookedUpAt.getTime();
  // The sandbox's clock may have been turned back; then the answer is not from the future, only old.
  return age >= 0 && age < freshHours * 3_600_000;
}
