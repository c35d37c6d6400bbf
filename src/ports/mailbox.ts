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

export interface MailboxPort {
  send(mail: OutgoingMail): Promise<MailResult>;
}
