import type { Temporal } from 'temporal-polyfill';
import type { PersonId, ProjectKey, SessionId } from '../../domain/ids.ts';
import type { ReasonWords } from '../../domain/words.ts';
import type { BotPost } from '../../ports/messenger.ts';

/** A mail as people read it. Plain language: LIX 40 at most in Swedish. Never a dietary word. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A calendar file for the one recipient. */
  readonly file?: LetterFile;
}

export interface LetterFile {
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}

/** The parts that a letter may have. Links stand alone with their text, so that they are large enough to hit. */
export type LetterPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** A letter before it is set for somebody: other letters may take its parts up. */
export interface Draft {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
}

/** Everything that leaves as a notice, by kind. Each has a sample that is read for plain language (`test/letters/`). */
export type NoticeKind =
  | 'accessibility.report'
  | 'board.asked'
  | 'bot.leadAsked'
  | `closing.${'announced' | 'announcedMail' | 'done' | 'doneMail'}`
  | `closing.${'tellUnconfirmed' | 'tellStopped' | 'tellChanged'}`
  | 'correction'
  | `dates.${'poll' | 'pollCard' | 'pollReminder' | 'pollNudge' | 'pollResult'}`
  | `documents.${'posted' | 'shared'}`
  | `evaluation.${'announced' | 'link' | 'personal' | 'reminder' | 'shared'}`
  | `guest.${'substitute' | 'colleague'}`
  | 'invitation'
  | 'invitation.silent'
  | 'kitchen.order'
  | `meeting.${'byHand' | 'byHandCancelled'}`
  | `meetings.${'drift' | 'failed' | 'linkRemoved' | 'moved' | 'noLink' | 'roomRemoved' | 'sharedCalendarFailed' | 'stranger'}`
  | 'personalLink'
  | `planningMeeting.${'agenda' | 'byHand' | 'byHandCancelled' | 'gone' | 'roomDeclined'}`
  | `reminder.${'mail' | 'morning'}`
  | `registration.${'confirmed' | 'waiting' | 'late' | 'merged' | 'place' | 'declined' | 'cancelled' | 'commitment' | 'declinedAll'}`
  | `room.${'declined' | 'silent'}`
  | `rooms.${'undecided' | 'undecidedMail'}`
  | `session.${'info' | 'reminder' | 'unanswered'}`
  | `speaker.${'asked' | 'reminded'}`
  | `task.${'soon' | 'late'}`
  | 'theme.asked'
  | `venue.${'change' | 'release' | 'request'}`;

/** What makes a message one and the same: said once, however often its cause is handled. */
export interface NoticeKey extends ProjectKey {
  readonly kind: NoticeKind;
  readonly sessionId?: SessionId;
  readonly personId?: PersonId;
  /** Rises or changes when the same message has to be said again, such as the minute of a moved date. */
  readonly version: string;
}

/** `grace`: held back for a while, so that it can be stopped. `none`: an answer to the recipient's own act. */
export type Grace = 'none' | 'grace';

export interface MailOrder extends NoticeKey {
  readonly to: { readonly address: string; readonly name: string };
  readonly letter: Letter;
  readonly grace: Grace;
  /** Whose yes it goes out under; null only for an answer to a person's own act. */
  readonly confirmationId: string | null;
}

export type PostPlace = 'planningChat' | 'participantsChannel' | 'personalChat';

export interface PostOrder extends NoticeKey {
  /** `personalChat` goes to `personId`. */
  readonly place: PostPlace;
  readonly post: BotPost;
  readonly grace: Grace;
  readonly confirmationId: string | null;
  /** Sent instead when there is no such conversation; `toLead` sends the post's own words to the one who leads. */
  readonly orMail?: Pick<MailOrder, 'to' | 'letter'> | 'toLead';
}

/** `dormant`: the project stands still, so nothing was written and nothing will go out. `disposed`: no address is left. */
export type Queued = 'queued' | 'saidAlready' | 'dormant' | 'disposed';

