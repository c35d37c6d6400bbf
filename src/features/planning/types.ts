import type { OrganisationId, PersonId, ProjectKey, SessionId, SpeakerId, VenueId } from '../../domain/ids.ts';
import type { DietaryTerms } from '../../domain/dietary-terms.ts';
import type { OrganisationType } from '../../domain/organisation.ts';
import type { AccountType, Role } from '../../domain/people.ts';
import type { SessionDay } from '../../domain/session-day.ts';
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
  readonly dietaryTerms: DietaryTerms;
  readonly state: ProjectState;
  /** Blocks of the project file that are kept without being worked with, such as `costs` and `homework`. */
  readonly blocks: Readonly<Record<string, unknown>>;
  /** ISO, UTC. */
  readonly createdAt: string;
  /** `manual`: a person sends what the tool has prepared. */
  readonly delivery: 'manual' | 'graph';
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
  /** Who sees to it that the item goes as planned. */
  readonly responsibleId?: PersonId;
}

export interface Session {
  readonly id: SessionId;
  readonly number: number;
  /** Which day of a session that lasts several (RG-07); null for a session of one day. */
  readonly day: SessionDay | null;
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

/** An organisation has said that it takes no part. */
export interface Abstention {
  /** Local day. */
  readonly on: string;
  /** The person or the office, as the content lead wrote it. */
  readonly saidBy: string;
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

export interface SpeakerLink {
  readonly url: string;
  readonly title?: string | undefined;
}

export interface Speaker {
  readonly id: SpeakerId;
  readonly displayName: string;
  /** Set when the speaker is somebody of the project too (RG-05): one person, one lunch. */
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
  /** RG-04: where one can read on. */
  readonly links: readonly SpeakerLink[];
  /** Who in the planning group keeps in touch. */
  readonly ownerId: PersonId | null;
  /** Local days of the question and of the latest answer. */
  readonly askedOn: string | null;
  readonly answeredOn: string | null;
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

/** A project without the file's own blocks, which only some rules read. */
export type ProjectHead = Omit<Project, 'blocks'>;

/** When a session is, in the project's zone. */
export type SessionTime = Pick<Session, 'id' | 'date' | 'startTime' | 'endTime' | 'cancelled'>;

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

/** Why a change of the plan was not made. */
export type PlanRefusal =
  | 'noProject'
  | 'noSession'
  | 'noPerson'
  | 'noOrganisation'
  | 'noContentLead'
  | 'noAddress'
  | 'addressTaken'
  | 'addressHasAccents'
  | 'ownAddress'
  | 'leadIsDeputy'
  | 'personHasRole'
  | 'personIsRegistered'
  | 'personHasTask'
  | 'personIsNamed'
  | 'idTaken'
  | 'badDate'
  | 'dayAhead'
  | 'badTime'
  | 'noDateYet'
  | 'dayTaken'
  | 'endsBeforeStart'
  | 'setupAfterStart'
  | 'inThePast'
  | 'alreadyHeld'
  | 'cancelled'
  | 'closesBeforeOpening'
  | 'registrationClosed'
  | 'noRule'
  | 'noReason'
  | 'neverOverridden'
  | 'notByHand'
  | 'blocked'
  | 'notDormant'
  | 'dietaryUndecided'
  | 'previewChanged'
  | 'nothingToUndo'
  | 'goneOut';

/** What is shown before a confirm; the confirm carries the first two. */
export interface PlanPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  /** What will happen, a sentence each. */
  readonly lines: readonly Words[];
}

/** Adding a session: who gets a booking, and what speaks against the day. */
export interface AddPreview extends PlanPreview {
  readonly warnings: readonly DateAdvice[];
}

export interface ActivationPreview extends PlanPreview {
  readonly state: ProjectState;
}

export interface NewProject {
  /** Made of the title when left out. */
  readonly id?: string | undefined;
  readonly title: string;
  /** How many sessions to begin with; four when left out. */
  readonly sessions?: number | undefined;
}

/** What is left out stays; null takes a value away. */
export interface ProjectPatch {
  readonly title?: string | undefined;
  readonly subtitle?: string | null | undefined;
  readonly challenge?: string | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly municipalNeed?: string | null | undefined;
  readonly diaryNumber?: string | null | undefined;
  readonly targetGroups?: readonly string[] | undefined;
  readonly maxPerOrganisation?: Readonly<Record<string, number>> | undefined;
  readonly maxTotal?: number | null | undefined;
  /** Local day. */
  readonly registrationOpens?: string | null | undefined;
  /** Local minute, `2026-08-28T16:00`. */
  readonly registrationCloses?: string | null | undefined;
  readonly keyDates?: Readonly<Record<string, string | null>> | undefined;
  readonly registrationUrl?: string | null | undefined;
  readonly webPage?: string | null | undefined;
  readonly organiserMailbox?: string | null | undefined;
  readonly sharedCalendarMailbox?: string | null | undefined;
  readonly guestPolicy?: Partial<GuestPolicy> | undefined;
  readonly dietaryTerms?: DietaryTerms | undefined;
  /** The invitation's own texts and the addresses of two of its three groups (INV-06, INV-09, INV-11). */
  readonly invitation?: Readonly<Record<string, string>> | undefined;
}

export interface NewPerson {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly organisationId: OrganisationId | null;
  readonly unit?: string | null | undefined;
  readonly email: string;
  readonly phone?: string | null | undefined;
  readonly accountType?: AccountType | undefined;
}

/** What can be corrected of somebody who plans. */
export type StaffPerson = Pick<Person, 'givenName' | 'familyName' | 'title' | 'organisationId' | 'email' | 'phone'>;

/** The whole set: who is left out has no role any more. */
export interface RoleAssignment {
  readonly contentLead: PersonId;
  readonly deputy?: PersonId | null | undefined;
  readonly processFacilitator?: PersonId | null | undefined;
  readonly planningGroup: readonly PersonId[];
  readonly workingGroup: readonly PersonId[];
  readonly steeringGroup: readonly PersonId[];
  /** People who are not in the project yet. */
  readonly people?: readonly NewPerson[] | undefined;
}

/** What is left out stays; null takes a value away. Dates and times are changed by a move. */
/** A meeting that somebody organised in their own Outlook before the tool. */
export interface EarlierInvitation {
  /** Who organised it, by name. */
  readonly by: string;
  /** Local day; null until it is cancelled. */
  readonly cancelledOn: string | null;
}

export interface SessionPatch {
  readonly title?: string | undefined;
  readonly theme?: string | null | undefined;
  readonly fullDay?: boolean | undefined;
  readonly format?: Session['format'] | undefined;
  /** Why it is not held in a room (VEN-03). */
  readonly formatReason?: string | null | undefined;
  /** ROO-01: when those who furnish the room are there, a clock time of the session's own day; null takes it away. */
  readonly setupStart?: string | null | undefined;
  readonly preparation?: string | null | undefined;
  readonly agenda?: readonly AgendaItem[] | undefined;
  readonly layout?: string | null | undefined;
  readonly bookedEquipment?: readonly string[] | undefined;
  readonly earlierInvitation?: { readonly by: string; readonly cancelledOn?: string | undefined } | null | undefined;
}

export interface NewTime {
  /** Local day and clock times. */
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
}

export interface NewSession extends SessionPatch, Partial<{ readonly [Part in keyof NewTime]: string | undefined }> {
  readonly title: string;
}

/** A confirm carries what its preview showed. */
export interface Confirm {
  readonly textVersion: string;
  readonly recipientCount: number;
}
