import type { Language } from './words.ts';
import type { PersonId, ProjectKey } from './ids.ts';

/** how a person can be reached. `external` has a tenant of their own, `mailOnly` nothing but an address. */
export type AccountType = 'member' | 'guest' | 'external' | 'mailOnly';

export type Role =
  'contentLead' | 'deputy' | 'processFacilitator' | 'planningGroup' | 'workingGroup' | 'steeringGroup' | 'participant';

/** Somebody who acts in one project: resolved from a verified sign-in (oid + tid), never from input. */
export interface Actor extends ProjectKey {
  readonly personId: PersonId | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
}

/** A registration's state. `lateRequest` waits for the content lead; `cancelled` has left the whole project. */
export type RegistrationState = 'confirmed' | 'waitingList' | 'lateRequest' | 'cancelled' | 'declined';

/** An answer to one session's invitation, in Graph's words (`responseStatus.response`), as far as we tell them apart. */
export type SessionAnswer = 'none' | 'accepted' | 'declined' | 'tentativelyAccepted';
