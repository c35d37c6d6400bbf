import type { ProjectKey, SessionId } from '../../domain/ids.ts';
import type { Language, ReasonWords, Words } from '../../domain/words.ts';
import { previewWords } from '../notices/types.ts';

/** EVA-01: every session has one evaluation. */
export interface EvaluationKey extends ProjectKey {
  readonly sessionId: SessionId;
}

/** A choice as it is stored (`value`) and as it is read. */
export interface Choice {
  readonly value: string;
  readonly words: Words;
}

interface QuestionBase {
  readonly id: string;
  /** The number that people see. Two questions with the same number stand together. */
  readonly number: number;
  readonly words: Words;
}

export type Question =
  | (QuestionBase & { readonly kind: 'one'; readonly choices: readonly Choice[] })
  | (QuestionBase & { readonly kind: 'many'; readonly choices: readonly Choice[] })
  | (QuestionBase & { readonly kind: 'text'; readonly example: Words | null });

/** Question id → the chosen value, the chosen values, or what was written. What was left empty is left out. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** What card and mail need to know to ask the questions. */
export interface EvaluationOffer {
  readonly projectId: string;
  readonly projectTitle: string;
  readonly sessionId: string;
  readonly sessionNumber: number;
  /** Empty while none is set. */
  readonly theme: string;
  readonly questions: readonly Question[];
  /** Words for people: `tisdag 29 september 2026 kl. 15.40`. */
  readonly closes: string;
  readonly language: Language;
}

/** Builds the card that asks; `shared` stands in a channel where everybody sees the same. */
export type EvaluationCard = (offer: EvaluationOffer & { readonly audience: 'shared' | 'personal' }) => {
  readonly card: object;
  readonly summary: string;
};

export type AnswerRefusal =
  'notParticipant' | 'markedAbsent' | 'alreadyAnswered' | 'notOpen' | 'closed' | 'invalidAnswers';

export type ConfirmRefusal = 'sessionUnknown' | 'noDate' | 'dormant' | 'alreadyOpen' | 'previewChanged';

export type CloseRefusal = 'sessionUnknown' | 'notOpen' | 'closed';

export type EvaluationState = 'undated' | 'unconfirmed' | 'confirmed' | 'open' | 'closed';

export interface ChoiceCount {
  readonly value: string;
  readonly words: Words;
  readonly count: number;
}

/** One question with what was answered. Texts stand in alphabetical order, so that nothing shows whose they are. */
export interface QuestionResult {
  readonly id: string;
  readonly number: number;
  readonly kind: Question['kind'];
  readonly words: Words;
  readonly counts: readonly ChoiceCount[];
  readonly texts: readonly string[];
}

/** EVA-01: an evaluation without anything that says who answered what. Instants are ISO text. */
export interface EvaluationView {
  readonly sessionId: string;
  readonly sessionNumber: number;
  readonly sessionTitle: string;
  readonly date: string | null;
  readonly state: EvaluationState;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly confirmedBy: string | null;
  /** The standing yes, to stop it by; null when there is none. */
  readonly confirmationId: string | null;
  /** Marks: how many have answered, which is more than `shown` until five more have come or it closes. */
  readonly answered: number;
  readonly invited: number;
  /** How many answers the results below count. */
  readonly shown: number;
  readonly results: readonly QuestionResult[];
  /** the answers have been disposed of, and the numbers are what is left. */
  readonly isDisposed: boolean;
  readonly qrUrl: string;
}

export const answerRefusals: ReasonWords<AnswerRefusal> = {
  notParticipant: {
    sv: 'Utvärderingen är till för dem som är anmälda till lärprojektet. Inget har sparats. Tack för att du ville svara.',
    en: 'The evaluation is for those who are registered for the learning project. Nothing was stored. Thank you for wanting to answer.',
  },
  markedAbsent: {
    sv: 'Du är antecknad som frånvarande den dagen. Inget har sparats. Säg till innehållsansvarig om det är fel.',
    en: 'You are noted as absent that day. Nothing was stored. Tell the content lead if that is wrong.',
  },
  alreadyAnswered: {
    sv: 'Du har redan svarat. Tack!',
    en: 'You have answered already. Thank you!',
  },
  notOpen: {
    sv: 'Utvärderingen har inte öppnat än. Inget har sparats. Kom tillbaka när träffen närmar sig slutet.',
    en: 'The evaluation has not opened yet. Nothing was stored. Come back when the session is about to end.',
  },
  closed: {
    sv: 'Utvärderingen har stängt. Inget har sparats. Skriv gärna till innehållsansvarig i stället.',
    en: 'The evaluation has closed. Nothing was stored. You are welcome to write to the content lead instead.',
  },
  invalidAnswers: {
    sv: 'Det saknas svar på {count} frågor. Svara på dem och skicka igen.',
    en: '{count} questions lack an answer. Answer them and send again.',
  },
};

export const confirmRefusals: ReasonWords<ConfirmRefusal> = {
  sessionUnknown: { sv: 'Träffen finns inte.', en: 'There is no such session.' },
  noDate: {
    sv: 'Träffen saknar datum eller klockslag. Sätt dem först.',
    en: 'The session has no date or time. Set them first.',
  },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det i fliken först.',
    en: 'The learning project is dormant. Wake it in the tab first.',
  },
  alreadyOpen: { sv: 'Utvärderingen har redan öppnat.', en: 'The evaluation has opened already.' },
  previewChanged: previewWords.previewChanged,
};

export const closeRefusals: ReasonWords<CloseRefusal> = {
  sessionUnknown: { sv: 'Träffen finns inte.', en: 'There is no such session.' },
  notOpen: { sv: 'Utvärderingen har inte öppnat.', en: 'The evaluation has not opened.' },
  closed: { sv: 'Utvärderingen har redan stängt.', en: 'The evaluation has closed already.' },
};

/** What the content lead sees before the standing confirmation. */
export interface EvaluationPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly remindsAt: string;
  readonly channelLinked: boolean;
  readonly questions: readonly Question[];
  readonly subject: string;
  readonly text: string;
}
