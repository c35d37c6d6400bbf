import type { Words } from '../../domain/words.ts';

/** A moment that the product knows of and the clock can be wound to, such as when a registration closes. */
export interface Mark {
  readonly id: string;
  readonly label: Words;
  /** ISO instant. */
  readonly at: string;
}

/** What the start page leads a newcomer to, and what the product says of how far that has come. */
export interface Guide {
  readonly projectId: string;
  readonly title: string;
  /** Below `/tab/`: what the content lead has to do today. */
  readonly tabPage: string;
  /** The public form's path. */
  readonly formPath: string;
  /** The mark at which the registration closes; null when it has closed. */
  readonly closingMark: string | null;
  /** ISO instant of the closing; null when none is set. */
  readonly closesAt: string | null;
  /** The closing has been carried out. */
  readonly isClosed: boolean;
  /** A municipality from which nobody has registered. */
  readonly silentMunicipality: string | null;
  /** Who has registered on the form from a municipality that was silent until then. */
  readonly newcomer: (GuidePerson & { readonly municipality: string }) | null;
  /** Object id of the content lead: whom a newcomer is at first. */
  readonly leadOid: string | null;
  /** A confirmed participant without an account, whose mailbox one opens: the newcomer when there is one. */
  readonly outsider: GuidePerson | null;
  /** What the kitchen cooks; null while there is no session ahead. */
  readonly kitchen: Kitchen | null;
}

export interface GuidePerson {
  readonly name: string;
  readonly address: string;
}

/** Of the session that somebody without an account has declined by hand, else of the next one. */
export interface Kitchen {
  readonly sessionNumber: number;
  /** As the content lead sees them. */
  readonly portions: number;
  /** Who has declined it; null while nobody has. */
  readonly declinedBy: string | null;
}

/** What the far side knows of a newcomer's own hand: other people answer by themselves. */
export interface Tried {
  /** Whose invitation was last declined in a mailbox; lower-case. */
  readonly declinedBy: string | null;
}
