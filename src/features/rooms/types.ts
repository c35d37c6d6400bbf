import type { SessionId, VenueId } from '../../domain/ids.ts';
import type { ReasonWords, Words } from '../../domain/words.ts';

/** As stored. `tentative`: somebody has to approve. `…ByHand`: said by the host on the link, or by the lead. */
export type RoomStatus =
  'none' | 'asked' | 'accepted' | 'tentative' | 'declined' | 'askedByMail' | 'confirmedByHand' | 'declinedByHand';

export const roomStatusWords: Readonly<Record<RoomStatus, Words>> = {
  none: { sv: 'Inte bokad', en: 'Not booked' },
  asked: { sv: 'Bokad, rummet har inte svarat än', en: 'Booked, the room has not answered yet' },
  accepted: { sv: 'Rummet har tackat ja', en: 'The room has accepted' },
  tentative: { sv: 'Någon ska godkänna bokningen', en: 'Somebody has to approve the booking' },
  declined: { sv: 'Rummet har tackat nej', en: 'The room has declined' },
  askedByMail: { sv: 'Frågad i mejl, inget svar än', en: 'Asked by mail, no answer yet' },
  confirmedByHand: { sv: 'Bekräftad av värden', en: 'Confirmed by the host' },
  declinedByHand: { sv: 'Värden har sagt nej', en: 'The host has said no' },
};

export interface Booking {
  readonly sessionId: SessionId;
  readonly venueId: VenueId;
  readonly status: RoomStatus;
  /** ISO instants. */
  readonly askedAt: string | null;
  readonly answeredAt: string | null;
  /** The room's or host's words. */
  readonly note: string | null;
  readonly headCount: number;
  readonly headCountSource: HeadCountSource;
  readonly overrideReason: string | null;
  /** The local time it was asked for; null in old rows. */
  readonly askedFor: string | null;
}

/** How many the room must seat, and where the figure comes from. */
export type HeadCountSource = 'confirmed' | 'maximum' | 'unknown';

export interface SeatNeed {
  /** 0 when neither registrations nor a maximum are known; then no room is too small. */
  readonly total: number;
  readonly participants: number;
  readonly leaders: number;
  readonly source: HeadCountSource;
}

export type Availability = 'free' | 'ours' | 'busy' | 'unknown';

/** One venue as it stands for one session. */
export interface VenueOption {
  readonly venueId: VenueId;
  readonly name: string;
  readonly city: string;
  readonly capacity: number | null;
  readonly equipment: readonly string[];
  /** With a room mailbox the room answers by itself; otherwise its host is asked by mail. */
  readonly hasMailbox: boolean;
  readonly canBeAsked: boolean;
  readonly availability: Availability;
  readonly isTooSmall: boolean;
  readonly warnings: readonly RoomWarning[];
}

/** Whether a venue would do: wholly, if one can do without some equipment, or not at all. */
export type VenueFit = 'fits' | 'lacksEquipment' | 'no';

export interface RoomWarning {
  readonly code:
    | 'tooSmall'
    | 'lacksEquipment'
    | 'busy'
    | 'nobodyToAsk'
    | 'unknownCapacity'
    | 'calendarUnseen'
    | 'notStepFree'
    | 'notOwn'
    | 'noMicrophone'
    | 'unknownNeed';
  readonly words: Words;
}

/** GET /rooms. */
export interface RoomsView {
  readonly sessions: readonly RoomSession[];
}

export interface RoomSession {
  readonly sessionId: SessionId;
  readonly number: number;
  readonly title: string;
  /** Local day and times, null while none are set. */
  readonly date: string | null;
  readonly start: string | null;
  readonly end: string | null;
  /** False for a digital, cancelled, undated or past session: there is nothing to book. */
  readonly isBookable: boolean;
  readonly need: SeatNeed;
  /** "34 anmälda + 4 ledare = 38". */
  readonly needText: string;
  /** `isCurrent` is false when the session has moved since its venue was asked. */
  readonly booking:
    (Booking & { readonly venueName: string; readonly statusText: string; readonly isCurrent: boolean }) | null;
  /** The venue of the plan when it can be had, else the smallest free one that fits. */
  readonly proposal: VenueId | null;
  readonly options: readonly (Omit<VenueOption, 'warnings'> & {
    readonly warnings: readonly string[];
    readonly fit: VenueFit;
  })[];
  /** Of the venue that is booked or, before, proposed. */
  readonly warnings: readonly string[];
}

