import type { Words } from '../../../domain/words.ts';

/** What somebody in the project's roles has done of one kind, from the log. */
export interface ActCount {
  readonly act: string;
  /** What a recorded milestone is called, such as `websitePublished`; null for acts that need no name. */
  readonly milestone: string | null;
  /** Decisions: how often it was done. */
  readonly times: number;
  /** Data transfers: how many values were typed or chosen in it. */
  readonly values: number;
}

/** One duty of whoever runs a learning project, with the steps of doing it by mail, form and spreadsheet. */
export interface Duty {
  readonly id: string;
  readonly name: Words;
  /** Steps for 34 participants, 13 organisations and 4 sessions with Outlook, Forms and Excel; null where nobody counted. */
  readonly today: number | null;
  readonly target: number | null;
  readonly acts: readonly string[];
}

export interface DutySteps extends Pick<Duty, 'id' | 'name' | 'today' | 'target'> {
  /** One decision or one data transfer each. */
  readonly steps: number;
}

export interface HumanSteps {
  readonly duties: readonly DutySteps[];
  /** Of all duties, those without a figure to compare with among them. */
  readonly sum: number;
  /** Of the duties that somebody has counted on paper. */
  readonly compared: { readonly steps: number; readonly today: number; readonly target: number };
}
