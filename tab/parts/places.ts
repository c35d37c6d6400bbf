import type { Words } from '../../src/domain/words.ts';
import type { TodayAction } from '../../src/features/today/types.ts';
import { actionLabels } from '../wording/steps.ts';

/** Where each thing is done, below `/tab`; `:id` is the session's. What is done outside the tool has no place. */
const places: Readonly<Record<TodayAction, string | null>> = {
  'project.activate': '/planering',
  'theme.propose': '/tema#forslag',
  'theme.consult': '/tema#samrad',
  'theme.decide': '/tema#beslut',
  'project.edit': '/planering/projektet#texter',
  'roles.edit': '/planering/projektet#roller',
  'dates.edit': '/planering/datum#datum',
  'session.edit': '/planering/datum#datum',
  'costSplit.edit': '/planering/kostnader',
  'rooms.book': '/planering/lokaler',
  'speakers.edit': '/planering/projektet#medverkande',
  'invitation.edit': '/planering/projektet#inbjudan',
  'invitation.send': '/utskick/invitation',
  'recipients.edit': '/planering/projektet#inbjudan',
  'publication.tick': '/utskick/texter',
  'registration.edit': '/planering/projektet#anmalan',
  'registration.close': '/deltagare#stangning',
  'registration.decide': '/deltagare#vantar',
  'participants.show': '/deltagare#lista',
  'participants.remind': '/utskick/silent',
  'participantList.share': '/deltagare#lista',
  'sharedCalendar.write': '/traffar',
  'rota.edit': '/planering/uppgifter#turordning',
  'agenda.edit': '/traffar/:id#program',
  'sessionInfo.send': '/utskick/info/:id',
  'food.order': '/traffar/:id#mat',
  'meetings.look': '/traffar/:id#outlook',
  'evaluation.prepare': '/traffar/:id#utvardering',
  'documentation.share': '/traffar/:id#dokumentation',
  'summary.publish': '/utskick/texter',
  'notices.look': '/utskick',
  'tasks.look': '/planering/uppgifter',
  'retention.look': '/planering/gallring',
};

export interface Place {
  readonly to: string;
  /** What the button that leads there says. */
  readonly label: Words;
}

const isKnown = (action: string): action is TodayAction => action in places;

/** The page, and the section on it, where something is done. */
export function placeOf(action: string | null, sessionId: string | null): Place | undefined {
  if (action === null || !isKnown(action)) return undefined;
  const place = places[action];
  if (place === null) return undefined;
  const [page = ''] = place.split('/:id');
  const to =
    place.includes('/:id') && sessionId === null ? page : place.replace(':id', encodeURIComponent(sessionId ?? ''));
  return { to, label: actionLabels[action] };
}
