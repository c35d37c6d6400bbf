import type { SessionId } from '../../../../domain/ids.ts';
import type { Words } from '../../../../domain/words.ts';
import type { TimelineDay, TimelineEntry } from '../types.ts';

/** A last day that has not been kept yet. Local day. */
export interface ChartDue {
  readonly ruleId: string;
  readonly sessionId: SessionId | null;
  readonly title: Words;
  readonly date: string;
  readonly state: Extract<TimelineEntry['state'], 'late' | 'next' | 'upcoming'>;
}

export interface ChartProject {
  readonly projectId: string;
  readonly title: string;
  readonly days: readonly TimelineDay[];
  readonly dues: readonly ChartDue[];
}

/** When many are away. Local days, both included. */
export interface ChartSpan {
  readonly from: string;
  readonly to: string;
  readonly words: Words;
}

/** All of somebody's learning projects side by side, from the first day of any to the last. */
export interface Chart {
  readonly today: string;
  readonly from: string;
  readonly to: string;
  readonly projects: readonly ChartProject[];
  readonly away: readonly ChartSpan[];
}
