import type { DietaryTag } from '../../domain/dietary.ts';
import type { SessionId } from '../../domain/ids.ts';
import type { LocalTime } from '../../domain/local-date.ts';
import type { ReasonWords, Words } from '../../domain/words.ts';
import { previewWords } from '../notices/types.ts';

/** Who eats, and why the sum is what it is. */
export interface Heads {
  /** Confirmed participants who have not declined and have sent nobody instead. */
  readonly participants: number;
  readonly substitutes: number;
  readonly colleagues: number;
  /** Those who lead the day on site. */
  readonly leaders: number;
  /** Speakers and others, as the content lead has said. */
  readonly extra: number;
  readonly total: number;
}

export interface TagCount {
  readonly tag: DietaryTag;
  readonly label: Words;
  readonly count: number;
  /** How many of them can become seriously ill. */
  readonly severe: number;
}

/** Needs in numbers. No names, and no words but those that the content lead has confirmed for the kitchen. */
export interface DietNumbers {
  /** In the order of the tags; those that nobody has are left out. */
  readonly counts: readonly TagCount[];
  /** One and the same portion: "glutenfritt och laktosfritt". */
  readonly combined: readonly { readonly labels: readonly Words[]; readonly count: number }[];
  readonly severe: number;
  /** "övrigt": what no tag covers. */
  readonly others: readonly { readonly wording: string; readonly count: number; readonly severe: number }[];
  /** Have written something that nobody has gone through and no tag covers. */
  readonly unread: number;
}

export interface KitchenNumbers {
  readonly heads: Heads;
  readonly diet: DietNumbers;
}

/** "+1 veganskt". */
export interface NumberChange {
  readonly label: Words;
  readonly change: number;
}

export interface Meal {
  readonly kind: 'arrival' | 'lunch' | 'fika';
  readonly at: LocalTime;
  readonly title: string;
}

/** Everything that the kitchen and the host are told of a session. Days and times are local. */
export interface KitchenSheet {
  readonly projectId: string;
  readonly projectTitle: string;
  readonly timeZone: string;
  readonly sessionId: SessionId;
  readonly number: number;
  readonly title: string;
  readonly date: string | null;
  readonly start: LocalTime | null;
  readonly end: LocalTime | null;
  /** `none`: nobody eats together, since it is digital or called off. */
  readonly state: 'planned' | 'held' | 'none';
  readonly venue: { readonly name: string; readonly city: string } | null;
  readonly layout: string | null;
  readonly equipment: readonly Words[];
  readonly opensAt: LocalTime | null;
  readonly meals: readonly Meal[];
  /** What to cook: the final numbers once they are given, else as it stands now. */
  readonly numbers: KitchenNumbers;
  readonly final: {
    /** The day when the numbers become final; null without a date. */
    readonly on: string | null;
    /** ISO; null until then. */
    readonly at: string | null;
    /** What has changed since. */
    readonly changes: readonly NumberChange[];
  };
  readonly reference: string | null;
  readonly contact: { readonly name: string; readonly phone: string | null };
}

/** What the content lead can change. null: what follows from the plan. */
export interface Agreement {
  readonly reference: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly orderAddress: string | null;
  readonly extraHeads: number;
  readonly finalOn: string | null;
}

/** The tab's *Mat*. */
export interface KitchenView {
  readonly sheet: KitchenSheet;
  readonly agreement: Agreement;
  /** Participants and their guests, without those who lead. */
  readonly portions: number;
  /** RG-05: speakers on site who are neither participants nor leaders. Whether they eat, the content lead says. */
  readonly visitingSpeakers: number;
  /** What people have written that nobody has gone through yet, in the whole project. */
  readonly toReview: number;
  /** The kitchen's page; null while there is no link. */
  readonly url: string | null;
  /** Who would get the order; null: nobody to ask. */
  readonly orderTo: string | null;
  readonly order: {
    /** ISO; null: not ordered. */
    readonly at: string | null;
    /** `hand`: somebody said that it was ordered in another way. */
    readonly how: 'mail' | 'hand' | null;
    /** CAT-01: seven days before. */
    readonly lastDay: string | null;
  };
}

export interface OrderPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Not gone through yet, so the numbers may change. */
  readonly toReview: number;
}

export type KitchenRefusal =
  | 'sessionUnknown'
  | 'noDate'
  | 'nothingToOrder'
  | 'nobodyToAsk'
  | 'dormant'
  | 'sentAlready'
  | 'previewChanged'
  | 'finalTooLate';

export const kitchenRefusals: ReasonWords<KitchenRefusal> = {
  sessionUnknown: { sv: 'Träffen finns inte.', en: 'There is no such session.' },
  noDate: {
    sv: 'Träffen saknar datum. Sätt det först, så kan maten beställas.',
    en: 'The session has no date. Set it first, then the food can be ordered.',
  },
  nothingToOrder: {
    sv: 'Träffen är digital eller redan hållen, så det finns ingen mat att beställa.',
    en: 'The session is online or already held, so there is no food to order.',
  },
  nobodyToAsk: {
    sv: 'Det finns ingen adress att beställa från. Skriv värdens eller kökets e-post under Ändra uppgifter.',
    en: 'There is no address to order from. Write the host’s or the kitchen’s e-mail under Edit details.',
  },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan beställningen gå ut.',
    en: 'The learning project is dormant. Wake it first, so that the order can go out.',
  },
  sentAlready: {
    sv: 'Köket har redan fått precis det här, eller får det strax. Sidan bakom länken visar alltid det senaste.',
    en: 'The kitchen has got exactly this already, or will in a moment. The page behind the link is always the latest.',
  },
  previewChanged: previewWords.previewChanged,
  finalTooLate: {
    sv: 'Dagen för slutligt antal behöver vara före träffen. Inget är sparat.',
    en: 'The day of the final number has to be before the session. Nothing is saved.',
  },
};
