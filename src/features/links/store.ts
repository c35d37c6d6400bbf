import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import type { PersonId, ProjectKey } from '../../domain/ids.ts';
import type { LinkOrder, LinkPurpose, OpenedLink } from './types.ts';

export async function insertLink(
  db: Db,
  link: LinkOrder & { readonly hash: string; readonly createdAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('personal_link')
    .values({
      tenant_id: link.tenantId,
      project_id: link.projectId,
      hash: link.hash,
      purpose: link.purpose,
      person_id: link.personId,
      subject_id: link.subjectId,
      created_at: link.createdAt.toString(),
      expires_at: link.expiresAt.toString(),
      revoked_at: null,
    })
    .execute();
}

/** Found by the hash alone: the secret is what proves tenant and project. */
export async function findLink(db: Db, hash: string, now: Temporal.Instant): Promise<OpenedLink | undefined> {
  const row = await db
    .selectFrom('personal_link')
    .selectAll()
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date(now.epochMilliseconds))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    tenantId: row.tenant_id,
    projectId: row.project_id,
    purpose: row.purpose as LinkPurpose, // written from a LinkOrder only
    personId: row.person_id,
    subjectId: row.subject_id,
  };
}

export async function revokeLinksOf(
  db: Db,
  whose: ProjectKey & { personId: PersonId; purpose?: LinkPurpose },
  now: Temporal.Instant,
): Promise<void> {
  const all = db
    .updateTable('personal_link')
    .set({ revoked_at: now.toString() })
    .where('tenant_id', '=', whose.tenantId)
    .where('project_id', '=', whose.projectId)
    .where('person_id', '=', whose.personId)
    .where('revoked_at', 'is', null);
  await (whose.purpose === undefined ? all : all.where('purpose', '=', whose.purpose)).execute();
}

export async function revokeLinksFor(
  db: Db,
  which: ProjectKey & { readonly purpose: LinkPurpose },
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('personal_link')
    .set({ revoked_at: now.toString() })
    .where('tenant_id', '=', which.tenantId)
    .where('project_id', '=', which.projectId)
    .where('purpose', '=', which.purpose)
    .where('revoked_at', 'is', null)
    .execute();
}
