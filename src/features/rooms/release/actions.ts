import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { queueMail, stopWaitingAbout } from '../../notices/actions.ts';
import type { Project, Session } from '../../planning/types.ts';
import { leadOf } from '../booking/queries.ts';
import { venueRelease } from '../letters/venue-mail.ts';
import { whenText } from '../queries.ts';
import { askedHost } from './queries.ts';

/**
 * VEN-02: a host whose venue is not needed after all is told. A question that has not left yet stays instead, and then there is
 * nothing to take back.
 */
export async function releaseHost(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock' | 'settings'>,
  project: Project,
  session: Session,
): Promise<void> {
  const key: ProjectKey = { tenantId: project.tenantId, projectId: project.projectId };
  const host = await askedHost(work, key, session.id);
  if (host === null) return;
  const stopped = await stopWaitingAbout(work, { ...key, kind: 'venue.request', sessionId: session.id });
  if (stopped > 0) return;
  const language = project.language === 'en' ? 'en' : 'sv';
  const lead = await leadOf(work, key);
  await queueMail(work, tools, {
    ...key,
    kind: 'venue.release',
    sessionId: session.id,
    version: `cancelled ${tools.clock.now().toString()}`,
    to: { address: host.address, name: host.venueName },
    letter: venueRelease({ language, venueName: host.venueName, when: whenText(session, language), lead }),
    grace: 'grace',
    confirmationId: null,
  });
}
