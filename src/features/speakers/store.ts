import type { Db } from '../../database/open.ts';
import type { ProjectKey, SpeakerId } from '../../domain/ids.ts';
import type { SpeakerState } from './types.ts';

export interface StateChange extends SpeakerState {
  readonly id: SpeakerId;
  /** Left out leaves what stands. */
  readonly slidesConsent?: boolean;
}

/** A question to this speaker has been said yes to and waits to go out. */
export async function isQuestionWaiting({ db }: { readonly db: Db }, key: ProjectKey, id: SpeakerId): Promise<boolean> {
  const acts = [`speaker.asked:${id}`, `speaker.reminded:${id}`];
  const found = await db
    .selectFrom('notice')
    .innerJoin('confirmation', (join) =>
      join
        .onRef('confirmation.tenant_id', '=', 'notice.tenant_id')
        .onRef('confirmation.id', '=', 'notice.confirmation_id'),
    )
    .select('notice.id')
    .where('notice.tenant_id', '=', key.tenantId)
    .where('notice.project_id', '=', key.projectId)
    .where('notice.state', 'in', ['waiting', 'sending'])
    .where('confirmation.act', 'in', acts)
    .executeTakeFirst();
  return found !== undefined;
}

export async function saveState({ db }: { readonly db: Db }, key: ProjectKey, change: StateChange): Promise<void> {
  await db
    .updateTable('speaker')
    .set({
      status: change.status,
      asked_on: change.askedOn,
      answered_on: change.answeredOn,
      ...(change.slidesConsent === undefined ? {} : { slides_consent: change.slidesConsent }),
    })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', change.id)
    .execute();
}

export { lockProject } from '../../database/lock.ts';
