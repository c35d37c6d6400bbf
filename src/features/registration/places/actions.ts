import type { PersonId, ProjectKey } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools, Work } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import type { Project } from '../../planning/types.ts';
import { saveDietary } from '../dietary/actions.ts';
import { withWhatRemains } from '../facts/rules.ts';
import { cancelledLetter, placeLetter } from '../letters/registered.ts';
import { writeTo } from '../mailing/actions.ts';
import { registrationPhase } from '../queries.ts';
import { hasPlace, keyOf, nextInLine } from '../rules.ts';
import { cancelGuests, changeRegistration, date, lockProject, registrationRow } from '../store.ts';
import type { By } from '../types.ts';
import { lineOf, type Line } from './queries.ts';

/**
 * Somebody leaves the whole project: guests and food are forgotten, the place goes to the first in line, Outlook
 * follows. Answers false when the person was not in it.
 */
export async function leave(
  work: Work,
  tools: Tools,
  who: {
    readonly project: Project;
    readonly personId: PersonId;
    readonly by: By;
    readonly language: Language;
    readonly confirmationId?: string;
  },
): Promise<boolean> {
  const { project, personId, by, language, confirmationId } = who;
  await lockProject(work.db, project);
  const row = await registrationRow(work.db, project, personId);
  if (row === undefined || row.state === 'cancelled' || row.state === 'declined') return false;
  const now = tools.clock.now();
  await changeRegistration(
    work.db,
    { ...keyOf(project), personId },
    { state: 'cancelled', waiting_position: null, cancelled_at: date(now) },
  );
  await cancelGuests(work.db, { ...keyOf(project), hostPersonId: personId, now });
  await saveDietary(work, tools, { ...keyOf(project), personId, text: '' });
  const about = { project, personId, language, kind: 'registration.cancelled', version: now.toString() } as const;
  await writeTo(work, tools, confirmationId === undefined ? about : { ...about, confirmationId }, cancelledLetter);
  await recordAct(work, tools, project, { by, act: 'registration.cancelled', subject: personId });
  await offerFreePlaces(work, tools, project);
  await followInOutlook(work, project);
  return true;
}

export interface PlaceFor extends Line {
  readonly state: 'confirmed' | 'waitingList' | 'lateRequest';
}

/** What somebody who registers now gets, after those who have waited for what is free. */
export async function placeFor(
  work: Work,
  tools: Tools,
  project: Project,
  organisationId: string | null,
): Promise<PlaceFor> {
  const isClosed = (await registrationPhase({ ...tools, db: work.db }, project)) === 'closed';
  // A place that has become free since, when a limit was raised, belongs to those who wait.
  const line = isClosed ? await lineOf(work, project) : await offerFreePlaces(work, tools, project);
  const free = hasPlace(line.places.of(organisationId), line.places.project);
  return { state: isClosed ? 'lateRequest' : free ? 'confirmed' : 'waitingList', ...line };
}

/** Gives what is free to those who wait, in their order, each with a mail. Answers the line as it is then. */
async function offerFreePlaces(work: Work, tools: Tools, project: Project): Promise<Line> {
  for (;;) {
    const line = await lineOf(work, project);
    const next = nextInLine(line.waiting, line.places.of, line.places.project);
    if (next === undefined) return line;
    await confirmPlace(work, tools, { project, personId: next.personId, by: { personId: null, name: 'Väntelistan' } });
  }
}

/** Somebody who waited is in. */
export async function confirmPlace(
  work: Work,
  tools: Tools,
  who: { readonly project: Project; readonly personId: PersonId; readonly by: By; readonly confirmationId?: string },
): Promise<void> {
  const { project, personId, by, confirmationId } = who;
  await changeRegistration(work.db, { ...keyOf(project), personId }, { state: 'confirmed', waiting_position: null });
  const now = tools.clock.now();
  const version = now.toString();
  const about = { project, personId, language: 'sv', kind: 'registration.place', version } as const;
  await writeTo(work, tools, confirmationId === undefined ? about : { ...about, confirmationId }, (telling, person) =>
    placeLetter(withWhatRemains(telling, now), person),
  );
  await recordAct(work, tools, project, { by, act: 'registration.place', subject: personId });
  await followInOutlook(work, project);
}

/** Brings the invitations to what the list says; does nothing while the registration is open. */
export async function followInOutlook(work: Work, { tenantId, projectId }: ProjectKey): Promise<void> {
  await work.enqueue('meetings.reconcile', { tenantId, projectId });
}
