import type { ReasonWords, Words } from '../../../domain/words.ts';
import type { MeetingAttendee, MeetingRecurrence } from '../../../ports/meetings.ts';

export type SeriesRhythm = 'week' | 'fortnight' | 'month';

/** `room`: one of the project's venues, which is booked with the series when it has a mailbox. */
export type SeriesPlace =
  | { readonly kind: 'teams' }
  | { readonly kind: 'room'; readonly venueId: string }
  | { readonly kind: 'other'; readonly text: string };

/** When the agenda is posted: in the morning of the working day before, two hours before, or not at all. */
export type AgendaTime = 'dayBefore' | 'twoHours' | 'none';

/** What the planning group has agreed on. Days and times are local. */
export interface SeriesOrder {
  readonly rhythm: SeriesRhythm;
  /** 1 is Monday, 5 Friday. */
  readonly weekday: number;
  /** The first meeting is on the first such weekday from here on. */
  readonly from: string;
  readonly until: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly place: SeriesPlace;
  readonly agenda: AgendaTime;
}

/** One day of the series. */
export interface SeriesDay {
  readonly date: string;
  /** Why nobody meets then; null when they do. */
  readonly leftOut: Words | null;
  /** The session that takes place on the same day; null when none does. */
  readonly sessionNumber: number | null;
}

/** What Outlook, or a calendar file, is to say of the series. */
export interface SeriesTold {
  readonly subject: string;
  /** Local, of the first meeting: `2026-09-22T09:00:00`. */
  readonly start: string;
  readonly end: string;
  readonly recurrence: MeetingRecurrence;
  readonly place: { readonly displayName: string; readonly mailbox?: string };
  readonly isOnline: boolean;
}

export interface WantedSeries extends SeriesTold {
  readonly mailbox: string;
  readonly timeZone: string;
  readonly html: string;
  readonly attendees: readonly MeetingAttendee[];
  /** Local days within the series on which nobody meets. */
  readonly leftOut: readonly string[];
}

export type RoomAnswer = 'asked' | 'accepted' | 'tentative' | 'declined';

/** The series in the organiser's calendar, as we last wrote or read it. `eventId` is null until it has been made. */
export interface SeriesEvent {
  readonly mailbox: string;
  readonly eventId: string | null;
  readonly iCalUId: string | null;
  readonly joinUrl: string | null;
  readonly told: SeriesTold;
  readonly attendees: readonly MeetingAttendee[];
  readonly leftOut: readonly string[];
  /** null without a room. */
  readonly room: RoomAnswer | null;
}

/** `gone`: somebody has removed it in Outlook. `refused`: Outlook would not have it. */
export type SeriesProblem = 'gone' | 'refused';

/** the calendar file that one person holds of the series. */
export interface HeldFile {
  /** Folded. */
  readonly address: string;
  readonly uid: string;
  readonly sequence: number;
  readonly told: SeriesTold;
  readonly leftOut: readonly string[];
  readonly state: 'live' | 'cancelled';
  readonly fromOutlook: boolean;
}

export interface Series {
  readonly wish: SeriesOrder;
  readonly setBy: string;
  /** ISO, UTC. */
  readonly setAt: string;
  readonly endedAt: string | null;
  readonly generation: number;
  readonly event: SeriesEvent | null;
  readonly held: readonly HeldFile[];
  readonly problem: SeriesProblem | null;
  readonly agendaOn: string | null;
}

/** GET `/planning-meetings`. */
export interface SeriesView {
  /** Local day. */
  readonly today: string;
  /** null: none has been set, or it has ended. */
  readonly series: SeriesShown | null;
  readonly rooms: readonly { readonly venueId: string; readonly name: string; readonly hasMailbox: boolean }[];
}

export interface SeriesShown {
  readonly wish: SeriesOrder;
  /** "varannan tisdag kl. 9.00–10.00". */
  readonly when: Words;
  readonly place: Words;
  readonly setBy: string;
  readonly joinUrl: string | null;
  /** From today on. */
  readonly days: readonly SeriesDay[];
  readonly room: RoomAnswer | null;
  readonly problem: SeriesProblem | null;
  /** Nothing of it has reached Outlook or anybody yet. */
  readonly isWaiting: boolean;
}

/** Shown before the yes. */
export interface SeriesPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  /** `end` calls the series off. */
  readonly act: 'start' | 'change' | 'end';
  readonly names: readonly string[];
  readonly when: Words;
  readonly place: Words;
  readonly days: readonly SeriesDay[];
  readonly remarks: readonly Words[];
  readonly subject: string;
  readonly text: string;
}

export type SeriesRefusal =
  | 'noProject'
  | 'dormant'
  | 'noSeries'
  | 'past'
  | 'endsBeforeStart'
  | 'clock'
  | 'tooLong'
  | 'noDays'
  | 'noVenue'
  | 'nobody'
  | 'previewChanged';

export const seriesRefusals: ReasonWords<SeriesRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan planeringsmötena bokas.',
    en: 'The learning project is dormant. Wake it first, then the planning meetings can be booked.',
  },
  noSeries: { sv: 'Det finns inga planeringsmöten bokade.', en: 'No planning meetings are booked.' },
  past: {
    sv: 'Den första dagen har redan varit. Välj en dag från i dag och framåt.',
    en: 'The first day has already been. Choose a day from today on.',
  },
  endsBeforeStart: {
    sv: 'Sista dagen ligger före den första. Välj en senare.',
    en: 'The last day is before the first. Choose a later one.',
  },
  clock: {
    sv: 'Mötet slutar före det börjar. Ändra klockslagen.',
    en: 'The meeting ends before it begins. Change the times.',
  },
  tooLong: {
    sv: 'Serien är längre än två år. Välj en tidigare sista dag.',
    en: 'The series is longer than two years. Choose an earlier last day.',
  },
  noDays: {
    sv: 'Det blir inget möte de dagarna: alla är lediga. Välj andra dagar.',
    en: 'There would be no meeting on those days: all are free. Choose other days.',
  },
  noVenue: { sv: 'Lokalen finns inte längre. Välj en annan.', en: 'The room is no longer there. Choose another.' },
  nobody: {
    sv: 'Planeringsgruppen är tom. Lägg till någon under Projektet först.',
    en: 'The planning group is empty. Add somebody under Project first.',
  },
  previewChanged: {
    sv: 'Något har ändrats sedan förhandsvisningen. Inget är skickat. Titta igen och bekräfta.',
    en: 'Something has changed since the preview. Nothing was sent. Look again and confirm.',
  },
};
