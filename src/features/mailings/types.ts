import type { OrganisationId, PersonId, SessionId } from '../../domain/ids.ts';
import type { Language, ReasonWords, Words } from '../../domain/words.ts';
import { previewWords, type Letter, type NoticeEntry, type Preview } from '../notices/types.ts';

/** What letters there are. Those of a session, and a correction, name what they are about. */
export type Template =
  'invitation' | 'silent' | 'commitment' | 'board' | 'info' | 'reminder' | 'unanswered' | 'thanks' | 'correction';

/**
 * One letter to many, by its address: `invitation`, `silent`, `commitment`, `board:s-2`, `info:s-2`, `reminder:s-2`, `unanswered:s-2`,
 * `thanks:s-2`, `correction:<confirmation>`. In the tab the colon is a slash.
 */
export type MailingId = string;

export interface MailingRef {
  readonly template: Template;
  /** A session's id; for a correction the id of the confirmation that it corrects. */
  readonly subject: string | null;
}

export type RecipientGroup = 'participants' | 'municipalDirectors' | 'targetGroups' | 'municipalMailboxes' | 'earlier';

export interface Recipient {
  /** Stands for the same recipient however often one looks. Never holds a colon. */
  readonly id: string;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  readonly group: RecipientGroup;
  /** The person or the office, as the address line says it. */
  readonly name: string;
  /** How the letter greets; null for an office. */
  readonly givenName: string | null;
  readonly address: string;
  readonly language: Language;
}

/** A recipient as the screen lists them. */
export interface RecipientRow extends Recipient {
  /** ISO instant when they had an earlier wording of the letter; null when they never had it. Chosen only by hand then. */
  readonly earlier: string | null;
}

/** Somebody whom one might expect among the recipients, and why they are not there. */
export interface LeftOut {
  readonly name: string;
  readonly why: Words;
}

/** One thing that the letter needs. What `hinders` keeps it from going out. */
export interface Requirement {
  /** The guideline's id, or our own word. */
  readonly id: string;
  readonly title: Words;
  readonly words: Words;
  readonly state: 'met' | 'missing' | 'overridden';
  readonly hinders: boolean;
  /** Where it is filled in, in the guideline's words for screens; null when there is no screen. */
  readonly action: string | null;
  readonly sessionId: SessionId | null;
  /** Whether the guideline lets somebody go on with a reason. */
  readonly canOverride: boolean;
}

/** Text of the content lead's own: one for the letter, or one per group of recipients. */
export interface OwnWords {
  readonly slot: string;
  readonly label: Words;
  /** What stands in its place while nothing has been written; empty when nothing does. */
  readonly standard: Words;
  readonly sv: string;
  readonly en: string;
}

/** Characters of one text of the content lead's own. */
export const longestWords = 3000;

/** What one person would get, ready to copy where nothing may be sent for them. */
export interface LetterTo extends Letter {
  readonly recipient: Recipient;
}

/** A time that the letter has gone out, or is about to. */
export interface Sending {
  readonly confirmationId: string;
  readonly by: string;
  /** ISO instants. `goesAt` ends the time in which it can be stopped. */
  readonly confirmedAt: string;
  readonly goesAt: string;
  readonly state: 'onItsWay' | 'goneOut' | 'stopped';
  readonly counts: Readonly<Record<NoticeEntry['state'], number>>;
  readonly recipientCount: number;
  readonly entries: readonly NoticeEntry[];
  /** The address of the letter that corrects it. */
  readonly correction: MailingId;
}

export interface MailingSummary {
  readonly id: MailingId;
  readonly template: Template;
  readonly name: Words;
  readonly sessionId: SessionId | null;
  readonly sessionNumber: number | null;
  /** Local days: the last day of the rule or of our advice, and the wise one; null without one. */
  readonly due: string | null;
  readonly wiseDue: string | null;
  /** `past`: its time is over and it was not sent. */
  readonly state: 'sent' | 'onItsWay' | 'ready' | 'incomplete' | 'later' | 'past';
  readonly recipientCount: number;
  readonly missing: readonly Words[];
  /** ISO instant of the latest time it went out, also when that was told by hand or by a project file. */
  readonly sentAt: string | null;
}

