import type { Temporal } from 'temporal-polyfill';
import type { LocalDate, LocalTime } from '../domain/local-date.ts';
import type { RegionPeriod } from '../domain/region-periods.ts';
import type { SessionDay } from '../domain/session-day.ts';
import type { OrganisationType } from '../domain/organisation.ts';

/**
 * A project as the guideline's rules see it. Built by a query from the database, or by a test.
 * Ids are those of the product; a rule only compares and returns them. What is not known is left out.
 */
export type ProjectFacts = {
  /** The local day of `now` in `timeZone`. */
  readonly today: LocalDate;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  readonly guidelineVersion: string;
  /** The day when the tool took the project in; what fell due before it was somebody else's to keep. */
  readonly toolSince?: LocalDate;
  readonly project: ProjectDescription;
  /** When many or some in the region are away. */
  readonly region: readonly RegionPeriod[];
  readonly theme: ThemeFacts;
  readonly roles: RoleFacts;
  readonly organisations: readonly OrganisationFacts[];
  /** In order of number. */
  readonly sessions: readonly SessionFacts[];
  readonly invitation: InvitationFacts;
  readonly registration: RegistrationFacts;
  readonly publications: Publications;
  readonly costSplit?: CostSplit;
  /** Left out while nobody has written a line of the budget and no speaker costs anything. */
  readonly costs?: CostFacts;
  readonly dalating?: LocalDate;
  /** The day when dates and rooms were settled together. */
  readonly datesSetOn?: LocalDate;
  readonly sharedCalendarMailbox?: string;
  /** The day when the participant list lay ready for the participants. */
  readonly participantListOn?: LocalDate;
  readonly overrides: readonly Override[];
  readonly between: BetweenFacts;
  /** What somebody has said is done outside the tool, by `doneKey`, and on which day. */
  readonly doneByHand: ReadonlyMap<string, LocalDate>;
};

/** What binds the sessions together. Only counts of people. */
export type BetweenFacts = {
  readonly homework: readonly HomeworkFacts[];
  /** Working groups among the participants. */
  readonly groups: number;
  /** Confirmed participants who are in none. */
  readonly withoutGroup: number;
  readonly wishes: number;
  readonly openWishes: number;
  /** Sessions that a colleague may come along to. */
  readonly colleagueSessions: number;
};

export type HomeworkFacts = {
  readonly afterSessionId?: string;
  /** `wordCloud`, `horizonScan`, `tryOut` or a word of the project's own. */
  readonly type?: string;
  readonly due?: LocalDate;
  readonly hasPurpose: boolean;
  /** Participants who compile the answers. */
  readonly compilers: number;
};

/** How what is done by hand is told apart: the rule, and its session where it has one. */
export function doneKey(ruleId: string, sessionId?: string | null): string {
  return sessionId == null ? ruleId : `${ruleId}:${sessionId}`;
}

export type ProjectDescription = {
  readonly id: string;
  readonly title: string;
  readonly challenge?: string;
  readonly purpose?: string;
  readonly municipalNeed?: string;
  readonly targetGroups: readonly string[];
  /** Places per organisation, by type of organisation. A type that is left out has no limit set. */
  readonly maxPerOrganisation: Readonly<Partial<Record<OrganisationType, number>>>;
  readonly maxTotal?: number;
  readonly webPage?: string;
  readonly registrationUrl?: string;
};

export type OrganisationFacts = {
  readonly id: string;
  readonly name: string;
  readonly type: OrganisationType;
  readonly functionMailbox?: string;
  /** Its people may register, as opposed to an organisation that only lends a speaker. */
  readonly invited: boolean;
  readonly confirmedParticipants: number;
};

export type ThemeFacts = {
  readonly proposals: number;
  readonly consultations: readonly { readonly forum: string; readonly date: LocalDate }[];
  /** `byRole` is the role in which the decision was recorded. */
  readonly decision?: { readonly date: LocalDate; readonly byRole: 'steeringGroup' | 'other' };
};

