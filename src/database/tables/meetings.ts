import type { ColumnType, Generated } from 'kysely';
import type { Booking } from '../../features/rooms/types.ts';
import type { HeldFile, SeriesEvent, SeriesOrder, SeriesProblem } from '../../features/meetings/series/types.ts';
import type { Day, Json, Moment } from './projects.ts';

export type RoomStatus =
  'none' | 'asked' | 'accepted' | 'tentative' | 'declined' | 'askedByMail' | 'confirmedByHand' | 'declinedByHand';

/** What is booked or asked for a session. The content lead's choice; Outlook follows. */
export interface RoomBookingTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  venue_id: string;
  status: RoomStatus;
  asked_at: Moment | null;
  answered_at: Moment | null;
  /** The room's or host's words, without personal data. */
  answer_note: string | null;
  /** The head count shown when it was asked, and where it came from. */
  head_count: number;
  head_count_source: string;
  /** Why the lead chose a venue that is too small or lacks something. */
  override_reason: string | null;
  /** The local time it was asked for, `2026-11-05T09:00/2026-11-05T16:00`: after a move it has to be asked again. */
  asked_for: string | null;
  /** How it stood before its host was asked about another time, until that question has gone out. */
  before_move: ColumnType<Booking | null, string | null | undefined, string | null>;
}

/** The stored mirror: what Outlook holds for a session, as we last wrote or read it. */
export interface MeetingMirrorTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  /** `session` for the meeting itself, `sharedCalendar` for the copy in the shared calendar, `roomHold` for a room-only event during a move. */
  part: string;
  mailbox: string;
  /** Recorded before the create, so that a crash finds the event again. */
  transaction_id: string;
  event_id: string | null;
  ical_uid: string | null;
  etag: string | null;
  /** The fields as last written: subject, html, start, end, location, sorted attendee addresses, venue. */
  written: Json<Readonly<Record<string, unknown>>>;
  join_url: string | null;
  state: 'intended' | 'live' | 'cancelled';
  updated_at: Moment;
  /** What somebody has changed in Outlook, until a person has said which side is right: field → what it says there. */
  drift: Json<Readonly<Record<string, string>>> | null;
  /** Why the far side refused the last write, without personal data. */
  problem: string | null;
  /** A change waits until then, so that it can be undone; null when none does. */
  held_until: Moment | null;
}

/** the calendar file that one person holds of one session, sent by hand. */
export interface HandBookingTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  /** Folded. */
  address: string;
  uid: string;
  sequence: number;
  /** Subject, start, end and place as last prepared. */
  told: Json<Readonly<Record<string, unknown>>>;
  state: 'live' | 'cancelled';
  /** The person got it from Outlook, before the sending was made a matter of hands. */
  from_outlook: boolean;
}

/** Where reading the organiser's calendar got to. */
export interface MeetingSyncTable {
  tenant_id: string;
  mailbox: string;
  delta_link: string | null;
  read_at: Moment | null;
  subscription_id: string | null;
  subscription_expires_at: Moment | null;
  /** Proves that a notification is about our subscription. */
  client_state: string | null;
  /** Changes are followed until here; the delta link cannot be stretched. */
  window_to: Moment | null;
  /** The inbox was read up to here. */
  letters_read_at: Moment | null;
}

/** Somebody on a session's meeting whom somebody else has put there. */
export interface MeetingStrangerTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  /** Folded. */
  address: string;
  name: string;
  /** `asked` until somebody has said who it is. */
  state: 'asked' | 'guest' | 'removed' | 'stays' | 'gone';
  found_at: Moment;
}

/** What was written in Outlook, when and why; counts and times, no names but the actor's. */
export interface CalendarHistoryTable {
  tenant_id: string;
  project_id: string;
  id: string;
  session_id: string;
  part: string;
  at: Moment;
  what: Json<Readonly<Record<string, unknown>>>;
  cause: Json<Readonly<Record<string, string | null>>> | null;
  /** The order of writing. */
  nr: Generated<string>;
}

/** a letter to the organiser's mailbox that somebody should read; what it says is not kept. */
export interface OrganiserLetterTable {
  tenant_id: string;
  project_id: string;
  /** Graph's immutable id of the message. */
  id: string;
  person_id: string;
  session_id: string | null;
  kind: 'comment' | 'reply';
  received_at: Moment;
  web_link: string;
  read_at: Moment | null;
}

/** The planning group's own meetings: at most one series in a project. */
export interface PlanningSeriesTable {
  tenant_id: string;
  project_id: string;
  wish: Json<SeriesOrder>;
  /** A name. */
  set_by: string;
  set_at: Moment;
  ended_at: Moment | null;
  generation: number;
  event: Json<SeriesEvent> | null;
  held: Json<readonly HeldFile[]>;
  problem: SeriesProblem | null;
  agenda_on: Day | null;
}

export interface MeetingTables {
  planning_series: PlanningSeriesTable;
  organiser_letter: OrganiserLetterTable;
  calendar_history: CalendarHistoryTable;
  meeting_stranger: MeetingStrangerTable;
  room_booking: RoomBookingTable;
  meeting_mirror: MeetingMirrorTable;
  meeting_sync: MeetingSyncTable;
  hand_booking: HandBookingTable;
}
