import type { LocalTime } from '../../domain/local-date.ts';
import type { Words } from '../../domain/words.ts';
import type { AgendaItemType } from '../../guideline/facts.ts';

/** One item of a day's agenda; times are local. */
export interface AgendaItem {
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly type: AgendaItemType;
  readonly title: string;
  readonly speakerIds?: readonly string[];
  readonly mode?: 'remote' | 'onsite';
}

export interface AgendaBalance {
  readonly totalMinutes: number;
  readonly minutesByType: Readonly<Record<string, number>>;
  /** Dialogue, exercises and the summaries that the groups speak in. */
  readonly conversationMinutes: number;
  readonly presentationMinutes: number;
  /** Conversation as a share of conversation and presentation, 0–1; null when the day has neither. */
  readonly conversationShareOfContent: number | null;
  readonly longestWithoutBreakMinutes: number;
}

export type AgendaWarningCode =
  'littleConversation' | 'longWithoutBreak' | 'shortLunch' | 'shortBreak' | 'noEvaluation' | 'noOpening';

export interface AgendaWarning {
  readonly code: AgendaWarningCode;
  readonly words: Words;
}

/** What somebody still has to do before the session can be held well. */
export interface MissingThing {
  readonly code:
    'date' | 'venue' | 'room' | 'agenda' | 'preparation' | 'sessionInfo' | 'evaluation' | 'documentation' | 'techTest';
  readonly words: Words;
}

/** One session as the tab's card and the bot's "nästa träff" tell it. */
export interface SessionState {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly theme: string | null;
  /** Local day, `2026-09-22`. */
  readonly date: string | null;
  readonly start: LocalTime | null;
  readonly end: LocalTime | null;
  /** `past` when the day has ended, `today` on the day. */
  readonly when: 'undated' | 'future' | 'today' | 'past';
  readonly format: 'onsite' | 'digital' | 'hybrid';
  readonly venue: { readonly id: string; readonly name: string; readonly city: string } | null;
  readonly roomStatus: string;
  readonly preparation: string | null;
  readonly programmeUrl: string;
  readonly agenda: readonly (AgendaItem & { readonly speakers: readonly string[] })[];
  readonly balance: AgendaBalance;
  readonly warnings: readonly AgendaWarning[];
  readonly counts: SessionCounts;
  readonly sessionInfo: {
    /** The last day by the guideline, and the wise one when people are away (INF-01). Local days. */
    readonly lastDay: string | null;
    readonly wiseDay: string | null;
    readonly because: Words | null;
    /** ISO instant. */
    readonly sentAt: string | null;
  };
  readonly evaluation: {
    readonly state: 'undated' | 'unconfirmed' | 'confirmed' | 'open' | 'closed';
    readonly opensAt: string | null;
    readonly closesAt: string | null;
    readonly answered: number;
    readonly invited: number;
  };
  readonly documentation: {
    readonly files: number;
    readonly cleared: number;
    readonly shared: number;
    readonly sharedAt: string | null;
  };
  readonly missing: readonly MissingThing[];
}

export interface SessionCounts {
  readonly confirmed: number;
  readonly accepted: number;
  readonly declined: number;
  readonly noAnswer: number;
  /** Ticked as present; null until anybody has been ticked. */
  readonly present: number | null;
}

export interface SessionBoard {
  readonly sessions: readonly SessionState[];
  readonly nextSessionId: string | null;
}