export type RoleFacts = {
  readonly contentLead?: {
    readonly id: string;
    readonly name: string;
    readonly email?: string;
    readonly phone?: string;
  };
  readonly deputyId?: string;
  readonly processFacilitatorId?: string;
  readonly planningGroup: readonly { readonly id: string; readonly organisationType?: OrganisationType }[];
};

/** What an item of the agenda can be; in order of a day. */
export const agendaItemTypes = [
  'arrival',
  'opening',
  'presentation',
  'dialogue',
  'exercise',
  'summary',
  'break',
  'lunch',
  'homework',
  'evaluation',
  'closing',
] as const;

export type AgendaItemType = (typeof agendaItemTypes)[number];

export type AgendaItemFacts = {
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly type: AgendaItemType;
  readonly title: string;
  readonly speakers: readonly SpeakerFacts[];
};

export type SpeakerFacts = {
  readonly id: string;
  readonly name: string;
  readonly kind?: 'research' | 'agencyInformation' | 'localExample' | 'externalExample' | 'other';
  readonly mode: 'onsite' | 'remote';
  readonly status: 'idea' | 'asked' | 'tentative' | 'confirmed' | 'declined';
  readonly techTestOn?: LocalDate;
  /** RG-05: organisation and topic are known. */
  readonly isIntroduced: boolean;
  /** RG-04: addresses where one can read on, and how many of them are gone. */
  readonly links: number;
  readonly deadLinks: number;
};

/** Free words, as venue registers have them: "projektor", "mikrofon", "hybridkamera", "högtalare". */
export type EquipmentName = string;

export type VenueFacts = {
  readonly id: string;
  readonly name: string;
  readonly city?: string;
  readonly ownerOrganisationId?: string;
  readonly capacity?: number;
  readonly equipment: readonly EquipmentName[];
};

/** The words of the project report, plus `asked` for a room mailbox that has not answered. */
export type RoomStatus = 'none' | 'asked' | 'askedByMail' | 'accepted' | 'confirmedByHand' | 'declined';

export type SessionFacts = {
  readonly id: string;
  readonly number: number;
  /** Which day of a session that lasts several; left out for a session of one day. */
  readonly day?: SessionDay;
  readonly title: string;
  readonly theme?: string;
  readonly date?: LocalDate;
  readonly start?: LocalTime;
  readonly end?: LocalTime;
  readonly fullDay: boolean;
  readonly format: 'onsite' | 'remote' | 'hybrid';
  /** Why the session is not held in a room. */
  readonly formatReason?: string;
  readonly cancelled: boolean;
  readonly venue?: VenueFacts;
  readonly roomStatus: RoomStatus;
  /** Equipment booked beside what the venue has. */
  readonly bookedEquipment: readonly EquipmentName[];
  readonly layout?: string;
  readonly setupStart?: LocalTime;
  /** People in the room who are no participants: content lead, process facilitator, working group, note-takers. */
  readonly onSiteLeaders: number;
  /** People in the room who come to speak and are neither participants nor leaders. */
  readonly visitingSpeakers: number;
  /** Left out until somebody has answered; "inget" is an answer. */
  readonly preparation?: string;
  readonly infoSentOn?: LocalDate;
  /** When the kitchen or the host was told how many eat. */
  readonly foodOrderedOn?: LocalDate;
  readonly agenda: readonly AgendaItemFacts[];
  /** Where participants find the agenda all day without an account. */
  readonly agendaPageUrl?: string;
  readonly noteTakers: number;
  /** Ids of the municipalities that are its sounding board. */
  readonly soundingBoard?: readonly string[];
  /** How many it is to have. */
  readonly soundingBoardSize?: number;
  readonly soundingBoardAskedOn?: LocalDate;
  readonly inSharedCalendar: boolean;
  /** Confirmed participants who are on the session's event. */
  readonly invited: number;
  /** Confirmed participants who are to be on the session's event and are not. */
  readonly notInvited: number;
  readonly evaluation?: { readonly openedOn: LocalDate; readonly answers: number };
  readonly documents: readonly DocumentFacts[];
  readonly documentationSharedOn?: LocalDate;
};

