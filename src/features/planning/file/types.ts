import type { DietaryTerms } from '../../../domain/dietary-terms.ts';
import type { OrganisationType } from '../../../domain/organisation.ts';
import type { AccountType, RegistrationState } from '../../../domain/people.ts';
import type { TaskSource } from '../../tasks/types.ts';
import type { Words } from '../../../domain/words.ts';

/** One thing that is wrong with a file: where, what stands there, and what to write instead. */
export interface FileProblem {
  /** `participants[3].email`; empty for the file as a whole. */
  readonly path: string;
  /** What stands there as JSON, shortened; null when nothing does or when it may be a dietary text. */
  readonly value: string | null;
  readonly words: Words;
}

/** An entry of the file: known properties, and whatever else stood there, which is kept. */
export type Loose = Record<string, unknown>;

export interface FileAgendaItem extends Loose {
  /** `08.30` or `08:30`. */
  start: string;
  end: string;
  type: string;
  title: string;
  speakerIds?: string[] | undefined;
  mode?: 'remote' | 'onsite' | undefined;
  responsibleId?: string | undefined;
}

export interface FileSession extends Loose {
  id: string;
  number?: number | undefined;
  title: string;
  theme?: string | null | undefined;
  /** Local day. */
  date?: string | null | undefined;
  /** ISO with offset. */
  start?: string | null | undefined;
  end?: string | null | undefined;
  timeZone?: string | undefined;
  fullDay?: boolean | undefined;
  format?: 'onsite' | 'digital' | 'hybrid' | undefined;
  venueId?: string | null | undefined;
  roomBookingStatus?: string | null | undefined;
  preparation?: string | null | undefined;
  agenda?: FileAgendaItem[] | undefined;
  layout?: string | null | undefined;
  cancelledAt?: string | null | undefined;
}

export interface FilePerson extends Loose {
  id: string;
  givenName: string;
  familyName: string;
  displayName?: string | undefined;
  title?: string | null | undefined;
  organisationId?: string | null | undefined;
  unit?: string | null | undefined;
  email: string;
  phone?: string | null | undefined;
  accountType?: AccountType | undefined;
}

export interface FileRegistration extends Loose {
  registeredAt?: string | null | undefined;
  source?: string | undefined;
  commitmentAccepted?: boolean | undefined;
  commitmentAt?: string | null | undefined;
  commitmentVersion?: string | null | undefined;
  status?: RegistrationState | undefined;
  waitingPosition?: number | null | undefined;
  cancelledAt?: string | null | undefined;
  registrationWarnings?: string[] | undefined;
  sharesPhone?: boolean | undefined;
}

export type FileParticipant = FilePerson & FileRegistration;

export interface FileStaff extends FilePerson {
  /** When one of those who arrange it takes part as well. */
  registration?: FileRegistration | undefined;
}

export interface FileOrganisation extends Loose {
  id: string;
  type: OrganisationType;
  name: string;
  shortName?: string | undefined;
  code?: string | null | undefined;
  emailDomain?: string | null | undefined;
  functionMailbox?: string | null | undefined;
  registrarMailbox?: string | null | undefined;
}

export interface FileVenue extends Loose {
  id: string;
  name: string;
  city?: string | null | undefined;
  ownerOrganisationId?: string | null | undefined;
  own?: boolean | undefined;
  capacity?: number | null | undefined;
  layoutOptions?: string[] | undefined;
  roomMailbox?: string | null | undefined;
  bookingContact?: string | null | undefined;
  equipment?: string[] | undefined;
  stepFree?: boolean | null | undefined;
}

export interface FileSpeaker extends Loose {
  id: string;
  displayName: string;
  participantId?: string | null | undefined;
  organisationId?: string | null | undefined;
  title?: string | null | undefined;
  topic?: string | null | undefined;
  kind?: string | null | undefined;
  mode?: 'remote' | 'onsite' | undefined;
  status?: string | null | undefined;
  email?: string | null | undefined;
  techTest?: string | null | undefined;
  costSek?: number | null | undefined;
  slidesConsent?: boolean | null | undefined;
  /** An address, or an address with a title. */
  links?: (string | (Loose & { url: string }))[] | null | undefined;
  ownerId?: string | null | undefined;
  /** Local days. */
  askedOn?: string | null | undefined;
  answeredOn?: string | null | undefined;
}

export interface FileThemeProposal extends Loose {
  id: string;
  title: string;
  why?: string | null | undefined;
  proposedBy?: string | null | undefined;
  supportMunicipalities?: number | null | undefined;
  /** Organisations by id. */
  supporters?: string[] | undefined;
  decision?: 'open' | 'selected' | 'notSelected' | 'deferred' | null | undefined;
}

export interface FileConsultation extends Loose {
  forum: string;
  /** Local day. */
  date?: string | null | undefined;
  summary?: string | null | undefined;
  /** Organisations by id. */
  heard?: string[] | undefined;
}

export interface FileThemeDecision extends Loose {
  by?: string | null | undefined;
  /** Local day. */
  date?: string | null | undefined;
  themeProposalId?: string | null | undefined;
  paragraph?: string | null | undefined;
  note?: string | null | undefined;
}

