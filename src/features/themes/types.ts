import type { OrganisationId } from '../../domain/ids.ts';
import type { ReasonWords, Words } from '../../domain/words.ts';

/** What the steering group made of a proposal. `deferred`: kept for another year. */
export type ProposalOutcome = 'open' | 'selected' | 'notSelected' | 'deferred';

/**
 * `answer`: somebody of the steering group answered here. `protocol`: written in by the content lead, with the protocol's
 * day and paragraph. `history`: a project file said so.
 */
export type DecisionWay = 'answer' | 'protocol' | 'history';

/** A proposal as it is written. */
export interface ProposalTexts {
  readonly title: string;
  /** Which need of the municipalities it answers. */
  readonly why: string;
  readonly proposedBy: string;
  /** How many municipalities are said to support it; null when only those named do. */
  readonly statedSupport: number | null;
  readonly supporters: readonly OrganisationId[];
}

export interface Proposal extends ProposalTexts {
  readonly id: string;
  readonly outcome: ProposalOutcome;
}

/** A talk with the municipalities, as it is written. */
export interface ConsultationTexts {
  readonly forum: string;
  /** Local day. */
  readonly date: string;
  readonly summary: string;
  readonly heard: readonly OrganisationId[];
}

export interface Consultation extends Omit<ConsultationTexts, 'date'> {
  readonly id: string;
  /** null: a project file did not say. */
  readonly date: string | null;
}

export interface Decision {
  readonly proposalId: string | null;
  /** Local day. */
  readonly date: string | null;
  readonly by: string;
  readonly way: DecisionWay;
  /** `§ 14`. */
  readonly paragraph: string | null;
  readonly note: string | null;
}

/** What is decided, and where it stands. */
export interface DecisionOrder {
  readonly proposalId: string;
  /** The protocol's day; left out when somebody of the steering group answers, which is today. */
  readonly date?: string | null | undefined;
  readonly paragraph?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** Those of the others that are kept for another year. */
  readonly deferred?: readonly string[] | undefined;
}

export interface Named {
  readonly id: OrganisationId;
  readonly name: string;
}

export interface RankedProposal extends Omit<Proposal, 'supporters'> {
  /** Number of municipalities. */
  readonly support: number;
  /** 1 for the most supported; the same for equals. */
  readonly rank: number;
  readonly supporters: readonly Named[];
}

export interface ShownConsultation extends Omit<Consultation, 'heard'> {
  readonly heard: readonly Named[];
}

/** A rule that stands in the way of the decision until it is met or overridden. */
export interface Hindrance {
  readonly ruleId: string;
  readonly title: Words;
  readonly words: Words;
  readonly action: string | null;
}

/** GET `/themes`. */
export interface ThemesView {
  readonly today: string;
  /** By support. */
  readonly proposals: readonly RankedProposal[];
  /** Latest first. */
  readonly consultations: readonly ShownConsultation[];
  /** THM-02: municipalities that no consultation names. */
  readonly unheard: readonly Named[];
  /** How many municipalities there are to hear. */
  readonly municipalities: number;
  readonly decision: (Decision & { readonly title: string | null }) | null;
  readonly hindrances: readonly Hindrance[];
  /** How the caller may enter a decision; null: not at all. */
  readonly way: Exclude<DecisionWay, 'history'> | null;
  readonly mayTakeBack: boolean;
  /** The latest question to the steering group: ISO, and how many got it; null when nobody has asked. */
  readonly asked: { readonly at: string; readonly count: number; readonly isWaiting: boolean } | null;
  /** The decided theme is not the project's name yet. */
  readonly canOpen: boolean;
}

export type ThemeRefusal =
  | 'noProject'
  | 'noProposal'
  | 'nothingPasted'
  | 'tooMany'
  | 'badLine'
  | 'noConsultation'
  | 'consultationAhead'
  | 'isDecided'
  | 'notDecided'
  | 'steeringDecides'
  | 'noReference'
  | 'dateAhead'
  | 'blocked';

export const themeRefusals: ReasonWords<ThemeRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  noProposal: { sv: 'Temaförslaget finns inte kvar.', en: 'The proposal is not there any more.' },
  nothingPasted: {
    sv: 'Där finns inga förslag. Klistra in ett förslag per rad.',
    en: 'There are no proposals. Paste one proposal a line.',
  },
  tooMany: { sv: 'Klistra in högst {most} förslag åt gången.', en: 'Paste at most {most} proposals at a time.' },
  badLine: {
    sv: 'Rad {line} går inte att läsa: ”{text}”. Skriv tema; antal kommuner; vem som föreslår.',
    en: 'Line {line} cannot be read: “{text}”. Write theme; number of municipalities; who proposes.',
  },
  noConsultation: { sv: 'Samrådet finns inte kvar.', en: 'The consultation is not there any more.' },
  consultationAhead: {
    sv: 'Den dagen har inte varit än. Anteckna samrådet när det har hållits.',
    en: 'That day has not come yet. Note the consultation when it has been held.',
  },
  isDecided: {
    sv: 'Temat är beslutat. Ta tillbaka beslutet först, om det blev fel.',
    en: 'The theme is decided. Take the decision back first, if it was wrong.',
  },
  notDecided: { sv: 'Inget tema är beslutat än.', en: 'No theme is decided yet.' },
  steeringDecides: {
    sv: 'Det beslutar styrgruppen. Be någon i styrgruppen svara här eller i chatten.',
    en: 'The steering group decides that. Ask somebody of the steering group to answer here or in the chat.',
  },
  noReference: {
    sv: 'Det beslutar styrgruppen. Skriv protokollets datum och paragraf, till exempel §\u00a014, så antecknas deras beslut.',
    en: 'The steering group decides that. Write the date and the paragraph of its protocol, such as §\u00a014, to record its decision.',
  },
  dateAhead: {
    sv: 'Dagen har inte varit än. Skriv den dag då styrgruppen beslutade.',
    en: 'That day has not come yet. Write the day when the steering group decided.',
  },
  blocked: {
    sv: 'Beslutet får vänta: {rules}. Ordna det först, eller gå vidare med ett skäl på sidan Tema.',
    en: 'The decision has to wait: {rules}. See to it first, or go on with a reason on the page Theme.',
  },
};
