import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';

export interface Act {
  readonly by: { readonly personId: string | null; readonly name: string };
  /** `registration.closed`, `notice.stopped` … */
  readonly act: string;
  readonly subject?: string;
  /** Ids, counts and states only: the log holds no personal data but the actor's name. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes one line of the project's log, in the transaction of what it tells. */
export async function recordAct(
  work: Pick<Work, 'db'>,
  tools: Pick<Tools, 'ids' | 'clock'>,
  key: ProjectKey,
  { by, act, subject, details = {} }: Act,
): Promise<void> {
  await work.db
    .insertInto('audit')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      id: tools.ids.next(),
      at: new Date(tools.clock.now().epochMilliseconds),
      actor_name: by.name,
      actor_person_id: by.personId,
      act,
      subject: subject ?? null,
      details: JSON.stringify(details),
      request_id: null,
    })
    .execute();
}
