import type { PersonId, ProjectKey, SessionId } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { followInOutlook } from '../places/actions.ts';
import { keyOf } from '../rules.ts';
import { date, insertGuest, putParticipation } from '../store.ts';

export interface NewGuest {
  readonly sessionId: SessionId;
  readonly kind: 'substitute' | 'colleague';
  /** The participant whose seat it is, or who brings somebody. */
  readonly hostPersonId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationId: string | null;
  /** Folded. */
  readonly email: string;
  readonly by: { readonly personId: PersonId | null; readonly name: string };
}

/** A substitute or a colleague comes to one session, and Outlook follows (X-05, RG-14). Answers the guest's id. */
export async function seatGuest(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock' | 'settings'>,
  { tenantId, projectId }: ProjectKey,
  guest: NewGuest,
): Promise<string> {
  const key = { tenantId, projectId };
  const { sessionId, kind, hostPersonId, by } = guest;
  const now = date(tools.clock.now());
  const id = tools.ids.next();
  await insertGuest(work.db, {
    tenant_id: tenantId,
    project_id: projectId,
    session_id: sessionId,
    host_person_id: hostPersonId,
    given_name: guest.givenName,
    family_name: guest.familyName,
    organisation_id: guest.organisationId,
    created_at: now,
    id,
    kind,
    email: guest.email,
  });
  if (kind === 'substitute')
    await putParticipation(work.db, {
      ...keyOf(key),
      personId: hostPersonId,
      sessionId,
      set: { own_answer: 'declined', own_answer_at: now },
    });
  await recordAct(work, tools, key, { by, act: `guest.${kind}`, subject: sessionId });
  await followInOutlook(work, key);
  return id;
}
