import type { LocalDate } from '../domain/local-date.ts';
import type { Role } from '../domain/people.ts';
import type { Words } from '../domain/words.ts';
import type { ProjectFacts, SessionFacts } from './facts.ts';

/** must: "ska" or a plain imperative · should: "bör", "utgångspunkt", "normalt" · nice: "gärna", "kan", "förslagsvis". */
export type Level = 'must' | 'should' | 'nice';

/** guideline: the guidelines themselves · advice: our own · network: learnt from another network. Only the guideline may block. */
export type Basis = 'guideline' | 'advice' | 'network';

export type Responsible = Role | 'registrar' | 'host' | 'system';

/** The screen or command where a rule is met. */
export type GuidelineAction =
  | 'theme.propose'
  | 'theme.consult'
  | 'theme.decide'
  | 'project.edit'
  | 'roles.edit'
  | 'dates.edit'
  | 'session.edit'
  | 'costSplit.edit'
  | 'rooms.book'
  | 'invitation.edit'
  | 'invitation.send'
  | 'recipients.edit'
  | 'publication.tick'
  | 'registration.edit'
  | 'registration.close'
  | 'participants.show'
  | 'participantList.share'
  | 'sharedCalendar.write'
  | 'speakers.edit'
  | 'agenda.edit'
  | 'rota.edit'
  | 'sessionInfo.send'
  | 'food.order'
  | 'evaluation.prepare'
  | 'documentation.share'
  | 'summary.publish';

/** What a rule may stop until it is met or overridden with a reason. */
export type GuardedAct = 'decideTheme' | 'openRegistration' | 'sendInvitation';

/** Both days are local days and include the day itself. */
export type Due = {
  /** "Regelns sista dag": what the guideline says. */
  readonly lastDay: LocalDate;
  /** "Klok sista dag": the same or earlier, so that the act lands on a day when people read their mail. */
  readonly wiseDay: LocalDate;
  /** Why the wise day is earlier than the rule's; absent when they are the same day. */
  readonly because?: Words;
};

export type Severity = 'red' | 'warning' | 'tip' | 'none';

/**
 * met · notMet: broken now · notYet: open, and nothing is wrong so far · notApplicable: the project gives no cause for it.
 */
export type CheckState = 'met' | 'notMet' | 'notYet' | 'notApplicable';

export type Finding = {
  readonly state: CheckState;
  readonly severity: Severity;
  /** What is so, or what is missing and what to do now. Never a name of a participant: it is read aloud in shared chats. */
  readonly words: Words;
  /** Things worth knowing that do not break the rule, such as a room with too few seats. */
  readonly remarks: readonly Words[];
  /** What the rule guards may not go ahead as things are now. */
  readonly hinders: boolean;
  /** It happened too late and can only be explained, so it is no next step. */
  readonly pastMending: boolean;
  /** Where this is mended, when that is elsewhere than the rule's own screen. */
  readonly action?: GuidelineAction;
};

type RuleBase = {
  /** Requirement id, such as INV-01. */
  readonly id: string;
  /** The guideline's own words. */
  readonly quote: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly owner: Responsible;
  readonly actors: readonly Responsible[];
  readonly title: Words;
  readonly explanation: Words;
  readonly action?: GuidelineAction;
  /** No reason gets anybody past it. */
  readonly isFinal?: true;
  /** Met by people outside the tool, and ticked off in it. */
  readonly byHand?: true;
};

/** Only what the guideline demands can stand in somebody's way. */
type Blocking =
  | { readonly blocks?: never }
  | { readonly level: 'must'; readonly basis: 'guideline'; readonly blocks: readonly GuardedAct[] };

/** Asked once for the whole project. */
export type ProjectRule = RuleBase &
  Blocking & {
    readonly scope: 'project';
    readonly due: (facts: ProjectFacts) => Due | undefined;
    readonly check: (facts: ProjectFacts) => Finding;
  };

/** Asked once for every session that is not cancelled. */
export type SessionRule = RuleBase &
  Blocking & {
    readonly scope: 'session';
    readonly due: (facts: ProjectFacts, session: SessionFacts) => Due | undefined;
    readonly check: (facts: ProjectFacts, session: SessionFacts) => Finding;
  };

export type Rule = ProjectRule | SessionRule;

export type RuleSet = {
  /** Guideline version that a project keeps for life, such as 2026-01. */
  readonly version: string;
  readonly source: Words;
  /** As it stands after a rule's id: "riktlinjer jan 2026" (GOV-01). */
  readonly shortSource: Words;
  readonly rules: readonly Rule[];
};