export type DocumentFacts = {
  readonly id: string;
  readonly title: string;
  readonly kind: 'slides' | 'photo' | 'notes' | 'other';
  /** The speaker's answer; left out until it is given. */
  readonly speakerConsent?: boolean;
  readonly photographer?: string;
  /** Somebody has assured that the photo may be shared. */
  readonly rightsAssured: boolean;
  readonly altText?: string;
  readonly shared: boolean;
};

export type RecipientGroup = 'municipalDirectors' | 'targetGroup' | 'municipalMailbox';

export type InvitationFacts = {
  /** Local day when the invitation went out, or when a project file says it did. */
  readonly sentOn?: LocalDate;
  /** The fixed wordings as edited; left out while the standard text stands, empty when somebody removed it. */
  readonly wholeProjectText?: string;
  readonly closingText?: string;
  readonly aboutText?: string;
  readonly recipients: readonly {
    readonly group: RecipientGroup;
    readonly organisationId?: string;
    readonly address?: string;
    readonly sentOn?: LocalDate;
  }[];
  /** The latest look at the registration link. */
  readonly linkCheck?: { readonly reachable: boolean; readonly status?: number };
  /** Hosts beside the web page's own where the form may live, such as the product's public address. */
  readonly trustedHosts: readonly string[];
};

export type RegistrationField = 'name' | 'title' | 'organisation' | 'email' | 'phone' | 'dietary';

export type RegistrationFacts = {
  readonly opensOn?: LocalDate;
  /** The minute when the registration closes by itself. */
  readonly closesAt?: Temporal.Instant;
  /** The moment when it did close, by itself or by hand. */
  readonly closedAt?: Temporal.Instant;
  readonly fields: readonly RegistrationField[];
  /** Questions beside the six, each with the reason somebody gave. */
  readonly extraFields: readonly { readonly label: string; readonly reason?: string }[];
  readonly commitmentText: string;
  readonly automaticConfirmation: boolean;
  readonly confirmed: number;
  readonly waiting: number;
  readonly withoutCommitment: number;
  /** Registrations, waiting list included, that have had no confirmation mail. */
  readonly unconfirmedByMail: number;
  readonly bouncedConfirmations: number;
  readonly bookingsSentAt?: Temporal.Instant;
  /** A project file says on which day the bookings went out, without the minute. */
  readonly bookingsSentOn?: LocalDate;
  /** How many confirmed participants there are of each sector that is known, the largest first. */
  readonly sectors: readonly number[];
  /** Participants who were absent from two sessions or more. */
  readonly absentTwice: number;
};

export type Publication = { readonly on: LocalDate; readonly url?: string };

export type Publications = {
  readonly web?: Publication;
  readonly newsletter?: Publication;
  readonly linkedIn?: Publication;
  readonly summaryWeb?: Publication;
  readonly summaryNewsletter?: Publication;
};

export type CostSplit = {
  /** Percent per organisation. */
  readonly shares: readonly number[];
  readonly agreedOn?: LocalDate;
  readonly guidanceFromSteeringGroup: boolean;
};

export type CostKind = 'lunch' | 'fika' | 'room' | 'fee' | 'travel' | 'other';

/** A line of the budget. Sums in öre. */
export type CostLineFacts = {
  readonly text: string;
  readonly kind: CostKind;
  /** Left out: for the project as a whole. */
  readonly sessionId?: string;
  readonly budget: number;
  /** A price for each who eats, from which the sum is computed. */
  readonly perPortion?: number;
  /** What it has cost, once somebody knows. */
  readonly outcome?: number;
  /** The working group has said yes to it. */
  readonly isAgreed: boolean;
};

export type CostFacts = {
  readonly lines: readonly CostLineFacts[];
  /** How many eat at each session; empty while no line has a price per portion. */
  readonly portions: Readonly<Record<string, number>>;
  /** What the speakers of the register cost together. Öre. */
  readonly speakerFees: number;
};

/** Somebody chose to go on although a rule was not met, and said why. Without `sessionId` it holds for the whole rule. */
export type Override = {
  readonly ruleId: string;
  readonly sessionId?: string;
  readonly reason: string;
  readonly by: string;
  readonly on: LocalDate;
};

/** A text that somebody has really written. */
export function filled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
