import type { SessionId, TenantId } from '../../domain/ids.ts';
import type { ReasonWords, Words } from '../../domain/words.ts';
import type { MeetingAttendee, MeetingDraft } from '../../ports/meetings.ts';
import type { EarlierInvitation } from '../planning/types.ts';
import type { RoomStatus } from '../rooms/types.ts';
import type { EarlierCancelling } from './earlier/types.ts';
import type { Stranger } from './strangers/types.ts';

/**
 * `session`: the meeting that people are invited to. `sharedCalendar`: its copy in the shared calendar (CAL-02).
 * `remoteSpeakers`: the online meeting of those who take part in an on-site session by link (SPK-02). `roomHold…`: an event
 * with nobody but the room, which asks it for another time before the meeting that people have is moved (VEN-02).
 */
export type MeetingPart = 'session' | 'sharedCalendar' | 'remoteSpeakers' | HoldPart;
export type HoldPart = 'roomHoldA' | 'roomHoldB';

export interface MeetingPerson {
  readonly address: string;
  readonly name: string;
}

/** What the meetings depend on. Built by a query, or by a test. */
export interface MeetingFacts {
  readonly tenantId: TenantId;
  readonly projectId: string;
  /** Only an active project writes in Outlook. */
  readonly isActive: boolean;
  readonly timeZone: string;
  readonly organiserMailbox: string;
  readonly sharedCalendarMailbox: string | null;
  /** Under somebody's yes: from here on participants are invited. */
  readonly registrationClosed: boolean;
  readonly sessions: readonly MeetingSession[];
  /** Planning group and leaders, invited when the venue is settled. */
  readonly planners: readonly MeetingPerson[];
  /** Those who let remote speakers in: content lead and process facilitator. */
  readonly linkHosts: readonly MeetingPerson[];
  readonly participants: readonly MeetingPerson[];
}

export interface MeetingSession {
  readonly id: SessionId;
  readonly number: number;
  readonly subject: string;
  /** Of an event that only the room is asked to. */
  readonly roomSubject: string;
  /** The shared text, the same for everybody. */
  readonly html: string;
  /** Local, `2026-09-22T08:30:00`; null while undated. */
  readonly start: string | null;
  readonly end: string | null;
  readonly isCancelled: boolean;
  readonly format: 'onsite' | 'digital' | 'hybrid';
  /** The booked venue, or the planned one while none is booked. */
  readonly venue: MeetingVenue | null;
  /** `none` while nothing is booked. */
  readonly roomStatus: RoomStatus;
  /** ISO instant of the last question to the room or its host. */
  readonly roomAskedAt: string | null;
  /** False when the session has moved since the room or its host was asked. */
  readonly isRoomCurrent: boolean;
  /** Who had invited to it before the tool; null when nobody had. */
  readonly replaces: string | null;
  /** Substitutes and accompanying colleagues of this session. */
  readonly guests: readonly MeetingPerson[];
  /** Addresses of participants whose substitute has their seat this time. */
  readonly replaced: readonly string[];
  /** Null when nobody who has said yes takes part by link. */
  readonly remote: RemoteSpeakers | null;
}

/** Confirmed speakers who take part by link, and when they are needed. */
export interface RemoteSpeakers {
  readonly people: readonly MeetingPerson[];
  /** How many of them have no address to invite. */
  readonly withoutAddress: number;
  /** Local, from a quarter before the first of their items to a quarter after the last. */
  readonly start: string;
  readonly end: string;
  readonly subject: string;
  readonly html: string;
}

export interface MeetingVenue {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly street: string | null;
  readonly mailbox: string | null;
}

/** One meeting as it should be. */
export interface DesiredMeeting {
  readonly sessionId: SessionId;
  readonly part: MeetingPart;
  readonly mailbox: string;
  readonly subject: string;
  readonly html: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly location: MeetingDraft['location'];
  readonly attendees: readonly MeetingAttendee[];
  readonly isOnline: boolean;
  /** From then on every change but one of attendees alone mails a hall full of people. */
  readonly invitesParticipants: boolean;
}

/** Sessions without a meeting here are taken out of Outlook, except those in `leave` (past, or asleep), which nobody touches. */
export interface Desired {
  readonly meetings: readonly DesiredMeeting[];
  readonly leave: ReadonlySet<SessionId>;
}

/** What we wrote last, as the mirror keeps it. */
export interface WrittenMeeting {
  readonly subject: string;
  readonly html: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly location: MeetingDraft['location'];
  readonly attendees: readonly MeetingAttendee[];
  readonly isOnline: boolean;
  readonly invitesParticipants: boolean;
  /** When the room on the event was last asked; null without one, missing in old rows. */
  readonly roomAskedAt?: string | null;
  /** A heading that somebody gave it in Outlook and that is right, for as long as the plan's own is the same. */
  readonly agreedSubject?: { readonly plan: string; readonly outlook: string };
  /** Counts the events that a session has had: a new one after a cancelled one gets a key of its own. */
  readonly generation: number;
  /** who stands on it, or what they answer, has been disposed of, so neither is taken in again. */
  readonly disposed?: true;
}