export interface RoomChoice {
  readonly sessionId: SessionId;
  readonly venueId: VenueId;
  /** Why this venue although it is too small or lacks something. */
  readonly overrideReason?: string | undefined;
}

/** What a confirm would do, line by line. Carried back by the confirm: if either figure changed, nothing happens. */
export interface RoomsPreview {
  readonly textVersion: string;
  /** Rooms asked and mails sent. */
  readonly recipientCount: number;
  readonly choices: readonly RoomChoice[];
  readonly lines: readonly RoomPreviewLine[];
  readonly mails: readonly {
    readonly sessionId: SessionId;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }[];
}

/** `byHand`: there is nobody to ask, so whoever confirms has booked it beside the tool. `nothing`: it is booked already. */
export type HowBooked = 'roomMailbox' | 'mail' | 'byHand' | 'nothing';

export interface RoomPreviewLine {
  readonly sessionId: SessionId;
  readonly number: number;
  readonly venueId: VenueId;
  readonly venueName: string;
  readonly how: HowBooked;
  readonly text: string;
  readonly warnings: readonly string[];
  /** The confirm must carry an override reason for this session. */
  readonly needsReason: boolean;
}

export interface RoomsConfirmed {
  readonly booked: number;
  readonly askedByMail: number;
}

export type RoomRefusal =
  | 'previewChanged'
  | 'dormant'
  | 'nothingToBook'
  | 'unknownSession'
  | 'unknownVenue'
  | 'notBookable'
  | 'reasonNeeded'
  | 'notBooked';

export const roomRefusals: ReasonWords<RoomRefusal> = {
  previewChanged: {
    sv: 'Något har ändrats sedan du såg förslaget. Inget har bokats. Läs igenom igen och bekräfta.',
    en: 'Something has changed since you saw the proposal. Nothing was booked. Read again and confirm.',
  },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan lokalerna bokas.',
    en: 'The learning project is dormant. Wake it first, then the rooms can be booked.',
  },
  nothingToBook: {
    sv: 'Det finns ingen träff att boka lokal till. Sätt datum först.',
    en: 'There is no session to book a room for. Set dates first.',
  },
  unknownSession: { sv: 'Träffen finns inte: {sessionId}.', en: 'No such session: {sessionId}.' },
  unknownVenue: { sv: 'Lokalen finns inte: {venueId}.', en: 'No such venue: {venueId}.' },
  notBookable: {
    sv: 'Träff {number} behöver ingen lokal: den saknar datum, är digital, inställd eller redan hållen.',
    en: 'Session {number} needs no room: it has no date, is online, cancelled or already held.',
  },
  reasonNeeded: {
    sv: 'Träff {number}: {warning} Välj en annan lokal eller skriv varför det går ändå.',
    en: 'Session {number}: {warning} Choose another venue or write why it will do.',
  },
  notBooked: { sv: 'Träffen har ingen bokning att svara på.', en: 'The session has no booking to answer.' },
};

/** What the host sees on the page behind the personal link. */
export interface VenueQuestion {
  /** The local time that the answer is about. */
  readonly askedFor: string;
  readonly projectTitle: string;
  readonly projectId: string;
  readonly number: string;
  readonly venueName: string;
  /** Already in words and in the page's language. */
  readonly when: string;
  readonly heads: number;
  readonly equipment: readonly string[];
  readonly layout: string | null;
  readonly setupFrom: string | null;
  readonly status: RoomStatus;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null };
}
