import type { ReasonWords } from '../../domain/words.ts';

/** `ifNeeded`: somebody comes when it has to be. */
export type PollAnswer = 'yes' | 'ifNeeded' | 'no';

/** One day that is asked about. */
export interface PollDay {
  /** Local day and clock times. */
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
}

export interface PollOrder {
  readonly days: readonly PollDay[];
  /** Local day: the last one to answer. */
  readonly closesOn: string;
}

/** Whoever is asked: a person of the planning group, or a municipality. */
export interface PollVoter {
  /** Folded. */
  readonly address: string;
  readonly name: string;
  /** By day; null before an answer. */
  readonly answers: Readonly<Record<string, PollAnswer>> | null;
}

export interface Poll extends PollOrder {
  readonly id: string;
  readonly voters: readonly PollVoter[];
}

/** Who is asked what, before it goes out. */
export interface PollPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly names: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** GET `/date-poll`: the latest one. */
export interface PollView {
  readonly poll: PollResult | null;
}

export interface PollResult extends PollOrder {
  readonly asked: number;
  readonly answered: number;
  readonly isOpen: boolean;
  readonly silent: readonly string[];
  readonly results: readonly (PollDay & { readonly names: Readonly<Record<PollAnswer, readonly string[]>> })[];
}

export type PollRefusal =
  'noProject' | 'nobodyToAsk' | 'closesTooSoon' | 'previewChanged' | 'noPoll' | 'closed' | 'dormant';

export const pollRefusals: ReasonWords<PollRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  nobodyToAsk: {
    sv: 'Det finns ingen att fråga. Lägg till planeringsgrupp eller kommunernas adresser.',
    en: 'There is nobody to ask. Add a planning group or the addresses of the municipalities.',
  },
  closesTooSoon: {
    sv: 'Sista svarsdag har varit. Välj en dag framåt.',
    en: 'The last day to answer has passed. Choose a day ahead.',
  },
  previewChanged: {
    sv: 'Något har ändrats sedan förhandsvisningen. Inget är skickat. Titta igen och bekräfta.',
    en: 'Something has changed since the preview. Nothing was sent. Look again and confirm.',
  },
  noPoll: {
    sv: 'Det finns ingen fråga om datum att påminna om.',
    en: 'There is no question about dates to remind of.',
  },
  closed: { sv: 'Sista svarsdag har varit.', en: 'The last day to answer has passed.' },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan frågan skickas.',
    en: 'The learning project is dormant. Wake it first, then the question can be sent.',
  },
};
