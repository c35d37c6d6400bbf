import type { PersonId } from '../../domain/ids.ts';
import type { Language, ReasonWords } from '../../domain/words.ts';

/** Characters: a line or two on a phone, and a few sentences. */
export const longestTask = 200;
export const longestDecision = 500;

/** Where somebody wrote it; `rule`: in the timeline, about a rule of the guideline. */
export type TaskSource = 'tab' | 'chat' | 'rule';

/** Something that somebody of those who arrange the project has to do. */
export interface Task {
  readonly id: string;
  readonly what: string;
  /** null: nobody's yet. */
  readonly ownerId: PersonId | null;
  /** Local day, the last one. */
  readonly dueOn: string | null;
  readonly source: TaskSource;
  /** `INV-01`; null unless the source is a rule. */
  readonly ruleId: string | null;
  readonly createdBy: string;
  /** ISO, UTC. */
  readonly createdAt: string;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
}

export interface Decision {
  readonly id: string;
  readonly text: string;
  /** Local day. */
  readonly decidedOn: string;
  /** The name of whoever wrote it down. */
  readonly writtenBy: string;
}

/** Somebody who can be given a task. */
export interface Owner {
  readonly id: PersonId;
  readonly name: string;
}

export interface TaskView extends Task {
  readonly ownerName: string | null;
  readonly isMine: boolean;
  /** `late`: open after its last day. */
  readonly state: 'open' | 'late' | 'done';
}

/** GET `/tasks`. */
export interface TaskBoard {
  /** Local day. */
  readonly today: string;
  readonly owners: readonly Owner[];
  /** Open ones in the order in which they press, then those done, the latest first. */
  readonly tasks: readonly TaskView[];
  readonly decisions: readonly Decision[];
}

export interface TaskOrder {
  readonly what: string;
  readonly ownerId: PersonId | null;
  readonly dueOn: string | null;
  /** Somebody has been told that the day is a free one, and keeps it. */
  readonly evenSo?: boolean | undefined;
}

export interface NewTask extends TaskOrder {
  readonly source: TaskSource;
  readonly ruleId?: string | undefined;
}

export interface NewDecision {
  readonly text: string;
  /** Today when left out. */
  readonly decidedOn?: string | undefined;
}

/** Builds the card of a reminder in the planning chat. */
export type ReminderCard = (
  reminder: {
    readonly projectId: string;
    readonly taskId: string;
    readonly what: string;
    readonly line: string;
    readonly isLate: boolean;
    readonly url: string;
  },
  language: Language,
) => { readonly card: object; readonly summary: string };

export type TaskRefusal = 'noProject' | 'noTask' | 'noDecision' | 'noOwner' | 'past' | 'freeDay' | 'already' | 'future';

export const taskWords: ReasonWords<TaskRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  noTask: {
    sv: 'Uppgiften finns inte längre. Någon annan kan ha tagit bort den.',
    en: 'The task is no longer there. Somebody else may have removed it.',
  },
  noDecision: {
    sv: 'Beslutet finns inte längre. Någon annan kan ha tagit bort det.',
    en: 'The decision is no longer there. Somebody else may have removed it.',
  },
  noOwner: {
    sv: 'Personen är inte med i planeringen. Välj någon i listan.',
    en: 'That person is not among those who plan. Choose somebody of the list.',
  },
  past: { sv: '{daySv} har redan varit. Välj en dag framåt.', en: '{dayEn} has already been. Choose a day ahead.' },
  freeDay: {
    sv: '{daySv} är {whySv}. Välj till exempel {insteadSv}, eller behåll dagen.',
    en: '{dayEn} is {whyEn}. Choose for example {insteadEn}, or keep the day.',
  },
  already: {
    sv: '{who} har redan den uppgiften. Ändra den i stället.',
    en: '{who} has that task already. Change it instead.',
  },
  future: {
    sv: '{daySv} har inte varit än. Skriv den dag då ni beslutade.',
    en: '{dayEn} is still to come. Write the day on which you decided.',
  },
};
