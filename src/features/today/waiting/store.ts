import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';

/** When each speaker's entry was last written, which is when somebody noted that they were asked. Id → ISO. */
export async function askedMoments(db: Db, { tenantId, projectId }: ProjectKey): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('audit')
    .select(['subject', 'at'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('act', '=', 'speaker.register')
    .orderBy('at')
    .execute();
  return new Map(rows.flatMap(({ subject, at }) => (subject === null ? [] : [[subject, at.toISOString()] as const])));
}
