import type { Words } from '../../domain/words.ts';

/** A moment that the product knows of and the clock can be wound to, such as when a registration closes. */
export interface Mark {
  readonly id: string;
  readonly label: Words;
  /** ISO instant. */
  readonly at: string;
}

/** What the start page leads a newcomer to. */
export interface Guide {
  readonly projectId: string;
  readonly title: string;
  /** The public form's path. */
  readonly formPath: string;
  /** The mark at which the registration closes; null when it has closed. */
  readonly closingMark: string | null;
  /** ISO instant of the closing; null when none is set. */
  readonly closesAt: string | null;
  /** A municipality from which nobody has registered. */
  readonly silentMunicipality: string | null;
  /** Object id of the content lead: whom a newcomer is at first. */
  readonly leadOid: string | null;
  /** A confirmed participant without an account, whose mailbox one opens. */
  readonly outsider: { readonly name: string; readonly address: string } | null;
}
