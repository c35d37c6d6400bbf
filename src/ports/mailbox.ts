export interface OutgoingMail {
  readonly from: string;
  readonly to: { readonly address: string; readonly name: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The notice's key: found again after an unknown outcome, so that a mail is sent once. */
  readonly key: string;
  /** True when nothing with this key can have been sent before, which saves looking for it. */
  readonly firstTry?: boolean;
  readonly attachments?: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly content: Uint8Array;
  }[];
}

export type MailResult =
  | { readonly result: 'sent'; readonly messageId: string | null }
  | { readonly result: 'later'; readonly retryAfterSeconds: number }
  | { readonly result: 'refused'; readonly message: string };

/** A report that one of our mails could not be delivered. */
export interface ReturnedMail {
  /** The notice's key, as the mail carried it. */
  readonly key: string;
  /** Enhanced status code, `5.1.10`; null when the report gives none. */
  readonly code: string | null;
}

/** A letter to the organiser's mailbox, as little of it as is needed to tell somebody to read it. */
export interface IncomingLetter {
  /** Immutable. */
  readonly id: string;
  readonly from: string;
  readonly subject: string;
  /** ISO instant. */
  readonly receivedAt: string;
  /** Opens it in Outlook. */
  readonly webLink: string;
  /** An answer to an invitation, or another of Exchange's messages about a meeting. */
  readonly isAnswer: boolean;
  readonly saysSomething: boolean;
}

/** Which letters of a room are meant: about the meeting with this subject, since an ISO instant. */
export interface RoomLetters {
  readonly room: string;
  readonly subject: string;
  readonly since: string;
}

export interface MailboxPort {
  send(mail: OutgoingMail): Promise<MailResult>;
  /** Mails of ours that came back to the mailbox since an ISO instant. */
  returned(mailbox: string, since: string): Promise<readonly ReturnedMail[]>;
  /** Letters from others that have come to the mailbox since an ISO instant, the oldest first; at most 200. */
  letters(mailbox: string, since: string): Promise<readonly IncomingLetter[]>;
  /** What a room has written with its latest answer; null when it says nothing. Rooms' words only, never a person's. */
  roomWords(mailbox: string, of: RoomLetters): Promise<string | null>;
}
