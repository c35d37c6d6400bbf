export interface RoomPlace {
  readonly mailbox: string;
  readonly displayName: string;
  readonly capacity: number | null;
}

/** One room's free or busy spans in a window, UTC instants. `unknown` when Graph cannot see the calendar. */
export interface RoomBusy {
  readonly mailbox: string;
  readonly known: boolean;
  readonly busy: readonly { readonly start: string; readonly end: string }[];
}

export interface RoomCalendarPort {
  places(): Promise<readonly RoomPlace[]>;
  /** At most 20 mailboxes and 62 days per Graph call; the adapter splits. */
  busy(query: {
    organiserMailbox: string;
    mailboxes: readonly string[];
    from: string;
    to: string;
  }): Promise<readonly RoomBusy[]>;
}
