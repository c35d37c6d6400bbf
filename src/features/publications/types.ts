import type { ReasonWords, Words } from '../../domain/words.ts';

/** What is published outside the tool, by the name of the milestone that says when. */
export const channels = [
  'publishedWeb',
  'publishedNewsletter',
  'publishedLinkedIn',
  'summaryWeb',
  'summaryNewsletter',
] as const;

export type Channel = (typeof channels)[number];

/** Characters of a text of one's own: a page of the web, not a book. */
export const longestText = 8000;

/** As stored. */
export interface Published {
  /** The local day, `2026-06-05`. */
  readonly on: string;
  readonly url: string | null;
}

/** One thing to publish, with words that are ready to copy. */
export interface Publication {
  readonly channel: Channel;
  readonly name: Words;
  /** Who is asked to publish it, and what to think of. */
  readonly how: Words;
  /** In the project's language. `…` stands for what the project does not know yet. */
  readonly text: string;
  /** The text is written by somebody, and no longer follows the project. */
  readonly isOwn: boolean;
  /** What the project itself gives, to go back to. */
  readonly standard: string;
  /** A page has an address that others need; without one it cannot be ticked. */
  readonly needsUrl: boolean;
  readonly published: Published | null;
  /** The guideline's last day and the wise one; null while no session has a day. */
  readonly due: string | null;
  readonly wiseDue: string | null;
  /** `later`: what it tells of has not begun. */
  readonly state: 'done' | 'late' | 'now' | 'later';
  /** The rule that asks for it. */
  readonly ruleId: string;
}

export interface PublicationsView {
  readonly today: string;
  readonly language: 'sv' | 'en';
  readonly publications: readonly Publication[];
}

export interface Tick {
  /** Today when left out. */
  readonly on?: string | undefined;
  readonly url?: string | null | undefined;
}

export type PublicationRefusal = 'noProject' | 'noChannel' | 'noUrl' | 'badUrl' | 'dateAhead' | 'badDate';

export const publicationRefusals: ReasonWords<PublicationRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  noChannel: { sv: 'Den publiceringen känner jag inte till.', en: 'That publication is not known.' },
  noUrl: {
    sv: 'Klistra in länken till sidan, så att alla i planeringsgruppen hittar den.',
    en: 'Paste the link to the page, so that everybody in the planning group finds it.',
  },
  badUrl: {
    sv: '”{value}” är ingen länk. Den ska börja med https://.',
    en: '“{value}” is not a link. It begins with https://.',
  },
  dateAhead: {
    sv: 'Den dagen har inte varit än. Bocka av när det är publicerat.',
    en: 'That day has not come yet. Tick it off when it is published.',
  },
  badDate: { sv: '”{value}” är inget datum.', en: '“{value}” is not a date.' },
};
