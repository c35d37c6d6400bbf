import type { PersonId, SessionId } from '../../domain/ids.ts';
import type { Language, ReasonWords, Words } from '../../domain/words.ts';

/** `ahead`: a week before the wise last day. `soon`: two days before the rule's own. `late`: the first morning after it. */
export type Stage = 'ahead' | 'soon' | 'late';

/** A rule that is open, and its two last days. Days are local, `2026-10-22`. */
export interface Deadline {
  readonly ruleId: string;
  readonly sessionId: SessionId | null;
  readonly sessionNumber: number | null;
  readonly owner: string;
  readonly title: Words;
  /** What is missing and what to do. */
  readonly words: Words;
  /** The screen where it is met. */
  readonly action: string | null;
  readonly wiseOn: string;
  readonly dueOn: string;
}

export interface Reminder extends Deadline {
  readonly stage: Stage;
}

/** A last day that has been seen coming, and when it was told of. */
export interface Watched {
  readonly ruleId: string;
  readonly sessionId: SessionId | null;
  readonly dueOn: string;
  /** The last morning when it stood in the plan, still ahead. */
  readonly seenOn: string;
  readonly told: Readonly<Record<Stage, string | null>>;
}

/** What a project wants to be told of by itself. */
export interface ReminderWish {
  readonly reminders: boolean;
  readonly weekly: boolean;
}

export type Switch = keyof ReminderWish;

export interface Switched {
  readonly name: Switch;
  readonly isOn: boolean;
}

/** What one person is reminded of in a morning, the most pressing first. */
export interface ForPerson {
  readonly personId: PersonId;
  readonly reminders: readonly Reminder[];
}

/** The week that was and the weeks that come, as Monday's post tells it. */
export interface Week {
  /** Local day. */
  readonly monday: string;
  readonly done: readonly Words[];
  readonly coming: readonly { readonly on: string; readonly words: Words }[];
  readonly awaited: readonly Words[];
}

/** What stands in the planning chat in the morning. Never a name of a participant. */
export interface Morning {
  readonly projectId: string;
  readonly projectTitle: string;
  readonly url: string;
  /** `oid`: the account that Teams can call to; null for who has none. */
  readonly people: readonly {
    readonly name: string;
    readonly oid: string | null;
    readonly reminders: readonly Reminder[];
  }[];
  readonly week: Week | null;
}

/** Builds the card of a morning in the planning chat. */
export type MorningCard = (morning: Morning, language: Language) => { readonly card: object; readonly summary: string };

/** GET `/reminders`. */
export interface RemindersView extends ReminderWish {
  /** Local day of the next post of each kind; null while it is switched off. */
  readonly nextWeeklyOn: string | null;
  /** What comes next as things stand, the first first. */
  readonly coming: readonly ComingReminder[];
  readonly hasPlanningChat: boolean;
}

export interface ComingReminder {
  /** Local day. */
  readonly on: string;
  readonly stage: Stage;
  readonly title: Words;
  readonly sessionNumber: number | null;
  readonly dueOn: string;
  /** Whom it goes to, by name. */
  readonly to: string;
}

export type ReminderRefusal = 'noProject' | 'nothingToUndo';

export const reminderRefusals: ReasonWords<ReminderRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  nothingToUndo: { sv: 'Det finns inget att ångra.', en: 'There is nothing to undo.' },
};
