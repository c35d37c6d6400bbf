import type { PersonId } from '../../domain/ids.ts';
import type { OrganisationType } from '../../domain/organisation.ts';
import type { AccountType, RegistrationState, SessionAnswer } from '../../domain/people.ts';
import type { ReachLine } from '../../domain/reach.ts';
import type { ReasonWords } from '../../domain/words.ts';
import type { Abstention } from '../planning/types.ts';

/**
 * How far the registration has come. `dormant`: the project stands still, so nobody can register. `undecided`: it is not
 * settled how dietary needs are kept, so the form that asks about them stays shut.
 */
export type RegistrationPhase = 'dormant' | 'undecided' | 'notOpen' | 'open' | 'closed';

/** Whether the calendar bookings may go out: the registration was closed under somebody's yes. ISO instant. */
export interface RegistrationClosed {
  readonly closed: boolean;
  readonly closedAt: string | null;
}

/** What to look at in a registration. */
export type RegistrationWarning =
  | 'addressOutsideOrganisation'
  | 'unknownOrganisation'
  | 'organisationMatched'
  | 'otherOrganisationGiven'
  | 'otherNameGiven';

export const warningWords: ReasonWords<RegistrationWarning> = {
  addressOutsideOrganisation: {
    sv: 'E-postadressen hör inte till organisationens domän.',
    en: 'The e-mail address is not of the organisation’s domain.',
  },
  unknownOrganisation: {
    sv: 'Organisationen finns inte i listan. Namnet står som enhet.',
    en: 'The organisation is not in the list. Its name is kept as the unit.',
  },
  organisationMatched: {
    sv: 'Organisationen skrevs för hand och tolkades.',
    en: 'The organisation was typed by hand and matched.',
  },
  otherOrganisationGiven: {
    sv: 'En ny anmälan med samma adress angav en annan organisation. Den första gäller.',
    en: 'A new registration with the same address named another organisation. The first one stands.',
  },
  otherNameGiven: {
    sv: 'En ny anmälan med samma adress hade ett annat namn. Den första gäller. Fråga om det är två personer.',
    en: 'A new registration with the same address had another name. The first one stands. Ask whether they are two.',
  },
};

/** A registration as it is sent in: the six fields, the box, and how it came. */
export interface RegistrationInput {
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly organisationId: string | null;
  /** What was typed when the organisation is not in the list; kept as the unit. */
  readonly organisationText: string | null;
  /** As typed; compared folded. */
  readonly email: string;
  readonly phone: string;
  /** Empty when nothing was said. Goes to the vault and nowhere else. */
  readonly dietaryText: string;
  readonly warnings: readonly RegistrationWarning[];
}

/** What became of a registration, as the page says it: to whoever posts a known address the same as to somebody new. */
export interface Receipt {
  readonly personId: PersonId;
  readonly result: 'confirmed' | 'waitingList' | 'lateRequest';
  /** Where the person stands after it. */
  readonly state: RegistrationState;
  /** Place in the organisation's waiting list, 1 first. */
  readonly position: number | null;
}

export interface SessionGuest {
  readonly id: string;
  readonly kind: 'substitute' | 'colleague';
  readonly name: string;
  readonly email: string;
  readonly organisationId: string | null;
}

export interface ParticipantSession {
  readonly sessionId: string;
  /** The person's own word goes before Outlook's. */
  readonly answer: SessionAnswer;
  readonly answerFrom: 'none' | 'outlook' | 'own';
  /** null: not ticked yet. */
  readonly attended: boolean | null;
  readonly guests: readonly SessionGuest[];
}

/** One row of the participant list. Nothing dietary, not even whether there is anything. */
export interface Participant {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  readonly title: string;
  readonly organisationId: string | null;
  readonly organisation: string;
  readonly organisationType: OrganisationType | null;
  readonly unit: string | null;
  readonly email: string;
  /** For the content lead; null for everybody else. */
  readonly phone: string | null;
  /** LST-01: for the other participants too, because the person has said so; null for everybody else. */
  readonly sharedPhone: string | null;
  readonly accountType: AccountType;
  readonly state: RegistrationState;
  readonly registeredAt: string;
  readonly source: string;
  /** Place in the organisation's waiting list, 1 first. */
  readonly waitingPosition: number | null;
  readonly warnings: readonly RegistrationWarning[];
  readonly committed: boolean;
  /** REG-05: what became of the automatic confirmation. */
  readonly confirmationMail: 'none' | 'waiting' | 'sent' | 'failed';
  readonly sessions: readonly ParticipantSession[];
  /** has said no to every session that is left, and nobody has said that the place is kept. */
  readonly hasDeclinedAll: boolean;
}

export interface OrganisationCount {
  readonly organisationId: string;
  readonly name: string;
  readonly shortName: string;
  readonly type: OrganisationType;
  readonly confirmed: number;
  readonly waiting: number;
  /** null: no limit. */
  readonly max: number | null;
}

