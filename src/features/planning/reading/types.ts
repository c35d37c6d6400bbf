import type { PersonId, SessionId } from '../../../domain/ids.ts';
import type { Role } from '../../../domain/people.ts';
import type { DisposedNote } from '../../retention/types.ts';
import type { Organisation, Person, Project, RoleHolder, Session, Speaker, Venue } from '../types.ts';

/** Somebody of the plan. The telephone of those who plan is told to whoever may correct it. */
export type PlanPerson = Pick<
  Person,
  | 'id'
  | 'givenName'
  | 'familyName'
  | 'displayName'
  | 'title'
  | 'organisationId'
  | 'email'
  | 'phone'
  | 'kind'
  | 'accountType'
>;

/** GET `/`: the plan as somebody may see it. */
export interface PlanAnswer {
  readonly me: { readonly personId: PersonId | null; readonly name: string; readonly roles: readonly Role[] };
  /** Acts of the policy that the caller may do. */
  readonly may: readonly string[];
  readonly project: Omit<Project, 'blocks' | 'tenantId'>;
  /** In a tenant registration stays shut until the dietary terms are decided; in the sandbox it is only said. */
  readonly dietaryTermsRequired: boolean;
  /** Where people register: the page that the project names, else the tool's own form. */
  readonly registrationPage: string;
  /** The title of the project that this one is a copy of. */
  readonly copiedFrom: string | null;
  /** The invitation's own texts and addresses by name; what is left out stands as the standard text. Empty for participants. */
  readonly invitation: Readonly<Record<string, string>>;
  readonly sessions: readonly Session[];
  /** Whose day can still be changed after it has been, because nothing has come of it. Empty for participants. */
  readonly neverHeld: readonly SessionId[];
  /** Empty for participants, who get the participant list instead. */
  readonly roles: readonly RoleHolder[];
  readonly people: readonly PlanPerson[];
  readonly organisations: readonly Organisation[];
  readonly venues: readonly Venue[];
  readonly speakers: readonly Speaker[];
  /** what has been disposed of, a line per class. Empty for participants. */
  readonly disposed: readonly DisposedNote[];
}
