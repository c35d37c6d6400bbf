import type { Db } from '../../../database/open.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { ThemesView } from '../types.ts';

/**
 * How it stands with the latest question to the steering group, as cards and as mails; null when nobody has been asked, or
 * the question was stopped.
 */
export async function askedOf({ db }: { readonly db: Db }, key: ProjectKey): Promise<ThemesView['asked']> {
  const rows = await db
    .selectFrom('notice')
    .select(['state', 'created_at', 'confirmation_id'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('kind', '=', 'theme.asked')
    .where('state', '!=', 'stopped')
    .orderBy('created_at')
    .execute();
  const latest = rows.at(-1);
  if (latest === undefined) return null;
  const same = rows.filter(({ confirmation_id }) => confirmation_id === latest.confirmation_id);
  const isWaiting = same.some(({ state }) => state === 'waiting' || state === 'sending');
  return { at: latest.created_at.toISOString(), count: same.length, isWaiting };
}