export interface FileGovernance extends Loose {
  steeringGroup?: string[] | undefined;
  workingGroup?: string[] | undefined;
  planningGroup?: string[] | undefined;
  contentLead?: string | null | undefined;
  deputy?: string | null | undefined;
  processFacilitator?: string | null | undefined;
  themeProposals?: FileThemeProposal[] | undefined;
  consultations?: FileConsultation[] | undefined;
  decision?: FileThemeDecision | null | undefined;
}

export interface FileProject extends Loose {
  id: string;
  title: string;
  diaryNumber?: string | null | undefined;
  subtitle?: string | null | undefined;
  challenge?: string | null | undefined;
  purpose?: string | null | undefined;
  municipalNeed?: string | null | undefined;
  targetGroups?: string[] | undefined;
  maxParticipantsPerOrganisation?: Record<string, number> | undefined;
  maxParticipantsTotal?: number | null | undefined;
  guidelineVersion?: string | undefined;
  keyDates?: Record<string, string | null> | undefined;
  webPage?: string | null | undefined;
  registrationUrl?: string | null | undefined;
  contact?: ({ personId?: string | null | undefined } & Loose) | undefined;
  sharedCalendarMailbox?: string | null | undefined;
  organiserMailbox?: string | null | undefined;
  dietaryTerms?: { readonly [Name in keyof DietaryTerms]?: DietaryTerms[Name] | undefined } | undefined;
  guestPolicy?:
    ({ substituteAllowed?: boolean | undefined; colleagueAllowedSessions?: string[] | undefined } & Loose) | undefined;
}

export interface FileDietary extends Loose {
  participantId: string;
  text: string;
}

/** What the tool itself has recorded. Written on export; on import it is history. */
export interface FileMilestone extends Loose {
  name: string;
  at: string;
}

export interface FileOverride extends Loose {
  ruleId: string;
  sessionId?: string | undefined;
  reason: string;
  by: string;
  at: string;
}

/** Something that somebody of those who arrange has to do. */
export interface FileTask extends Loose {
  id: string;
  what: string;
  ownerId?: string | null | undefined;
  /** Local day. */
  due?: string | null | undefined;
  source?: TaskSource | undefined;
  ruleId?: string | null | undefined;
  createdBy?: string | undefined;
  createdAt?: string | undefined;
  doneAt?: string | null | undefined;
  doneBy?: string | null | undefined;
}

/** What the planning group has decided. The steering group's decision on the theme stands in `governance`. */
export interface FileDecision extends Loose {
  id: string;
  text: string;
  /** Local day. */
  date: string;
  by?: string | undefined;
  createdAt?: string | undefined;
}

/** Where something is published and in which words; on which day is the milestone of the same name. */
/** what is decided about a class of data. */
export interface FileRetention extends Loose {
  dataClass: string;
  way: 'keep' | 'dispose';
  days?: number | null | undefined;
  decision?: string | null | undefined;
  decidedOn?: string | null | undefined;
}

export interface FilePublication extends Loose {
  channel: string;
  url?: string | null | undefined;
  text?: string | null | undefined;
}

export interface FileAttendance extends Loose {
  sessionId: string;
  participantId: string;
  answer?: 'none' | 'accepted' | 'declined' | 'tentativelyAccepted' | undefined;
  answeredAt?: string | undefined;
  ownAnswer?: 'none' | 'accepted' | 'declined' | 'tentativelyAccepted' | undefined;
  ownAnswerAt?: string | undefined;
  attended?: boolean | undefined;
}

export interface FileGuest extends Loose {
  id: string;
  sessionId: string;
  kind: 'substitute' | 'colleague';
  hostId: string;
  givenName: string;
  familyName: string;
  organisationId?: string | null | undefined;
  email: string;
  createdAt: string;
  cancelledAt?: string | undefined;
}

/** A whole project, version 1. The description for people is the README beside this file. */
export interface ProjectFile extends Loose {
  schemaVersion: 1;
  language?: string | undefined;
  timeZone?: string | undefined;
  project: FileProject;
  governance?: FileGovernance | undefined;
  organisations?: FileOrganisation[] | undefined;
  staff?: FileStaff[] | undefined;
  participants?: FileParticipant[] | undefined;
  dietary?: FileDietary[] | undefined;
  speakers?: FileSpeaker[] | undefined;
  venues?: FileVenue[] | undefined;
  sessions?: FileSession[] | undefined;
  milestones?: FileMilestone[] | undefined;
  publications?: FilePublication[] | undefined;
  retention?: FileRetention[] | undefined;
  overrides?: FileOverride[] | undefined;
  attendance?: FileAttendance[] | undefined;
  guests?: FileGuest[] | undefined;
  tasks?: FileTask[] | undefined;
  decisions?: FileDecision[] | undefined;
}

export interface ImportedProject {
  readonly projectId: string;
  readonly title: string;
  readonly participants: number;
  readonly sessions: number;
  /** Who can go on: previews what would go out and confirms it. */
  readonly contentLead: string | null;
}

export type ImportRefusal = 'invalidFile' | 'alreadyHere' | 'notDormant' | 'idTaken';

export interface RefusedImport {
  readonly ok: false;
  readonly reason: ImportRefusal;
  readonly details: Readonly<Record<string, string | number>>;
  /** Everything that is wrong with the file, in the file's order; empty for the other reasons. */
  readonly problems: readonly FileProblem[];
}

export type ImportOutcome = { readonly ok: true; readonly value: ImportedProject } | RefusedImport;
