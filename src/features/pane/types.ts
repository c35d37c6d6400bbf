import type { LocalTime } from '../../domain/local-date.ts';
import type { ReasonWords } from '../../domain/words.ts';
import type { EvaluationState } from '../evaluations/types.ts';

/** What Outlook tells of an appointment. Its id differs in everybody's calendar, so time and number are what is left. */
export interface AppointmentSigns {
  /** UTC instant; null in a new message. */
  readonly start: string | null;
  /** The number in the subject, "träff 2 av 4"; null without. */
  readonly number: number | null;
}

export interface PaneAgendaItem {
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly title: string;
  readonly speakers: readonly string[];
}

export interface PanePerson {
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
}

export interface PaneSession {
  readonly id: string;
  /** "3", or "3, dag 1 av 2". */
  readonly number: string;
  readonly theme: string | null;
  /** Local day; null while no date is set. */
  readonly date: string | null;
  readonly startTime: LocalTime | null;
  readonly endTime: LocalTime | null;
  /** "Sal Siljan, Falun". */
  readonly place: string | null;
  readonly preparation: string | null;
  readonly agenda: readonly PaneAgendaItem[];
  /** The agenda as it is put in a message; null while there is none. */
  readonly agendaHtml: string | null;
  readonly programmeUrl: string;
  /** Shared files; the address is null when they are only on the page behind the personal link. */
  readonly documents: readonly { readonly name: string; readonly url: string | null }[];
  readonly evaluation: {
    readonly state: EvaluationState;
    readonly opensAt: string | null;
    readonly closesAt: string | null;
    /** Where the questions are asked for; null while they are not open. */
    readonly url: string | null;
  };
}

export interface Pane {
  readonly projectId: string;
  readonly title: string;
  readonly projectPageUrl: string;
  /** The session of the appointment; null when nothing says which. */
  readonly sessionId: string | null;
  readonly sessions: readonly PaneSession[];
  readonly participants: {
    readonly count: number;
    /** LST-01; null for whoever may not see it. */
    readonly people: readonly PanePerson[] | null;
  };
  readonly mayPlan: boolean;
}

export type PaneRefusal = 'noProject';

export const paneRefusals: ReasonWords<PaneRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte längre.', en: 'The learning project is no longer there.' },
};
