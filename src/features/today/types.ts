import type { SessionId } from '../../domain/ids.ts';
import type { ReasonWords, Words } from '../../domain/words.ts';
import type { GuidelineAction } from '../../guideline/rule.ts';
import type { UnreadLetter } from '../notices/inbox/types.ts';
import type { ConfirmationEntry, NoticeEntry } from '../notices/types.ts';
import type { TimelineEntry } from '../planning/guidance/types.ts';
import type { SessionState } from '../sessions/types.ts';
import type { TaskView } from '../tasks/types.ts';

/** Where something is done: a screen of the guideline's, or one of these. */
export type TodayAction =
  | GuidelineAction
  | 'project.activate'
  | 'registration.decide'
  | 'participants.remind'
  | 'speakers.edit'
  | 'meetings.look'
  | 'notices.look'
  | 'tasks.look'
  | 'retention.look';

/** One of the things to do now. */
export interface TodayStep {
  readonly id: string;
  /** urgent: something is broken or somebody waits · the others as the timeline has them. */
  readonly state: 'urgent' | 'late' | 'next' | 'upcoming';
  readonly title: Words;
  readonly why: Words;
  readonly sessionId: SessionId | null;
  readonly sessionNumber: number | null;
  readonly action: TodayAction | null;
  /** The rule that asks for it; null for what no rule asks. */
  readonly entry: TimelineEntry | null;
}

/** Somebody whose answer is awaited. */
export interface AwaitedAnswer {
  readonly id: string;
  readonly kind: 'venue' | 'speaker' | 'answers' | 'municipalities';
  readonly title: Words;
  readonly text: Words;
  /** Since when, ISO; null when nobody noted it. */
  readonly since: string | null;
  readonly sessionId: SessionId | null;
  readonly action: TodayAction;
}

/** Something that has happened, as one sentence. */
export interface Happening {
  readonly id: string;
  readonly kind: 'registration' | 'cancellation' | 'answer' | 'venue' | 'letter' | 'bounce' | 'plan';
  /** ISO, of the latest that the sentence tells. */
  readonly at: string;
  readonly words: Words;
  readonly action: TodayAction | null;
  readonly sessionId: SessionId | null;
}

export interface Tip {
  readonly id: string;
  readonly title: Words;
  readonly words: Words;
  readonly source: Words;
  readonly sessionId: SessionId | null;
  readonly sessionNumber: number | null;
  readonly action: TodayAction | null;
}

export interface DismissedTip {
  readonly id: string;
  readonly title: Words;
  readonly by: string;
  /** ISO. */
  readonly at: string;
}

/** GET `/today`: everything on the day's page. */
export interface Today {
  /** Local day, and the product's clock. */
  readonly today: string;
  readonly now: string;
  readonly steps: readonly TodayStep[];
  /** How many more are late or due soon. */
  readonly furtherSteps: number;
  /** When nothing presses: what comes next. */
  readonly nextUp: TimelineEntry | null;
  /** `isInvited`: the bookings have gone out, so that answers mean something. */
  readonly nextSession: (SessionState & { readonly isInvited: boolean; readonly done: readonly Words[] }) | null;
  readonly awaited: readonly AwaitedAnswer[];
  /** *Att läsa*: what people have written to the organiser's mailbox; empty for those who do not see participants. */
  readonly letters: readonly UnreadLetter[];
  /** Null for those who may not see what goes out. */
  readonly outbound: {
    readonly waiting: readonly NoticeEntry[];
    readonly standing: readonly ConfirmationEntry[];
    /** Sessions with a change that waits before it goes out in Outlook, and until when. */
    readonly changes: readonly { readonly sessionId: SessionId; readonly number: number; readonly until: string }[];
  } | null;
  readonly tasks: {
    /** Those of whoever looks, and anybody's that are late; a few. */
    readonly shown: readonly TaskView[];
    /** How many are open in all. */
    readonly open: number;
  };
  readonly happened: {
    /** ISO; null at the first visit, when the last week is told. */
    readonly since: string | null;
    readonly events: readonly Happening[];
  };
  readonly tips: readonly Tip[];
  readonly dismissedTips: readonly DismissedTip[];
}

export type TipRefusal = 'unknownTip' | 'isMust';

export const tipWords: ReasonWords<TipRefusal> = {
  unknownTip: {
    sv: 'Tipset finns inte längre. Läs om sidan.',
    en: 'The tip is no longer there. Reload the page.',
  },
  isMust: {
    sv: 'Det här är ett måste i riktlinjerna och kan inte väljas bort. Gå vidare med ett skäl i stället.',
    en: 'This is a must of the guidelines and cannot be put aside. Go on with a reason instead.',
  },
};
