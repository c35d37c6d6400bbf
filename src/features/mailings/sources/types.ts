import type { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { Words } from '../../../domain/words.ts';
import type { ProjectFacts } from '../../../guideline/facts.ts';
import type { RuleSet } from '../../../guideline/rule.ts';
import type { ConfirmationEntry, Draft, NoticeEntry, NoticeKind } from '../../notices/types.ts';
import type { Organisation, Person, Project, Session, Speaker, Venue } from '../../planning/types.ts';
import type { ParticipantList } from '../../registration/types.ts';
import type { LeftOut, MailingRef, OwnWords, Recipient, Requirement } from '../types.ts';

/** One mail that has been written, by what makes it one and the same. */
export interface Said {
  readonly kind: string;
  readonly sessionId: string | null;
  readonly personId: string | null;
  readonly version: string;
  readonly state: NoticeEntry['state'];
  readonly at: string;
}

/** What every letter is made of, read once. From here on nothing is asked of the database. */
export interface Sources {
  readonly now: Temporal.Instant;
  readonly today: LocalDate;
  readonly publicUrl: string;
  readonly project: Project;
  /** Those that are held, in order. */
  readonly sessions: readonly Session[];
  readonly venues: readonly Venue[];
  readonly speakers: readonly Speaker[];
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly registrations: ParticipantList;
  readonly isRegistrationClosed: boolean;
  readonly facts: ProjectFacts;
  readonly ruleSet: RuleSet;
  readonly said: readonly Said[];
  readonly notices: readonly NoticeEntry[];
  readonly confirmations: readonly ConfirmationEntry[];
  readonly words: readonly {
    readonly mailing: string;
    readonly slot: string;
    readonly sv: string;
    readonly en: string;
  }[];
  readonly milestones: ReadonlyMap<string, { readonly at: Date; readonly source: string }>;
}

/**
 * A letter and those who may get it, decided and not yet sent. `draftFor` is pure: the same recipient gets the same
 * words, whoever asks.
 */
export interface Composed {
  readonly ref: MailingRef;
  readonly name: Words;
  /** Whom it is for and why it is sent, in a sentence. */
  readonly purpose: Words;
  readonly session: Session | null;
  /** Local days; null without one. */
  readonly due: { readonly lastDay: LocalDate; readonly wiseDay: LocalDate } | null;
  /** The kind of its notices. */
  readonly kind: NoticeKind;
  /** When somebody who has had it may have it again: after new words, on another day, or never. */
  readonly again: 'newWords' | 'daily' | 'never';
  /** Everybody who might get it, whether they have had it or not. */
  readonly candidates: readonly Recipient[];
  readonly leftOut: readonly LeftOut[];
  readonly requirements: readonly Requirement[];
  readonly ownWords: readonly OwnWords[];
  readonly draftFor: (recipient: Recipient) => Draft;
  /** What the sending is noted as, for the guideline; null for nothing. */
  readonly milestone: string | null;
  /** Its time has come and gone. */
  readonly isOver: boolean;
  /** Each recipient's letter leads to their own page; the link is made when it is sent, and stands as `…` until then. */
  readonly hasOwnLink?: boolean;
}
