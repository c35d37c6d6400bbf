import type { PersonId } from '../../domain/ids.ts';
import type { LocalTime } from '../../domain/local-date.ts';
import type { ReasonWords, Words } from '../../domain/words.ts';
import type { AgendaItemType } from '../../guideline/facts.ts';

export { agendaItemTypes } from '../../guideline/facts.ts';
import type { Severity } from '../../guideline/rule.ts';

/** One item of a day's agenda; times are local. */
export interface AgendaItem {
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly type: AgendaItemType;
  readonly title: string;
  readonly speakerIds?: readonly string[];
  readonly mode?: 'remote' | 'onsite';
  /** Who sees to it that the item goes as planned. */
  readonly responsibleId?: PersonId;
}

export interface AgendaBalance {
  readonly totalMinutes: number;
  readonly minutesByType: Readonly<Partial<Record<AgendaItemType, number>>>;
  /** Dialogue, exercises and joint summaries. */
  readonly conversationMinutes: number;
  readonly presentationMinutes: number;
  /** Conversation as a share of conversation and presentation, 0–1 with three decimals; null without either. */
  readonly conversationShareOfContent: number | null;
  readonly longestWithoutBreakMinutes: number;
}

/** A rule of the guideline that this session does not meet yet, with what to do. */
export interface MissingThing {
  readonly ruleId: string;
  readonly words: Words;
  readonly severity: Severity;
  /** Local day, `2026-09-08`; null while it follows from a date that is not set. */
  readonly lastDay: string | null;
  readonly isLate: boolean;
  /** The screen or command where it is met. */
  readonly action: string | null;
}

export interface SessionCounts {
  readonly confirmed: number;
  readonly accepted: number;
  readonly declined: number;
  /** said no in Outlook. They eat nothing that day, and are still registered in the project. */
  readonly declinedInOutlook: number;
  readonly noAnswer: number;
  /** Ticked as present; null until anybody has been ticked. */
  readonly present: number | null;
}

/** How the room is to be on the day. */
export interface SessionRoom {
  readonly layout: string | null;
  /** What the host is asked to have ready. */
  readonly equipment: readonly Words[];
  /** TEC-01: what a remote speaker needs and nobody has booked. */
  readonly missingEquipment: readonly Words[];
  /** ROO-01: when it opens for those who furnish. */
  readonly opensAt: LocalTime | null;
  /** null: not known. */
  readonly capacity: number | null;
  /** Participants and leaders; null while nobody knows how many. */
  readonly seatsNeeded: number | null;
  readonly stepFree: boolean | null;
}

/** Something that the programme asks for, with why. */
export interface SessionNeed {
  readonly id: string;
  readonly what: Words;
  readonly why: Words;
  /** `done`: it is there, booked or ordered. `missing`: nobody has seen to it. `open`: it comes with something later. */
  readonly state: 'done' | 'missing' | 'open';
  readonly stands: Words;
}

/** One session as the tab's card and the bot's "nästa träff" tell it. Moments are ISO text, days `2026-09-22`. */
export interface SessionState {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly theme: string | null;
  readonly date: string | null;
  readonly week: number | null;
  readonly start: LocalTime | null;
  readonly end: LocalTime | null;
  /** `today` on the day itself, `past` from the day after. */
  readonly when: 'undated' | 'future' | 'today' | 'past';
  readonly format: 'onsite' | 'digital' | 'hybrid';
  readonly venue: { readonly id: string; readonly name: string; readonly city: string } | null;
  readonly roomStatus: { readonly code: string; readonly words: Words };
  readonly room: SessionRoom;
  readonly preparation: string | null;
  /** The public page with the programme as it is now. */
  readonly programmeUrl: string;
  readonly agenda: readonly (AgendaItem & { readonly speakers: readonly string[] })[];
  readonly balance: AgendaBalance;
  readonly warnings: readonly Words[];
  /** TEC-01, TEC-02, CAT-01: equipment and meals that follow from the programme; none in a digital session. */
  readonly needs: readonly SessionNeed[];
  /** The sign for the room: the programme's QR code, the purpose and the attitudes. */
  readonly signUrl: string;
  readonly counts: SessionCounts;
  readonly sessionInfo: {
    /** INF-01: the guideline's last day, and the wise one when people are away then. */
    readonly lastDay: string | null;
    readonly wiseDay: string | null;
    readonly because: Words | null;
    readonly sentAt: string | null;
  };
  readonly evaluation: {
    readonly state: 'undated' | 'unconfirmed' | 'confirmed' | 'open' | 'closed';
    readonly opensAt: string | null;
    readonly closesAt: string | null;
    readonly answered: number;
    readonly invited: number;
  };
  readonly documentation: {
    readonly files: number;
    /** Cleared but not shared; held ones lack a right. */
    readonly cleared: number;
    readonly held: number;
    readonly shared: number;
  };
  readonly missing: readonly MissingThing[];
}

