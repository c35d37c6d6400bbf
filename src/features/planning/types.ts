import type { OrganisationId, PersonId, ProjectKey, SessionId, SpeakerId, VenueId } from '../../domain/ids.ts';
import type { OrganisationType } from '../../domain/organisation.ts';
import type { AccountType, Role } from '../../domain/people.ts';
import type { Words } from '../../domain/words.ts';

/** `dormant`: stands still, nothing goes out, until the content lead has confirmed what would. */
export type ProjectState = 'dormant' | 'active' | 'closed';

export interface GuestPolicy {
  readonly substituteAllowed: boolean;
  readonly colleagueAllowedSessions: readonly SessionId[];
  readonly note?: string;
}

export interface Project extends ProjectKey {
  readonly title: string;
  readonly subtitle: string | null;
  readonly challenge: string | null;
  readonly purpose: string | null;
  readonly municipalNeed: string | null;
  readonly diaryNumber: string | null;
  readonly targetGroups: readonly string[];
  /** Type of organisation → most participants from one such organisation; a missing type has no limit. */
  readonly maxPerOrganisation: Readonly<Record<string, number>>;
  readonly maxTotal: number | null;
  readonly guidelineVersion: string;
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Days (`YYYY-MM-DD`) and notes by name, such as `dalating` and `steeringDecision`. */
  readonly keyDates: Readonly<Record<string, string>>;
  /** Local day. */
  readonly registrationOpens: string | null;
  /** The minute, ISO with the zone's offset. */
  readonly registrationCloses: string | null;
  readonly registrationUrl: string | null;
  readonly webPage: string | null;
  readonly contactPersonId: PersonId | null;
  readonly organiserMailbox: string | null;
  readonly sharedCalendarMailbox: string | null;
  readonly guestPolicy: GuestPolicy;
  readonly state: ProjectState;
  /** Blocks of the project file that are kept without being worked with, such as `costs` and `homework`. */
  readonly blocks: Readonly<Record<string, unknown>>;
  /** ISO, UTC. */
  readonly createdAt: string;
  /** Rises with every change of the plan. */
  readonly revision: number;
}

/** One agenda item; times local, `HH:mm`. */
export interface AgendaItem {
  readonly start: string;
  readonly end: string;
  readonly type: string;
  readonly title: string;
  readonly speakerIds?: readonly SpeakerId[];
  readonly mode?: 'remote' | 'onsite';
}

export interface Session {
  readonly id: SessionId;
  readonly number: number;
  readonly title: string;
  readonly theme: string | null;
  /** Local day, null while none is set; then start, end, localStart, localEnd and isoWeek are null too. */
  readonly date: string | null;
  /** Local `HH:mm`. */
  readonly startTime: string | null;
  readonly endTime: string | null;
  /** ISO with the offset that holds in the project's zone then: `2026-09-22T08:30:00+02:00`. */
  readonly start: string | null;
  readonly end: string | null;
  /** Local without offset, `2026-09-22T08:30`. */
  readonly localStart: string | null;
  readonly localEnd: string | null;
  readonly isoWeek: number | null;
  readonly fullDay: boolean;
  readonly format: 'onsite' | 'digital' | 'hybrid';
  readonly venueId: VenueId | null;
  /** null: nobody has answered yet; "inget" is an answer. */
  readonly preparation: string | null;
  readonly agenda: readonly AgendaItem[];
  readonly layout: string | null;
  /** What an imported file claimed was booked: history, never acted on. */
  readonly importedRoomStatus: string | null;
  readonly cancelled: boolean;
  /** The rest of the file's entry (catering, setupMeeting, documentation, soundingBoardOrganisationIds …). */
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface Person {
  readonly id: PersonId;
  readonly kind: 'staff' | 'participant';
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  readonly title: string;
  readonly organisationId: OrganisationId | null;
  readonly unit: string | null;
  readonly email: string;
  /** Folded address: trimmed, lower case. Unique in the project. */
  readonly emailKey: string;
  readonly phone: string | null;
  readonly accountType: AccountType;
  /** Entra object id, once joined. */
  readonly oid: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface RoleHolder {
  readonly personId: PersonId;
  readonly role: Role;
}

export interface Organisation {
  readonly id: OrganisationId;
  readonly type: OrganisationType;
  readonly name: string;
  readonly shortName: string;
  readonly code: string | null;
  readonly emailDomain: string | null;
  readonly functionMailbox: string | null;
  readonly registrarMailbox: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface Venue {
  readonly id: VenueId;
  readonly name: string;
  readonly city: string;
  readonly ownerOrganisationId: OrganisationId | null;
  readonly own: boolean;
  readonly capacity: number | null;
  readonly equipment: readonly string[];
  readonly layoutOptions: readonly string[];
  readonly roomMailbox: string | null;
  readonly bookingContact: string | null;
  readonly stepFree: boolean | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface Speaker {
  readonly id: SpeakerId;
  readonly displayName: string;
  /** Set when the speaker is also a participant: one person, one lunch. */
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  readonly title: string | null;
  readonly topic: string | null;
  readonly kind: string | null;
  readonly mode: 'remote' | 'onsite';
  readonly status: string | null;
  readonly email: string | null;
  readonly techTest: string | null;
  readonly costSek: number | null;
  /** null: not asked or not answered. */
  readonly slidesConsent: boolean | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** One of the projects that somebody may see. */
export interface ProjectListItem {
  readonly projectId: string;
  readonly title: string;
  readonly state: ProjectState;
  readonly roles: readonly Role[];
  /** Local day of the first and last session, null without dates. */
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

/** What a tick needs to know of each project. */
export interface ProjectRef extends ProjectKey {
  readonly state: ProjectState;
  readonly isDormant: boolean;
  readonly timeZone: string;
}

/** A verified sign-in. */
export interface Identity {
  readonly tenantId: string;
  readonly oid: string;
}

/** Bilingual advice about a date, worst first. */
export interface DateAdvice {
  readonly severity: 'red' | 'warning' | 'tip';
  readonly words: Words;
  readonly source: Words;
}
