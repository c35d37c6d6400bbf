import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';

/** When something was last noted of each speaker, which is when they were asked or said to be. Id → ISO. */
export async function askedMoments(db: Db, { tenantId, projectId }: ProjectKey): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('audit')
    .select(['subject', 'at'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('act', 'in', ['speaker.register', 'speaker.status', 'speaker.asked', 'speaker.answered'])
    .orderBy('at')
    .execute();
  return new Map(rows.flatMap(({ subject, at }) => (subject === null ? [] : [[subject, at.toISOString()] as const])));
}
