import type { SessionId } from '../../../domain/ids.ts';
import type { Words } from '../../../domain/words.ts';
import type { ProjectState, Session } from '../types.ts';

/** One rule of the guideline, for one session or for the whole project. Days are local, `2026-09-22`. */
export interface TimelineEntry {
  readonly ruleId: string;
  readonly title: Words;
  /** The guideline's own words, and which guideline it is. */
  readonly quote: string;
  readonly source: Words;
  readonly explanation: Words;
  readonly level: 'must' | 'should' | 'nice';
  readonly basis: 'guideline' | 'advice' | 'network';
  readonly owner: string;
  readonly sessionId: SessionId | null;
  readonly sessionNumber: number | null;
  readonly state: 'met' | 'late' | 'next' | 'upcoming' | 'overridden' | 'beforeTool';
  readonly due: string | null;
  readonly wiseDue: string | null;
  readonly wiseBecause: Words | null;
  readonly words: Words;
  readonly remarks: readonly Words[];
  readonly severity: 'red' | 'warning' | 'tip' | 'none';
  /** Stands in the way of an act until it is met or overridden. */
  readonly hinders: boolean;
  /** It happened too late: it can be explained, not mended. */
  readonly pastMending: boolean;
  /** The screen where it is met. */
  readonly action: string | null;
  /** No reason gets anybody past it. */
  readonly isFinal?: true;
  /** Met outside the tool: the milestone that says so. */
  readonly byHand?: string;
  readonly override: { readonly reason: string; readonly by: string; readonly on: string } | null;
}

/** A day of the project itself, between the theme decision and the final summary. */
export interface TimelineDay {
  readonly date: string;
  readonly kind: 'decision' | 'datesSet' | 'invitation' | 'opens' | 'closes' | 'session' | 'dalating';
  readonly words: Words;
  readonly isPast: boolean;
  readonly sessionId: SessionId | null;
}

export interface Timeline {
  readonly today: string;
  readonly guideline: Words;
  /** The day when the tool took the project in. */
  readonly toolSince: string | null;
  readonly days: readonly TimelineDay[];
  readonly entries: readonly TimelineEntry[];
  readonly summary: {
    readonly must: { readonly met: number; readonly total: number };
    readonly should: { readonly met: number; readonly total: number };
    readonly nice: { readonly met: number; readonly total: number };
    readonly notMet: readonly string[];
  };
}

/** The bot's "läget": counts and next steps, no names of people. */
export interface ProjectStatus {
  readonly projectId: string;
  readonly title: string;
  readonly state: ProjectState;
  readonly confirmed: number;
  readonly waiting: number;
  readonly maxTotal: number | null;
  /** Short names of municipalities that nobody has registered from. */
  readonly silentMunicipalities: readonly string[];
  /** ISO with offset. */
  readonly registrationCloses: string | null;
  readonly isRegistrationClosed: boolean;
  readonly nextSession: Pick<Session, 'id' | 'number' | 'title' | 'date' | 'startTime' | 'endTime'> | null;
  readonly nextSteps: readonly TimelineEntry[];
  /** What fell due before the tool knew the project, and since when it does. */
  readonly beforeTool: { readonly count: number; readonly since: string };
}
