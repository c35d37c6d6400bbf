import type { PersonId, SessionId } from '../../domain/ids.ts';
import type { Language, ReasonWords } from '../../domain/words.ts';

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
  /** Null for an organisation. */
  readonly personId: PersonId | null;
  /** By day; null before an answer. */
  readonly answers: Readonly<Record<string, PollAnswer>> | null;
}

export interface Poll extends PollOrder {
  readonly id: string;
  /** The yes it went out under; null for one from before that was kept. */
  readonly confirmationId: string | null;
  readonly voters: readonly PollVoter[];
}

/** Who is asked what, before it goes out. */
export interface PollPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly names: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** A card with the same question goes to the planning chat. */
  readonly hasCard: boolean;
  /** What those who have not answered get by themselves, and on which local day; null when the time is too short. */
  readonly reminder: { readonly on: string; readonly subject: string; readonly text: string } | null;
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

/** How a day stands, in numbers: what several people see together never says who. */
export interface DayCounts extends PollDay {
  readonly counts: Readonly<Record<PollAnswer, number>>;
}

/** What a card shows of a question about dates. */
export interface PollFace {
  readonly projectId: string;
  readonly projectTitle: string;
  readonly pollId: string;
  readonly closesOn: string;
  readonly isOpen: boolean;
  readonly asked: number;
  readonly answered: number;
  readonly days: readonly DayCounts[];
  /** Where the answers are read and the dates chosen. */
  readonly url: string;
}

/** The best days of a poll, one for each session that has none. */
export interface BestDate {
  readonly sessionId: SessionId;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
}

interface Post {
  readonly card: object;
  readonly summary: string;
}

/** What the cards in the planning chat look like is the bot's affair. */
export interface PollCards {
  /** `nudge`: once more, for those who have not answered. */
  readonly question: (face: PollFace, language: Language, as?: 'question' | 'nudge') => Post;
  readonly result: (face: PollFace, language: Language, best: readonly BestDate[]) => Post;
}

export type AnswerRefusal = 'noPoll' | 'notAsked' | 'missing' | 'closed';

export const answerRefusals: ReasonWords<AnswerRefusal> = {
  noPoll: { sv: 'Det finns ingen fråga om datum.', en: 'There is no question about dates.' },
  notAsked: {
    sv: 'Frågan gick inte till dig, så inget är sparat. Be den innehållsansvariga ta med dig nästa gång.',
    en: 'The question was not put to you, so nothing is saved. Ask the content lead to include you next time.',
  },
  missing: {
    sv: 'Svara på varje dag, så vet vi. Inget är sparat än.',
    en: 'Answer for each day, so that we know. Nothing is saved yet.',
  },
  closed: {
    sv: 'Sista svarsdag har varit, så svaret går inte att ändra.',
    en: 'The last day to answer has passed, so the answer cannot be changed.',
  },
};

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
