import type { ReasonWords, Words } from '../../domain/words.ts';

/** what a project holds, in the classes that a decision on disposal speaks of. */
export const dataClassIds = [
  'dietary',
  'workingPapers',
  'messages',
  'attendance',
  'evaluationAnswers',
  'contacts',
  'participantList',
  'decisions',
  'plans',
  'documentation',
] as const;

export type DataClassId = (typeof dataClassIds)[number];

/** What is decided about a class. Days are counted from the class's own event. */
export interface RetentionRule {
  readonly way: 'keep' | 'dispose';
  /** null when it is kept. */
  readonly days: number | null;
  /** The reference of the decision; null only where something is kept. */
  readonly decision: string | null;
  /** Local day; null for dietary needs, whose terms hold the reference alone. */
  readonly decidedOn: string | null;
}

/** What we would propose to whoever decides. It decides nothing. */
export type Proposal = { readonly way: 'keep' } | { readonly way: 'dispose'; readonly days: number };

export interface DataClass {
  readonly id: DataClassId;
  readonly name: Words;
  /** What it is. */
  readonly what: Words;
  /** What goes and what is left when it is disposed of; null for what this tool only keeps. */
  readonly effect: Words | null;
  readonly proposal: Proposal;
  readonly after: 'lastSession' | 'lastEvaluation';
  /** Has to be disposed of first. */
  readonly needs?: DataClassId;
}

/** A number that is left when what it counted has gone. Never of a person. */
export interface KeptCount {
  readonly words: Words;
  readonly count: number;
}

/**
 * kept: decided so, or the tool keeps it · undecided: no decision, so nothing may go · unknownDay: no last day yet ·
 * waits: until its day · evaluationOpen · needsOther: another class first · empty: nothing that would go · due.
 */
export type ClassState =
  'kept' | 'undecided' | 'unknownDay' | 'waits' | 'evaluationOpen' | 'needsOther' | 'empty' | 'due';

/** One line of the dry run. */
export interface ClassView extends DataClass {
  readonly rule: RetentionRule | null;
  readonly state: ClassState;
  /** How many would go. */
  readonly items: number;
  /** How many of the class stay behind for now, such as letters that have not gone out. */
  readonly staying: number;
  /** The first local day when it may go; null while that is not known. */
  readonly dueOn: string | null;
  /** Whose it is, for the tab alone; empty where that is not to be told. */
  readonly people: readonly string[];
}

/** The record of one disposal. */
export interface Disposal {
  readonly id: string;
  readonly dataClass: DataClassId;
  readonly name: Words;
  /** ISO. */
  readonly at: string;
  readonly by: string;
  readonly decision: string;
  readonly decidedOn: string | null;
  readonly dueOn: string;
  readonly items: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly kept: readonly KeptCount[];
}

/** Somebody fetched what the project holds, to hand it out. */
export interface Disclosed {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** Of how many dietary needs it was said that they are withheld. */
  readonly withheld: number;
}

export interface RetentionView {
  readonly today: string;
  readonly classes: readonly ClassView[];
  readonly disposals: readonly Disposal[];
  readonly disclosures: readonly Disclosed[];
}

/** What stands before the yes. `recipientCount` is how many would go. */
export interface DisposalPreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly line: ClassView;
}

/** Told on the pages that used to show it. */
export interface DisposedNote {
  readonly dataClass: DataClassId;
  readonly name: Words;
  /** ISO, of the latest. */
  readonly at: string;
  readonly decision: string;
  readonly kept: readonly KeptCount[];
}

export type RuleRefusal =
  'noProject' | 'unknownClass' | 'noDecision' | 'noDays' | 'future' | 'onlyKept' | 'dietaryTerms';

export const ruleRefusals: ReasonWords<RuleRefusal> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
  unknownClass: { sv: 'Det finns ingen sådan sorts uppgifter.', en: 'There is no such class of data.' },
  noDecision: {
    sv: 'Inget gallras utan beslut. Skriv beslutets beteckning och vilken dag det fattades.',
    en: 'Nothing is disposed of without a decision. Write the reference of the decision and its day.',
  },
  noDays: {
    sv: 'Skriv hur många dagar uppgifterna sparas.',
    en: 'Write for how many days the data are kept.',
  },
  future: { sv: 'Beslutets dag har inte varit än.', en: 'The day of the decision has not come yet.' },
  onlyKept: {
    sv: 'De här uppgifterna bevaras. Verktyget raderar dem inte.',
    en: 'These data are preserved. The tool does not erase them.',
  },
  dietaryTerms: {
    sv: 'Beslutet om specialkost står på sidan Texter och roller. Ändra det där.',
    en: 'The decision on dietary needs is on the page Texts and roles. Change it there.',
  },
};

export type DisposalRefusal =
  | 'noProject'
  | 'unknownClass'
  | 'noDecision'
  | 'onlyKept'
  | 'decidedToKeep'
  | 'unknownDay'
  | 'notYet'
  | 'evaluationOpen'
  | 'needsOther'
  | 'nothingThere'
  | 'previewChanged'
  | 'noRecord';

export const disposalRefusals: ReasonWords<DisposalRefusal> = {
  noProject: ruleRefusals.noProject,
  unknownClass: ruleRefusals.unknownClass,
  noDecision: {
    sv: 'Inget gallras utan beslut. Skriv in beslutet först.',
    en: 'Nothing is disposed of without a decision. Enter the decision first.',
  },
  onlyKept: ruleRefusals.onlyKept,
  decidedToKeep: {
    sv: 'Det är beslutat att uppgifterna bevaras. Inget är raderat.',
    en: 'It is decided that these data are preserved. Nothing has been erased.',
  },
  unknownDay: {
    sv: 'Alla träffar har inte datum, så det går inte att räkna ut när uppgifterna får gallras.',
    en: 'Not all sessions have a date, so it cannot be computed when the data may be disposed of.',
  },
  notYet: {
    sv: 'Uppgifterna får gallras tidigast {day}. Inget är raderat.',
    en: 'The data may be disposed of on {day} at the earliest. Nothing has been erased.',
  },
  evaluationOpen: {
    sv: 'En utvärdering är öppen eller håller på att räknas. Gallra när den har stängt.',
    en: 'An evaluation is open or being counted. Dispose when it has closed.',
  },
  needsOther: {
    sv: 'Gallra kontaktuppgifterna först. Annars står namnet kvar i adressen.',
    en: 'Dispose of the contact data first. Otherwise the name remains in the address.',
  },
  nothingThere: {
    sv: 'Det finns inget kvar att gallra.',
    en: 'There is nothing left to dispose of.',
  },
  previewChanged: {
    sv: 'Uppgifterna eller beslutet har ändrats sedan du såg dem. Inget är raderat. Läs igenom igen.',
    en: 'The data or the decision has changed since you saw them. Nothing has been erased. Read again.',
  },
  noRecord: { sv: 'Det finns inget sådant protokoll.', en: 'There is no such record.' },
};
