import type { ReasonWords, Words } from '../../../domain/words.ts';
import type { ConfirmationEntry, Preview } from '../../notices/types.ts';
import type { RegistrationPhase } from '../types.ts';

/** What goes out when the registration closes, as it stands now. */
export interface ClosingPreview extends Preview {
  /** Who gets it: a rule, since people may still register. */
  readonly rule: Words;
  /** Confirmed at this moment. */
  readonly confirmedNow: number;
  /** The most that it can become; null without any limit. */
  readonly atMost: number | null;
  /** One calendar booking per session. */
  readonly bookings: readonly {
    readonly number: number;
    readonly subject: string;
    readonly when: Words;
    readonly html: string;
  }[];
}

/** Everything that the content lead sees before saying yes, now or for the closing minute. */
export interface ClosingView {
  readonly phase: RegistrationPhase;
  /** ISO with offset; null while no minute is set. */
  readonly closesAt: string | null;
  /** ISO; null while it has not been carried out. */
  readonly closedAt: string | null;
  /** When the planning group is told that it is about to happen; null once that moment is past. */
  readonly announcesAt: string | null;
  /** The latest yes, and whether it still holds for what would go out. */
  readonly standing: (ConfirmationEntry & { readonly holds: boolean }) | null;
  /** To confirm beforehand, for the closing minute. */
  readonly beforehand: ClosingPreview;
  /** To confirm and carry out at once. */
  readonly now: ClosingPreview;
}

export type ClosingRefusal =
  | 'dietaryUndecided'
  | 'previewChanged'
  | 'noClosingTime'
  | 'closingPassed'
  | 'closedAlready'
  | 'dormant'
  | 'nothingStanding';

export const closingWords: ReasonWords<ClosingRefusal> = {
  previewChanged: {
    sv: 'Något har ändrats sedan du såg förhandsgranskningen. Inget har skickats. Titta igen och bekräfta.',
    en: 'Something has changed since you saw the preview. Nothing was sent. Look again and confirm.',
  },
  noClosingTime: {
    sv: 'Sista dag för anmälan saknas. Sätt dag och klockslag i planeringen först.',
    en: 'The last day of registration is missing. Set day and time in the plan first.',
  },
  closingPassed: {
    sv: 'Sista dag för anmälan har passerat. Stäng anmälan nu i stället.',
    en: 'The last day of registration has passed. Close the registration now instead.',
  },
  closedAlready: {
    sv: 'Anmälan är redan stängd, och bokningarna är på väg eller har gått ut.',
    en: 'The registration is closed already, and the bookings are on their way or have gone out.',
  },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först.',
    en: 'The learning project is dormant. Wake it first.',
  },
  dietaryUndecided: {
    sv: 'Anmälan kan inte öppna än, för den frågar om specialkost. Fyll i rättslig grund, gallring och beslut under Specialkost i Texter och roller.',
    en: 'Registration cannot open yet, because it asks about dietary needs. Fill in legal basis, retention and decision under Dietary needs in Texts and roles.',
  },
  nothingStanding: {
    sv: 'Det finns ingen bekräftad stängning att stoppa.',
    en: 'There is no confirmed closing to stop.',
  },
};

/** The act's name in the table of confirmations. */
export const closingAct = 'registration.close';
