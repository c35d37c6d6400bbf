import type { OpenAnswers } from './open-questions.ts';

/** What the sandbox is made from: an organisation with its people, rooms, mailboxes and teams. Plain data, JSON-safe. */
export interface World {
  /** Entra tenant id, a GUID. */
  readonly tenantId: string;
  readonly tenantName: string;
  /** Mail domain of the tenant. An address here that nobody has bounces. */
  readonly tenantDomain: string;
  /** Where a new sandbox's clock starts, ISO instant. */
  readonly startsAt: string;
  /** Drives every answer that people give; the same seed lives the same life. */
  readonly seed: number;
  readonly people: readonly Person[];
  readonly rooms: readonly Room[];
  readonly roomLists: readonly RoomList[];
  readonly mailboxes: readonly SharedMailbox[];
  readonly teams: readonly Team[];
  /** Group chats that are there from the start. */
  readonly groupChats?: readonly GroupChat[];
  /** Hosts of the web outside that have pages, such as the region's. */
  readonly webHosts?: readonly string[];
  /** Mailboxes the app may reach (RBAC for Applications). Absent means all of them. */
  readonly appScope?: readonly string[];
  /** Registered apps. Absent means that any client id and secret signs in. */
  readonly apps?: readonly RegisteredApp[];
  /** How people answer who have no temperament of their own. */
  readonly temperament?: Temperament;
  /** Seconds from the first question for a channel's folder until SharePoint has made it. */
  readonly channelFolderAfterSeconds?: number;
  /** How this tenant answers what no document does; as usual where it says nothing. */
  readonly answers?: Partial<OpenAnswers>;
  /** What a throttled call is told to wait. */
  readonly retryAfterSeconds?: number;
}

export interface RegisteredApp {
  readonly appId: string;
  readonly clientSecret: string;
  readonly secretHasExpired?: boolean;
  readonly isDisabled?: boolean;
  /** Application permissions consented in Entra, for the whole tenant; absent with `exchangeRoles`: every one there is. */
  readonly consented?: readonly string[];
  /** Given in Exchange for named mailboxes alone. Both ways add up. */
  readonly exchangeRoles?: readonly { readonly permission: string; readonly mailboxes: readonly string[] }[];
}

/** `member` and `guest` have a user object, `external` and `mailOnly` are mere addresses in other organisations. */
export type PersonKind = 'member' | 'guest' | 'external' | 'mailOnly';

export interface Person {
  /** Entra object id, a GUID. */
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  /** A guest's holds `#EXT#`: `anna_falun.example#EXT#@region.example`. */
  readonly userPrincipalName: string;
  readonly kind: PersonKind;
  readonly jobTitle?: string;
  readonly temperament?: Temperament;
}

/** Chances between 0 and 1; what is left over stays silent. */
export interface Temperament {
  readonly accept: number;
  readonly decline: number;
  readonly tentative: number;
  /** Earliest and latest answer after the invitation, minutes of sandbox time. */
  readonly delayMinutes: readonly [number, number];
  /** Their mails come back: nobody has the address, its host is not there, or the mailbox is full. */
  readonly bounces?: 'unknownPerson' | 'unknownHost' | 'full';
}

export interface GroupChat {
  /** `19:…@thread.v2` */
  readonly id: string;
  readonly title: string;
  /** Object ids. */
  readonly memberIds: readonly string[];
}

export interface Room {
  readonly mail: string;
  readonly displayName: string;
  readonly capacity: number;
  readonly city?: string;
  readonly building?: string;
  readonly isWheelChairAccessible?: boolean;
  readonly audioDeviceName?: string;
  readonly videoDeviceName?: string;
  readonly displayDeviceName?: string;
  readonly tags?: readonly string[];
  readonly policy?: Partial<RoomPolicy>;
  /** False for a place that is only described: nobody can ask when it is free. */
  readonly hasMailbox?: boolean;
}

/** Exchange's calendar processing for a room. None of it can be read through Graph. */
export interface RoomPolicy {
  readonly bookingType: 'standard' | 'reserved';
  readonly bookingWindowInDays: number;
  readonly maximumDurationInMinutes: number;
  readonly allowConflicts: boolean;
  readonly enforceCapacity: boolean;
  /** Last instant a meeting may end, when the room goes out of use. */
  readonly acceptsUntil: string | null;
  readonly answerDelaySeconds: number;
  /** A delegate decides: the room says tentative first. */
  readonly delegate: { readonly afterSeconds: number; readonly answer: 'accept' | 'decline' | 'none' } | null;
}

/** The defaults of `Set-CalendarProcessing`; the delay is our own choice, Exchange promises none. */
export const exchangeDefaults: RoomPolicy = {
  bookingType: 'standard',
  bookingWindowInDays: 180,
  maximumDurationInMinutes: 1440,
  allowConflicts: false,
  enforceCapacity: false,
  acceptsUntil: null,
  answerDelaySeconds: 20,
  delegate: null,
};

export const usualTemperament: Temperament = { accept: 0.84, decline: 0.05, tentative: 0.05, delayMinutes: [10, 2880] };

export interface RoomList {
  readonly mail: string;
  readonly displayName: string;
  readonly rooms: readonly string[];
}

export interface SharedMailbox {
  readonly mail: string;
  readonly displayName: string;
  /** Without a Teams licence the list is empty and `isOnlineMeeting` is ignored. */
  readonly onlineMeetingProviders: readonly 'teamsForBusiness'[];
  /** Names of calendars beside the default one. */
  readonly calendars?: readonly string[];
}

export interface Team {
  readonly id: string;
  readonly displayName: string;
  readonly channels: readonly Channel[];
  readonly members: readonly { readonly personId: string; readonly roles: readonly ('owner' | 'guest')[] }[];
}

export interface Channel {
  /** Thread id, `19:…@thread.tacv2`. */
  readonly id: string;
  readonly displayName: string;
  readonly membershipType?: 'standard' | 'private' | 'shared';
}
