import type { ProjectKey } from '../../../domain/ids.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools, Work } from '../../../tools.ts';
import { insertAudit } from './store.ts';

export interface AuditEntry extends ProjectKey {
  readonly actorName: string;
  readonly actorPersonId: string | null;
  /** A word of the policy, or what the tool did by itself: `session.move`. */
  readonly act: string;
  /** The id of what it was done to. */
  readonly subject?: string | null;
  /** Counts and codes. No names, no addresses, nothing dietary. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  readonly requestId?: string | null;
}

/** Writes one line of the project's log, in the transaction of what it tells. */
export async function writeAudit(work: Work, tools: Pick<Tools, 'ids' | 'clock'>, entry: AuditEntry): Promise<void> {
  await insertAudit(work, {
    tenant_id: entry.tenantId,
    project_id: entry.projectId,
    id: tools.ids.next(),
    at: new Date(tools.clock.now().epochMilliseconds),
    actor_name: entry.actorName,
    actor_person_id: entry.actorPersonId,
    act: entry.act,
    subject: entry.subject ?? null,
    details: JSON.stringify(entry.details ?? {}),
    request_id: entry.requestId ?? null,
  });
}

/** The part of an entry that tells who acts, and where. */
export function auditedBy(actor: Actor): Pick<AuditEntry, 'tenantId' | 'projectId' | 'actorName' | 'actorPersonId'> {
  return {
    tenantId: actor.tenantId,
    projectId: actor.projectId,
    actorName: actor.name,
    actorPersonId: actor.personId,
  };
}