export interface Mirror {
  readonly sessionId: SessionId;
  readonly part: MeetingPart;
  readonly mailbox: string;
  readonly transactionId: string;
  readonly eventId: string | null;
  readonly etag: string | null;
  /** Of an online meeting; null when Outlook has made it without one. */
  readonly joinUrl: string | null;
  readonly written: WrittenMeeting;
  readonly state: 'intended' | 'live' | 'cancelled';
  readonly drift: Drift | null;
  readonly problem: string | null;
  /** A change of it waits until this ISO instant; null when none does, missing in tests. */
  readonly heldUntil?: string | null;
}

/**
 * Field → what somebody has written there in Outlook. `removed` when the event is gone, `room` when its room has been taken
 * off, `people` the folded addresses of those who have, with spaces between.
 */
export type Drift = Readonly<
  Partial<Record<'subject' | 'start' | 'end' | 'location' | 'removed' | 'room' | 'people', string>>
>;

export type ChangedField = 'subject' | 'html' | 'time' | 'location' | 'attendees';

/** The smallest step between what is and what should be. */
export type Operation =
  | {
      readonly kind: 'create';
      readonly meeting: DesiredMeeting;
      readonly generation: number;
      readonly mayExist: boolean;
    }
  | {
      readonly kind: 'change';
      readonly meeting: DesiredMeeting;
      readonly mirror: Mirror;
      readonly fields: readonly ChangedField[];
    }
  | { readonly kind: 'cancel'; readonly mirror: Mirror; readonly mailsPeople: boolean };

/** GET /meetings. */
export interface MeetingsView {
  /** The product's clock, ISO: what is left of a wait is counted from here. */
  readonly now: string;
  readonly sessions: readonly SessionMeeting[];
}

export interface SessionMeeting {
  readonly sessionId: SessionId;
  readonly number: number;
  readonly title: string;
  readonly roomStatus: RoomStatus;
  /** The room's or host's words, or why Outlook refused. */
  readonly roomNote: string | null;
  readonly venue: string | null;
  readonly eventId: string | null;
  readonly state: 'none' | 'intended' | 'live' | 'cancelled';
  /** Seats of confirmed participants on the event, their own or their substitute's; room and staff are not counted. */
  readonly invited: number;
  /** More than the planning group has it, so a mere wording waits for the next change of time or place. */
  readonly isOut: boolean;
  readonly accepted: number;
  readonly declined: number;
  readonly tentative: number;
  readonly none: number;
  /** ISO instant of the last reading of the calendar. */
  readonly lastSync: string | null;
  readonly drift: Drift | null;
  /** What it differs from: the same fields as we wrote them last; null without a difference. */
  readonly written: Pick<WrittenMeeting, 'subject' | 'start' | 'end' | 'location'> | null;
  /** Names of those whom somebody has taken off in Outlook. */
  readonly missing: readonly string[];
  /** ISO instant until which a change waits, so that it can be undone; null when none does. */
  readonly heldUntil: string | null;
  /** The waiting change is a move that can be taken back as it was. */
  readonly canUndoMove: boolean;
  /** What people still have in their calendars while the room is asked for another time or place; null when it is as planned. */
  readonly waitsForRoom: Standing | null;
  /** CAL-02: null when the project has no shared calendar. `stale`: it stands there, but not as it has become. */
  readonly sharedCalendar: 'written' | 'stale' | 'missing' | 'failed' | null;
  /** Whom somebody else has put on it, and nobody has said who they are. */
  readonly strangers: readonly Pick<Stranger, 'address' | 'name'>[];
  /** SPK-02: the separate online meeting; null when nobody takes part by link. */
  readonly speakersLink: SpeakersLink | null;
  /** What somebody had invited to before the tool, and how they cancel it. */
  readonly earlier: (EarlierInvitation & EarlierCancelling) | null;
  /** `roomUndecided`, `noOnlineMeeting`, `speakerWithoutAddress`, `speakersLinkRemoved`, else Outlook's own code. */
  readonly problem: string | null;
  /** What it means and what to do. */
  readonly problemWords: Words | null;
}

export interface Standing {
  /** Local, `2026-09-22T08:30:00`. */
  readonly start: string;
  readonly end: string;
  readonly place: string;
}

export interface SpeakersLink {
  /** `waiting`: until the room is settled. */
  readonly state: 'waiting' | 'invited' | 'failed';
  readonly speakers: number;
  readonly withoutAddress: number;
}

export type MeetingRefusal = 'dormant';

export const meetingRefusals: ReasonWords<MeetingRefusal> = {
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan kalendern skrivas.',
    en: 'The learning project is dormant. Wake it first, then the calendar can be written.',
  },
};
