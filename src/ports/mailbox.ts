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

export interface MailboxPort {
  send(mail: OutgoingMail): Promise<MailResult>;
  /** Mails of ours that came back to the mailbox since an ISO instant. */
  returned(mailbox: string, since: string): Promise<readonly ReturnedMail[]>;
}
