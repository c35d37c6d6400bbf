import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../../domain/ids.ts';
import { languageOf } from '../../../domain/words.ts';
import type { Tools, Work } from '../../../tools.ts';
import { issueLink } from '../../links/actions.ts';
import { queueMail, stopWaitingAbout } from '../../notices/actions.ts';
import { sessionsOf } from '../../planning/queries.ts';
import type { Project } from '../../planning/types.ts';
import { venueChange, venueRequest } from '../letters/venue-mail.ts';
import { isCurrent, timeText } from '../rules.ts';
import { saveBooking } from '../store.ts';
import { hostQuestion } from './queries.ts';
import { beforeQuestion, keepBeforeQuestion } from './store.ts';

/**
 * VEN-02: the session has just been given another time. A host who has been asked, or has said yes, is asked about it in one mail
 * that also gives the old time back. Back where it was before that mail has left, nothing has happened. A room's own calendar
 * is asked by an event instead.
 */
export async function askHostAnew(work: Work, tools: Tools, project: Project, sessionId: string): Promise<void> {
  if (project.state !== 'active') return;
  const key: ProjectKey = { tenantId: project.tenantId, projectId: project.projectId };
  const session = (await sessionsOf(work, key)).find(({ id }) => id === sessionId);
  if (session === undefined || session.end === null) return;
  const reader = { ...tools, db: work.db };
  const unsent = await stopWaitingAbout(work, { ...key, kind: 'venue.change', sessionId });
  const before = unsent > 0 ? await beforeQuestion(work, key, sessionId) : null;
  if (before !== null) {
    await saveBooking(work, key, before);
    await keepBeforeQuestion(work, key, sessionId, null);
  }
  const question = await hostQuestion(reader, key, session, languageOf(project.language));
  if (question === null || isCurrent(question.booking, session)) return;
  // Another venue is planned: its booking releases this one.
  if (session.venueId !== question.booking.venueId) return;
  // Who has not read the first question yet gets the right one in its place.
  const isNew = (await stopWaitingAbout(work, { ...key, kind: 'venue.request', sessionId })) > 0;
  const { to, booking, mail } = question;
  const now = tools.clock.now();
  const asked = { askedAt: now.toString(), askedFor: timeText(session), answeredAt: null, note: null };
  await saveBooking(work, key, { ...booking, ...asked, status: 'askedByMail' });
  // A first question that has not left keeps what stood before it.
  if (!isNew) await keepBeforeQuestion(work, key, sessionId, booking);
  const secret = await issueLink(work, tools, {
    ...key,
    purpose: `venue:${sessionId}`,
    personId: null,
    subjectId: booking.venueId,
    expiresAt: Temporal.Instant.from(session.end),
  });
  const url = `${tools.settings.publicUrl}/lokal/${secret}`;
  await queueMail(work, tools, {
    ...key,
    kind: isNew ? 'venue.request' : 'venue.change',
    sessionId,
    version: `moved ${now.toString()}`,
    to,
    letter: isNew ? venueRequest(mail, url) : venueChange(mail, url),
    grace: 'grace',
    confirmationId: null,
  });
}
