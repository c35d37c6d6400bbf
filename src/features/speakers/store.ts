import type { Db } from '../../database/open.ts';
import type { ProjectKey, SpeakerId } from '../../domain/ids.ts';
import type { SpeakerState } from './types.ts';

export interface StateChange extends SpeakerState {
  readonly id: SpeakerId;
  /** Left out leaves what stands. */
  readonly slidesConsent?: boolean;
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
