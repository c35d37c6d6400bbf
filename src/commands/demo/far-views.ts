/** What the sandbox's API answers, as far as the demonstration reads it. Addresses are lower-case. */
export interface FarAddress {
  readonly address: string;
  readonly name: string;
}

export interface FarMail {
  readonly id: string;
  readonly mailbox: string;
  readonly folder: string;
  readonly kind: string;
  readonly sentAt: number;
  readonly from: FarAddress;
  readonly to: readonly FarAddress[];
  readonly subject: string;
  readonly body: string;
  readonly internetMessageId: string;
  readonly meeting: { readonly method: string; readonly iCalUId: string; readonly startMs: number } | null;
}

export interface FarEvent {
  readonly id: string;
  readonly iCalUId: string;
  readonly subject: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly isCancelled: boolean;
  readonly isOrganizer: boolean;
  readonly attendees: readonly (FarAddress & { readonly type: string; readonly response: string })[];
}

export interface FarPost {
  readonly id: string;
  readonly conversationId: string;
  readonly from: string;
  readonly text: string;
  /** As it was when the post was new. */
  readonly firstText: string;
  readonly at: number;
  readonly attachments: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly view: unknown;
}

export interface FarConversation {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly memberIds: readonly string[];
  readonly isInstalled: boolean;
}

export interface FarState {
  readonly now: string;
  readonly people: readonly {
    readonly oid: string;
    readonly mail: string;
    readonly name: string;
    readonly kind: string;
    readonly hasAccount: boolean;
  }[];
  readonly conversations: readonly FarConversation[];
}

export interface FarExchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

export interface FarFile {
  readonly id: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly size: number;
}