export interface SessionBoard {
  readonly sessions: readonly SessionState[];
  /** Today's, else the nearest to come; null when all are held or undated. */
  readonly nextSessionId: string | null;
}

/** What a changed agenda is like. */
export interface ChangedAgenda {
  readonly agenda: readonly AgendaItem[];
  readonly balance: AgendaBalance;
  readonly warnings: readonly Words[];
}

/** Something about a programme to look at again. It never stands in the way of saving. */
export interface AgendaFinding {
  readonly ruleId: string;
  readonly tone: 'warning' | 'tip';
  readonly words: Words;
  /** Places of the items that it is about, 0 first; none when it is about the whole day. */
  readonly rows: readonly number[];
}

/** How a programme would be, before it is saved. */
export interface AgendaLook {
  readonly balance: AgendaBalance;
  readonly findings: readonly AgendaFinding[];
  /** Why it cannot be saved as it is. `row` is the item's place, 0 first. */
  readonly fault: { readonly words: Words; readonly row: number } | null;
}

export type AgendaFault = 'endsBeforeStart' | 'overlaps' | 'beforeSession' | 'afterSession';
export type AgendaRefusal = AgendaFault | 'sessionUnknown' | 'unknownSpeaker' | 'unknownPerson';

const sessionUnknown: Words = { sv: 'Träffen finns inte.', en: 'There is no such session.' };

export const agendaRefusals: ReasonWords<AgendaRefusal> = {
  sessionUnknown,
  endsBeforeStart: {
    sv: 'Punkt {row}, ”{title}”, slutar innan den börjar. Rätta klockslagen.',
    en: 'Item {row}, “{title}”, ends before it starts. Correct the times.',
  },
  overlaps: {
    sv: 'Punkt {row}, ”{title}”, börjar innan punkten före har slutat. Rätta klockslagen.',
    en: 'Item {row}, “{title}”, starts before the item above has ended. Correct the times.',
  },
  beforeSession: {
    sv: 'Punkt {row}, ”{title}”, börjar {at}, men träffen börjar {limit}. Flytta punkten, eller ändra träffens tid under Planering.',
    en: 'Item {row}, “{title}”, starts at {at}, but the session starts at {limit}. Move the item, or change the time of the session under Planning.',
  },
  afterSession: {
    sv: 'Punkt {row}, ”{title}”, slutar {at}, men träffen slutar {limit}. Korta någon punkt, eller ändra träffens tid under Planering.',
    en: 'Item {row}, “{title}”, ends at {at}, but the session ends at {limit}. Shorten an item, or change the time of the session under Planning.',
  },
  unknownPerson: {
    sv: 'Punkt {row}, ”{title}”, har en ansvarig som inte finns i lärprojektet.',
    en: 'Item {row}, “{title}”, has somebody responsible who is not in the learning project.',
  },
  unknownSpeaker: {
    sv: 'Punkt {row}, ”{title}”, har en medverkande som inte finns i lärprojektet.',
    en: 'Item {row}, “{title}”, has a speaker who is not in the learning project.',
  },
};
