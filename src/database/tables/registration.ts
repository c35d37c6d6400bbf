import type { Generated } from 'kysely';
import type { RegistrationState, SessionAnswer } from '../../domain/people.ts';
import type { Json, Moment } from './projects.ts';

interface OfPerson {
  tenant_id: string;
  project_id: string;
  person_id: string;
}

/** REG-01: one registration is for all sessions. */
export interface RegistrationTable extends OfPerson {
  state: RegistrationState;
  registered_at: Moment;
  /** `webForm`, `import`, `byHand`, `substitute`. */
  source: string;
  /** REG-04: when the box was ticked and which wording was shown. */
  commitment_at: Moment | null;
  commitment_version: string | null;
  /** Place in the waiting list, 1 first; null when not waiting. */
  waiting_position: number | null;
  cancelled_at: Moment | null;
  /** LST-01: the other participants may see the telephone number. */
  shares_phone: Generated<boolean>;
  /** a no to every session that is left: asked about, or told to stay; null when neither. */
  declined_all: Generated<'asked' | 'stays' | null>;
  /** What to look at, such as `addressOutsideOrganisation`. */
  warnings: Json<readonly string[]>;
}

/** One person and one session. A missing row means: invited, no answer, attendance unknown. */
export interface SessionParticipationTable extends OfPerson {
  session_id: string;
  /** As Outlook last said. */
  answer: SessionAnswer;
  answered_at: Moment | null;
  /** What the person said on their own page or the lead by hand; goes before Outlook's answer. */
  own_answer: SessionAnswer | null;
  own_answer_at: Moment | null;
  /** null: not ticked yet. */
  attended: boolean | null;
}

/** A substitute (keeps the seat) or an accompanying colleague for one session. */
export interface SessionGuestTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  id: string;
  kind: 'substitute' | 'colleague';
  host_person_id: string;
  given_name: string;
  family_name: string;
  organisation_id: string | null;
  email: string;
  created_at: Moment;
  cancelled_at: Moment | null;
}

/** only the hash of a personal link is kept. */
export interface PersonalLinkTable {
  tenant_id: string;
  project_id: string;
  /** SHA-256 of the secret, hex. */
  hash: string;
  /** `self` (the person's own page), `evaluation:<session>`, `documents:<session>`, `venue:<session>`, `kitchen:<session>`, `dates:<poll>`, `speaker:<speaker>`. */
  purpose: string;
  person_id: string | null;
  subject_id: string | null;
  created_at: Moment;
  expires_at: Moment;
  revoked_at: Moment | null;
}

/** The vault. Read by two functions only: the person's own page and the kitchen's counts. Never exported. */
export interface DietaryVaultTable extends OfPerson {
  /** AES-256-GCM: nonce, tag and ciphertext of the JSON `{text}`. */
  sealed: Uint8Array;
  updated_at: Moment;
}

export interface RegistrationTables {
  registration: RegistrationTable;
  session_participation: SessionParticipationTable;
  session_guest: SessionGuestTable;
  personal_link: PersonalLinkTable;
  dietary_vault: DietaryVaultTable;
}
