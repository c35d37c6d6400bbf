import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { writeAudit } from '../../planning/audit/actions.ts';

export interface Act {
  readonly by: { readonly personId: string | null; readonly name: string };
  /** `registration.closed`, `notice.stopped` … */
  readonly act: string;
  readonly subject?: string;
  /** Ids, counts and states only: the log holds no personal data but the actor's name. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes one line of the project's log for whoever did it: a person, or the tool under somebody's yes. */
export async function recordAct(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock'>,
  { tenantId, projectId }: ProjectKey,
  { by, act, subject, details = {} }: Act,
): Promise<void> {
  const entry = { tenantId, projectId, actorName: by.name, actorPersonId: by.personId, act, details };
  await writeAudit(work, tools, subject === undefined ? entry : { ...entry, subject });
}
