/** What a call that changes nothing was answered. */
export interface ProbeAnswer {
  /** HTTP status. */
  readonly status: number;
  /** The far side's own code, the innermost; empty when it gave none. */
  readonly code: string;
}

export interface CalendarProbe extends ProbeAnswer {
  /** What a meeting in this calendar can be held in, `teamsForBusiness`; empty when nothing, or when it was refused. */
  readonly meetingProviders: readonly string[];
}

export interface RoomList {
  readonly address: string;
  readonly name: string;
}

/** Rights that are tried one by one, before anything depends on them. None of these calls changes anything. */
export interface ProbesPort {
  calendar(mailbox: string): Promise<CalendarProbe>;
  /** Asks to change something that does not exist: 404 says that we might have. */
  changeEvent(mailbox: string): Promise<ProbeAnswer>;
  readMail(mailbox: string): Promise<ProbeAnswer>;
  changeMail(mailbox: string): Promise<ProbeAnswer>;
  sendMail(mailbox: string): Promise<ProbeAnswer>;
  /** Whether the calendar understands an IANA zone by the name that we use for it. */
  zone(mailbox: string, iana: string): Promise<ProbeAnswer>;
  roomLists(): Promise<readonly RoomList[]>;
  /** Lets the far side shake hands with our address, and takes the subscription back at once. */
  handshake(wish: { mailbox: string; notificationUrl: string; expiresAt: string }): Promise<ProbeAnswer>;
}
