import type { DietaryTerms } from '../../../domain/dietary-terms.ts';
import type { SessionDay } from '../../../domain/session-day.ts';

/** What letters and public pages tell of a project. */
export interface ProjectTelling {
  readonly projectId: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly challenge: string | null;
  readonly purpose: string | null;
  readonly webPage: string | null;
  /** The project's own words for REG-02; null stands for the standard ones. */
  readonly wholeProjectText: string | null;
  readonly timeZone: string;
  /** ISO with offset. */
  readonly registrationCloses: string | null;
  /** Local day. */
  readonly registrationOpens: string | null;
  /** Those that are not cancelled, in order of number. */
  readonly sessions: readonly SessionTelling[];
  readonly dietaryTerms: DietaryTerms;
  readonly lead: LeadTelling | null;
  readonly organiserMailbox: string;
  /** Without a final slash. */
  readonly publicUrl: string;
}

export interface SessionTelling {
  readonly id: string;
  readonly number: number;
  readonly day: SessionDay | null;
  readonly title: string;
  readonly theme: string | null;
  /** Local day; null while none is set. */
  readonly date: string | null;
  /** Local `HH:mm`. */
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly place: { readonly name: string; readonly city: string } | null;
  /** RG-14: somebody may bring a colleague. */
  readonly colleagueAllowed: boolean;
}

export interface LeadTelling {
  readonly name: string;
  readonly givenName: string;
  readonly email: string;
  readonly phone: string | null;
}