/** Shown before the yes, and carried by it: if either has changed, nothing is sent. */
export interface Preview {
  readonly textVersion: string;
  readonly recipientCount: number;
}

export interface ConfirmationOrder extends ProjectKey {
  /** `registration.close`, `evaluation:<session>`, `documents:<session>`, `rooms` … */
  readonly act: string;
  readonly sessionId?: SessionId;
  readonly preview: Preview;
  readonly by: { readonly personId: PersonId | null; readonly name: string };
  /** A standing one goes off at this moment, unless somebody stops it. */
  readonly dueAt?: Temporal.Instant;
}

/** `byHand`: its time has come and a person sends it. `bounced`: sent, and came back. */
export type NoticeState = 'waiting' | 'sending' | 'sent' | 'stopped' | 'failed' | 'byHand' | 'bounced';

/** One line of the delivery log, as the tab shows it. */
export interface NoticeEntry {
  readonly id: string;
  readonly kind: string;
  readonly channel: 'mail' | PostPlace;
  readonly sessionId: string | null;
  readonly personId: string | null;
  /** The address; `recipientName` is whose. */
  readonly recipient: string | null;
  readonly recipientName: string | null;
  readonly subject: string;
  readonly state: NoticeState;
  readonly notBefore: string;
  readonly sentAt: string | null;
  readonly error: string | null;
  readonly confirmedBy: string | null;
  readonly confirmationId: string | null;
  /** When the same was sent again to a right address, ISO; null when nobody has done so. */
  readonly resentAt: string | null;
}

/** A standing yes that has neither gone off nor been stopped, or how it ended. */
export interface ConfirmationEntry {
  readonly id: string;
  readonly act: string;
  readonly sessionId: string | null;
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly dueAt: string | null;
  readonly confirmedBy: string;
  readonly confirmedAt: string;
  readonly announcedAt: string | null;
  readonly stoppedAt: string | null;
  readonly executedAt: string | null;
}

export interface NoticeLog {
  /** The product's clock, ISO: what is left of a wait is counted from here. */
  readonly now: string;
  readonly notices: readonly NoticeEntry[];
  readonly confirmations: readonly ConfirmationEntry[];
}

export type StopRefusal = 'notFound' | 'goneOut' | 'stoppedAlready';

export const stopWords: ReasonWords<StopRefusal> = {
  notFound: { sv: 'Utskicket finns inte.', en: 'There is no such message.' },
  goneOut: {
    sv: 'Det har redan gått ut och kan inte tas tillbaka. Skicka en rättelse i stället.',
    en: 'It has already gone out and cannot be taken back. Send a correction instead.',
  },
  stoppedAlready: { sv: 'Det är redan stoppat. Inget går ut.', en: 'It is stopped already. Nothing goes out.' },
};

export const previewWords: ReasonWords<'previewChanged'> = {
  previewChanged: {
    sv: 'Texten eller antalet mottagare har ändrats sedan du såg dem. Inget har skickats. Läs igenom igen och bekräfta.',
    en: 'The text or the number of recipients has changed since you saw them. Nothing was sent. Read again and confirm.',
  },
};

/** Why something did not go out, for the log. Other texts are the far side's own. */
export const errorWords: ReasonWords<'noConversation' | 'unknownOutcome' | 'gaveUp' | 'notInstalled'> = {
  noConversation: {
    sv: 'Ingen konversation är kopplad till lärprojektet.',
    en: 'No conversation is linked to the learning project.',
  },
  notInstalled: {
    sv: 'Boten är inte installerad i konversationen.',
    en: 'The bot is not installed in the conversation.',
  },
  unknownOutcome: {
    sv: 'Vi vet inte om inlägget kom fram. Titta i konversationen innan du skickar igen.',
    en: 'We do not know whether the post arrived. Look in the conversation before you send it again.',
  },
  gaveUp: {
    sv: 'Det gick inte att skicka trots flera försök.',
    en: 'It could not be sent in spite of several attempts.',
  },
};
