import type { RegistrationState, SessionAnswer } from '../../../domain/people.ts';
import type { ReasonWords } from '../../../domain/words.ts';
import type { ProjectTelling, SessionTelling } from '../facts/types.ts';
import type { Participant, SessionGuest } from '../types.ts';

/** What a person sees on their own page. The only page that shows what they eat. */
export interface OwnPage {
  readonly project: ProjectTelling;
  readonly person: {
    readonly id: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly displayName: string;
    readonly title: string;
    readonly organisation: string;
    readonly email: string;
    readonly phone: string;
    readonly sharesPhone: boolean;
  };
  readonly state: RegistrationState;
  readonly waitingPosition: number | null;
  readonly dietary: string;
  readonly sessions: readonly OwnSession[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly guestNote: string | null;
  /** Who has left lately may take it back, if the place is still there. */
  readonly mayReturn: boolean;
  /** REG-04: came in without the box, as from a list of before the tool. */
  readonly asksCommitment: boolean;
}

export interface OwnSession extends SessionTelling {
  readonly isPast: boolean;
  readonly answer: SessionAnswer;
  readonly guests: readonly SessionGuest[];
  /** Files that have been shared. */
  readonly documents: number;
  readonly evaluation: OwnEvaluation;
  readonly mayNameSubstitute: boolean;
  readonly mayBringColleague: boolean;
}

export type OwnEvaluation = 'none' | 'open' | 'answered';

export interface OwnDetails {
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly phone: string;
  readonly sharesPhone: boolean;
}

export interface GuestDetails {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly organisationId: string;
}

export type SelfRefusal =
  | 'noEvaluation'
  | 'placeGone'
  | 'dietaryUndecided'
  | 'incomplete'
  | 'notTicked'
  | 'addressUnreadable'
  | 'addressHasAccents'
  | 'notAllowed'
  | 'notIn'
  | 'unknownSession';

export const selfWords: ReasonWords<SelfRefusal> = {
  dietaryUndecided: {
    sv: 'Det är inte bestämt än hur uppgifter om specialkost ska hanteras. Försök igen om några dagar.',
    en: 'It is not decided yet how dietary needs are to be handled. Try again in a few days.',
  },
  noEvaluation: {
    sv: 'Utvärderingen är inte öppen för dig just nu.',
    en: 'The evaluation is not open to you at the moment.',
  },
  placeGone: {
    sv: 'Det går inte att ångra längre: platsen har gått till någon annan, eller så har det gått mer än ett dygn. Anmäl dig på nytt.',
    en: 'It is too late to undo: the place has gone to somebody else, or more than a day has passed. Register again.',
  },
  notTicked: {
    sv: 'Kryssa i rutan och bekräfta igen. Kan du inte vara med hela vägen? Hör av dig till innehållsansvarig.',
    en: 'Tick the box and confirm again. Can you not take part all the way? Contact the content lead.',
  },
  incomplete: {
    sv: 'Något saknas. Fyll i alla fält och spara igen.',
    en: 'Something is missing. Fill in all fields and save again.',
  },
  addressUnreadable: {
    sv: 'E-postadressen ser inte rätt ut. Skriv till exempel namn@kommun.se.',
    en: 'The e-mail address does not look right. Write for example name@kommun.se.',
  },
  addressHasAccents: {
    sv: 'E-postadresser kan inte ha å, ä eller ö. Menar du {suggestion}?',
    en: 'E-mail addresses cannot have å, ä or ö. Do you mean {suggestion}?',
  },
  notAllowed: {
    sv: 'Det går inte för den träffen. Fråga innehållsansvarig.',
    en: 'That is not possible for this session. Ask the content lead.',
  },
  notIn: {
    sv: 'Du är inte med i lärprojektet just nu. Hör av dig till innehållsansvarig.',
    en: 'You are not part of the learning project at the moment. Contact the content lead.',
  },
  unknownSession: { sv: 'Träffen finns inte längre.', en: 'The session is no longer there.' },
};

/** The participant list as participants see it. */
export interface OwnList {
  readonly project: ProjectTelling;
  /** In Swedish order of family names. */
  readonly participants: readonly Pick<
    Participant,
    'id' | 'givenName' | 'familyName' | 'title' | 'organisation' | 'email' | 'sharedPhone'
  >[];
}
