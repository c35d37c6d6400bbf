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
  /** The tool does it all, so that no steps means that it was done and not that nobody has begun. */
  readonly byItself?: true;
}

export interface DutySteps extends Pick<Duty, 'id' | 'name' | 'today' | 'target'> {
  /** One decision or one data transfer each. */
  readonly steps: number;
  /** Somebody has taken a step in it, or nobody needs to. */
  readonly isLived: boolean;
}

export interface HumanSteps {
  readonly duties: readonly DutySteps[];
  /** Of all duties, those without a figure to compare with among them. */
  readonly sum: number;
  /** Of the duties that have been lived and that somebody has counted on paper: what was not done has cost nothing. */
  readonly compared: { readonly steps: number; readonly today: number; readonly target: number };
}
