import type { OrganisationId, SessionId } from '../../domain/ids.ts';
import type { ReasonWords, Words } from '../../domain/words.ts';
import type { CostKind } from '../../guideline/facts.ts';

export type { CostKind };

/** The working group's yes to a fee or a journey (CST-03). */
export interface Agreement {
  /** Local day. */
  readonly on: string;
  /** Who said it, as it was written. */
  readonly by: string;
}

/** One line of the budget. Sums are whole öre. */
export interface CostLine {
  readonly id: string;
  readonly kind: CostKind;
  readonly text: string;
  /** null: for the project as a whole. */
  readonly sessionId: SessionId | null;
  readonly budget: number;
  /** Price for each who eats; null where the sum is set by hand. */
  readonly perPortion: number | null;
  /** What it has cost; null until somebody knows. */
  readonly outcome: number | null;
  readonly agreement: Agreement | null;
}

export type LineWish = Omit<CostLine, 'id' | 'agreement'>;

export interface Party {
  readonly organisationId: OrganisationId;
  /** Per cent, at most two decimals. */
  readonly sharePercent: number;
}

/** Who pays what, as the working group has agreed (CST-02). */
export interface Split {
  readonly parties: readonly Party[];
  /** Local day. */
  readonly agreedOn: string | null;
  readonly agreedBy: string | null;
  /** Whose guidance it follows, such as the steering group's. */
  readonly guidanceFrom: string | null;
}

export interface Costs {
  readonly split: Split;
  readonly lines: readonly CostLine[];
}

export interface LineView extends CostLine {
  readonly expected: number;
  /** How many portions the sum is for; null where it is not computed. */
  readonly portions: number | null;
  readonly isOver: boolean;
  readonly needsAgreement: boolean;
}

export interface Sums {
  readonly budget: number;
  readonly expected: number;
}

export interface ShareView extends Party, Sums {
  readonly name: string;
}

export interface SessionCosts extends Sums {
  readonly sessionId: SessionId;
  readonly number: number;
  readonly portions: number;
}

/** One change, the latest first. */
export interface CostChange {
  readonly id: string;
  /** ISO. */
  readonly at: string;
  readonly words: Words;
}

/** GET `/costs`. Sums are whole öre. */
export interface CostsView {
  readonly today: string;
  readonly split: Split;
  readonly shares: readonly ShareView[];
  readonly lines: readonly LineView[];
  readonly total: Sums & { readonly spent: number };
  readonly sessions: readonly SessionCosts[];
  /** What eating is counted from: who is coming, or the most that may come while people can still register. */
  readonly countedFrom: 'confirmed' | 'maximum';
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** What speaks against it: over the budget, and what lacks a yes. */
  readonly warnings: readonly Words[];
  readonly history: readonly CostChange[];
}

export type CostRefusal =
  | 'noProject'
  | 'noLine'
  | 'noSession'
  | 'noOrganisation'
  | 'partyTwice'
  | 'splitSum'
  | 'future'
  | 'noPrice'
  | 'nothingToAgree';

export const costRefusals: ReasonWords<CostRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  noLine: {
    sv: 'Raden finns inte längre. Någon annan kan ha tagit bort den.',
    en: 'The line is no longer there. Somebody else may have removed it.',
  },
  noSession: { sv: 'Träffen finns inte. Välj en annan.', en: 'There is no such session. Choose another.' },
  noOrganisation: {
    sv: 'Organisationen finns inte i registret. Välj någon i listan.',
    en: 'The organisation is not in the register. Choose one of the list.',
  },
  partyTwice: {
    sv: '{name} står två gånger. Slå ihop andelarna.',
    en: '{name} stands there twice. Put the shares together.',
  },
  splitSum: {
    sv: 'Andelarna blir {sum} procent. De ska bli 100.',
    en: 'The shares add up to {sum} per cent. They are to be 100.',
  },
  future: {
    sv: 'Dagen har inte varit än. Skriv den dag då ni kom överens.',
    en: 'The day is still to come. Write the day on which you agreed.',
  },
  noPrice: {
    sv: 'Bara lunch och fika räknas ut per portion. Ta bort priset, eller byt slag.',
    en: 'Only lunch and fika are counted by portion. Remove the price, or change the kind.',
  },
  nothingToAgree: {
    sv: 'Bara arvoden och resor som kostar något behöver ett ja.',
    en: 'Only fees and travel that cost something need a yes.',
  },
};