export interface NamedOrganisation {
  readonly organisationId: string;
  readonly name: string;
  readonly shortName: string;
}

export interface RegistrationCounts {
  readonly confirmed: number;
  readonly waitingList: number;
  readonly lateRequests: number;
  readonly cancelled: number;
  readonly declined: number;
  /** Of the confirmed. */
  readonly perAccountType: Readonly<Record<AccountType, number>>;
  readonly maxTotal: number | null;
  /** Organisations whose people may register, in Swedish order. */
  readonly perOrganisation: readonly OrganisationCount[];
  /** Municipalities that nobody has registered from and that have not said no. */
  readonly silentMunicipalities: readonly NamedOrganisation[];
  /** Those who have said no, and whom nobody has registered from all the same. */
  readonly abstaining: readonly (NamedOrganisation & Abstention)[];
}

export interface ParticipantList {
  readonly phase: RegistrationPhase;
  readonly sessions: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly date: string | null;
  }[];
  readonly participants: readonly Participant[];
  readonly counts: RegistrationCounts;
  /** X-01: *Så når vi hen*, for each kind of account. */
  readonly reach: Readonly<Record<AccountType, readonly ReachLine[]>>;
}

/** A confirmed participant, as those who invite need to know them. */
export interface ConfirmedPerson {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly email: string;
  readonly accountType: AccountType;
  readonly oid: string | null;
}

/** Who among participants and guests eats at a session. */
export interface Eaters {
  readonly portions: number;
  /** Participants; what guests eat is not known. */
  readonly personIds: ReadonlySet<PersonId>;
  readonly substitutes: number;
  readonly colleagues: number;
}

/** What Outlook says of one person's invitation to one session. */
export interface OutlookAnswer {
  readonly personId: PersonId;
  readonly answer: SessionAnswer;
  /** ISO instant; null when Outlook does not say. */
  readonly answeredAt: string | null;
}

/** Who did it, for the log. */
export interface By {
  readonly personId: PersonId | null;
  readonly name: string;
}

/** What the content lead decides about one registration. */
export type Decision = 'approve' | 'decline' | 'cancel';

export type DecisionRefusal = 'notFound' | 'notWaiting' | 'notRegistered' | 'previewChanged' | 'dormant';

export const decisionWords: ReasonWords<DecisionRefusal> = {
  notFound: { sv: 'Personen finns inte i lärprojektet.', en: 'There is no such person in the learning project.' },
  notWaiting: {
    sv: 'Personen väntar inte på något besked. Läs om listan.',
    en: 'The person is not waiting for a decision. Reload the list.',
  },
  notRegistered: {
    sv: 'Personen är inte anmäld. Läs om listan.',
    en: 'The person is not registered. Reload the list.',
  },
  previewChanged: {
    sv: 'Mejlet har ändrats sedan du såg det. Inget har skickats. Läs det igen och bekräfta.',
    en: 'The mail has changed since you saw it. Nothing was sent. Read it again and confirm.',
  },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan mejlet gå ut.',
    en: 'The learning project is dormant. Wake it first, so that the mail can go out.',
  },
};

export type EditRefusal = 'notFound' | 'noOrganisation' | 'addressTaken' | 'addressHasAccents' | 'addressUnreadable';

export type AttendanceRefusal = 'notFound' | 'noSession';

export const attendanceWords: ReasonWords<AttendanceRefusal> = {
  notFound: decisionWords.notFound,
  noSession: {
    sv: 'Träffen finns inte. Läs om sidan. Inget är sparat.',
    en: 'There is no such session. Reload the page. Nothing is saved.',
  },
};

export type AnswerRefusal = 'notRegistered' | 'noSession';

export const answerWords: ReasonWords<AnswerRefusal> = {
  notRegistered: decisionWords.notRegistered,
  noSession: attendanceWords.noSession,
};

export const editWords: ReasonWords<EditRefusal> = {
  notFound: decisionWords.notFound,
  noOrganisation: {
    sv: 'Organisationen finns inte i lärprojektet. Läs om listan och välj en annan.',
    en: 'The organisation is not in the learning project. Read the list again and choose another.',
  },
  addressTaken: {
    sv: 'Adressen används redan av någon annan i lärprojektet.',
    en: 'Somebody else in the learning project has that address already.',
  },
  addressHasAccents: {
    sv: 'E-postadresser kan inte ha å, ä eller ö. Menar du {suggestion}?',
    en: 'E-mail addresses cannot have å, ä or ö. Do you mean {suggestion}?',
  },
  addressUnreadable: {
    sv: 'E-postadressen ser inte rätt ut. Skriv till exempel namn@kommun.se.',
    en: 'The e-mail address does not look right. Write for example name@kommun.se.',
  },
};
