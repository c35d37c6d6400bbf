import type { SessionId } from '../../domain/ids.ts';
import type { LocalTime } from '../../domain/local-date.ts';
import type { SessionDay } from '../../domain/session-day.ts';
import type { ReasonWords, Words } from '../../domain/words.ts';
import { previewWords, type NoticeState } from '../notices/types.ts';
import type { Speaker } from '../planning/types.ts';

/** idea: nobody has asked · tentative: would like to, cannot promise. */
export type SpeakerStatus = 'idea' | 'asked' | 'tentative' | 'confirmed' | 'declined';

/** An item that somebody speaks at. */
export interface Talk {
  readonly sessionId: SessionId;
  readonly number: number;
  readonly day: SessionDay | null;
  /** Local day; null while the session has none. */
  readonly date: string | null;
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly title: string;
  readonly mode: 'remote' | 'onsite';
}

/** RG-04: where one can read on; `isGone`: nobody answers there any more. */
export interface LinkView {
  readonly url: string;
  readonly title: string | null;
  readonly isGone: boolean;
}

export interface SpeakerView extends Omit<Speaker, 'extra' | 'status' | 'links'> {
  readonly status: SpeakerStatus;
  readonly ownerName: string | null;
  readonly organisationName: string | null;
  /** RG-05: also a participant, so one person at the table. */
  readonly isParticipant: boolean;
  readonly links: readonly LinkView[];
  readonly talks: readonly Talk[];
  /** How it goes with the latest question to them; null when the tool has sent none. */
  readonly letter: NoticeState | null;
  /** What is left to do, in the order in which it presses. */
  readonly needs: readonly Words[];
  /** A date for it has passed. */
  readonly isLate: boolean;
  /** Why no question can be sent now; null when one can. */
  readonly whyNoQuestion: Words | null;
}

/** GET `/speakers`. */
export interface SpeakersView {
  readonly speakers: readonly SpeakerView[];
}

/** Days of the question and the answer, with the status they belong to. */
export interface SpeakerState {
  readonly status: SpeakerStatus;
  readonly askedOn: string | null;
  readonly answeredOn: string | null;
}

/** What a question would say, and to whom. */
export interface QuestionPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

/** What the one who is asked sees behind their link. */
export interface SpeakerQuestion {
  readonly project: { readonly id: string; readonly title: string };
  readonly speaker: Pick<Speaker, 'id' | 'displayName' | 'topic' | 'slidesConsent'>;
  readonly status: SpeakerStatus;
  readonly talks: readonly (Talk & { readonly place: string | null })[];
  readonly lead: { readonly name: string; readonly email: string };
  /** Until the last of the days has passed. */
  readonly isOpen: boolean;
}

export interface SpeakerAnswer {
  readonly status: 'confirmed' | 'tentative' | 'declined';
  /** Left out leaves what stands. */
  readonly slidesConsent?: boolean;
}

export type SpeakerRefusal =
  | 'noProject'
  | 'noSpeaker'
  | 'dormant'
  | 'noAddress'
  | 'noTalk'
  | 'answered'
  | 'previewChanged'
  | 'isWaiting'
  | 'badDate'
  | 'nothingWaits';

export const speakerRefusals: ReasonWords<SpeakerRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  noSpeaker: {
    sv: 'Den medverkande finns inte. Den kan ha tagits bort.',
    en: 'There is no such speaker. They may have been removed.',
  },
  isWaiting: {
    sv: 'En fråga är redan på väg. Den kan stoppas under Utskick.',
    en: 'A question is on its way already. It can be stopped under Mailings.',
  },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan frågan skickas.',
    en: 'The learning project is dormant. Wake it first, then the question can be sent.',
  },
  noAddress: { sv: 'Skriv in en e-postadress först.', en: 'Write an e-mail address first.' },
  noTalk: {
    sv: 'Lägg in personen i ett program som har datum först. Då vet den vad den svarar på.',
    en: 'Put the person in a programme with a date first, so that they know what they answer.',
  },
  answered: { sv: 'Personen har redan svarat.', en: 'The person has answered already.' },
  badDate: { sv: 'Dagen {value} finns inte.', en: 'There is no such day as {value}.' },
  nothingWaits: {
    sv: 'Mejlet har redan gått. Hör av dig till personen i stället.',
    en: 'The mail has gone already. Get in touch with the person instead.',
  },
  ...previewWords,
};

export const statusWords: Readonly<Record<SpeakerStatus, Words>> = {
  idea: { sv: 'Idé, inte tillfrågad', en: 'Idea, not asked' },
  asked: { sv: 'Tillfrågad, inget svar än', en: 'Asked, no answer yet' },
  tentative: { sv: 'Preliminär, inget ja än', en: 'Tentative, no yes yet' },
  confirmed: { sv: 'Har sagt ja', en: 'Has said yes' },
  declined: { sv: 'Har sagt nej', en: 'Has said no' },
};