/** Everything the screen of one letter shows. */
export interface MailingView extends MailingSummary, Preview {
  /** The product's clock, ISO: what counts down is counted from it. */
  readonly now: string;
  readonly graceSeconds: number;
  readonly purpose: Words;
  readonly requirements: readonly Requirement[];
  readonly recipients: readonly RecipientRow[];
  /** Whose letter can be looked at: also of those who have had it. */
  readonly readers: readonly Recipient[];
  /** False where all of them go together. */
  readonly canSelect: boolean;
  readonly selected: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly ownWords: readonly OwnWords[];
  readonly sendings: readonly Sending[];
  /** Words that keep it from going out now; empty when it may. */
  readonly hinders: readonly Words[];
}

/** What the yes carries back: what was seen, and to whom. Without a selection it goes to all who lack it; an empty one is nobody. */
export interface SeenMailing extends Preview {
  readonly selection?: readonly string[] | undefined;
}

export interface SentMailing {
  readonly recipientCount: number;
  readonly confirmationId: string;
  /** ISO instant until which it can be stopped. */
  readonly goesAt: string;
}

/** Something that has a yes and has not gone out. */
export interface OutboundEntry {
  readonly id: string;
  /** Below the project's path of the API. */
  readonly stopPath: string;
  readonly mailing: MailingId | null;
  readonly name: Words;
  readonly recipientCount: number;
  readonly goesAt: string;
  readonly by: string | null;
}

export interface Outbound {
  readonly now: string;
  readonly entries: readonly OutboundEntry[];
}

export type MailingRefusal =
  'mailingUnknown' | 'recipientUnknown' | 'dormant' | 'over' | 'incomplete' | 'nobody' | 'allTold' | 'previewChanged';

export const mailingRefusals: ReasonWords<MailingRefusal> = {
  mailingUnknown: {
    sv: 'Utskicket finns inte. Gå till Utskick och välj ett i listan.',
    en: 'There is no such letter. Go to Mailings and choose one from the list.',
  },
  recipientUnknown: {
    sv: 'Mottagaren finns inte i utskicket. Välj en annan i listan.',
    en: 'The recipient is not among those of the letter. Choose another from the list.',
  },
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det i fliken först.',
    en: 'The learning project is dormant. Wake it in the tab first.',
  },
  over: { sv: 'Det är för sent att skicka det här. {what}', en: 'It is too late to send this. {what}' },
  incomplete: { sv: 'Det går inte att skicka än. {what}', en: 'It cannot be sent yet. {what}' },
  nobody: {
    sv: 'Ingen är vald, så ingen får något. Välj mottagare.',
    en: 'Nobody is chosen, so nobody gets anything. Choose recipients.',
  },
  allTold: {
    sv: 'Alla har redan fått det, eller får det strax. Blev något fel? Förbered en rättelse i fliken, under Utskick.',
    en: 'Everybody has had it already, or will in a moment. Is something wrong? Prepare a correction in the tab, under Mailings.',
  },
  previewChanged: previewWords.previewChanged,
};

export type WordsRefusal = 'mailingUnknown' | 'slotUnknown';

export const wordsRefusals: ReasonWords<WordsRefusal> = {
  mailingUnknown: mailingRefusals.mailingUnknown,
  slotUnknown: { sv: 'Brevet har ingen sådan text.', en: 'The letter has no such text.' },
};

export type ResendRefusal =
  'noReturned' | 'addressUnreadable' | 'addressHasAccents' | 'addressTaken' | 'personalLink' | 'dormant';

export const linkRefusals: ReasonWords<'noProject'> = {
  noProject: { sv: 'Lärprojektet finns inte.', en: 'There is no such learning project.' },
};

export const resendRefusals: ReasonWords<ResendRefusal> = {
  noReturned: {
    sv: 'Mejlet har redan skickats igen, eller har inte kommit tillbaka. Läs om sidan.',
    en: 'The mail has been sent again already, or has not come back. Reload the page.',
  },
  addressUnreadable: {
    sv: 'E-postadressen ser inte rätt ut. Skriv till exempel namn@kommun.se.',
    en: 'The e-mail address does not look right. Write for example name@municipality.se.',
  },
  addressHasAccents: {
    sv: 'E-postadresser har inga å, ä eller ö. Menar du {suggestion}?',
    en: 'E-mail addresses have no å, ä or ö. Do you mean {suggestion}?',
  },
  addressTaken: {
    sv: 'Adressen hör redan till någon annan i lärprojektet.',
    en: 'The address belongs to somebody else in the project already.',
  },
  personalLink: {
    sv: 'Brevet hade en personlig länk. Be personen hämta en ny på projektets sida.',
    en: 'The letter had a personal link. Ask the person to get a new one on the project’s page.',
  },
  dormant: mailingRefusals.dormant,
};
