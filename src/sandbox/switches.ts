import type { Temporal } from 'temporal-polyfill';
import { lower } from './directory.ts';
import type { FarSide } from './far-side.ts';
import { giveAnswer } from './outlook/answers.ts';
import type { GivenAnswer } from './outlook/answers.ts';
import { defaultCalendarId } from './outlook/calendar-list.ts';
import { organiserEvent } from './outlook/copies.ts';
import { cancelMeeting, changeMeeting, createMeeting, forwardMeeting } from './outlook/meetings.ts';
import type { EventFields } from './outlook/meetings.ts';
import { post } from './outlook/post-office.ts';
import type { Exchange, StoredDriveItem, StoredEvent, StoredHappening, StoredMessage, Transfer } from './rows.ts';
import type { Person, Room, RoomPolicy, Temperament, World } from './world.ts';

/** What no tenant offers: looking behind the wire and moving its people by hand, for tests, the demonstration and the pages. */
export interface Switches {
  /** Every mail in a mailbox, oldest first, whether in Sent Items or the inbox. Any address has one. */
  mailbox(address: string): readonly StoredMessage[];
  /** Live and cancelled events in a mailbox's calendars, by start. */
  calendar(address: string): readonly StoredEvent[];
  /** Answers an invitation for somebody, as with the buttons in their Outlook. False when it no longer stands. */
  answer(eventId: string, mail: string, answer: GivenAnswer, comment?: string): boolean;
  /** Somebody who is invited sends the invitation on. */
  forward(eventId: string, from: string, to: { readonly address: string; readonly name: string }): void;
  /** Somebody writes a mail of their own. */
  write(mail: { readonly from: string; readonly to: string; readonly subject: string; readonly text: string }): void;
  /** Somebody changes or cancels the organiser's event in Outlook, past the product. */
  editInOutlook(eventId: string, fields: EventFields): void;
  cancelInOutlook(eventId: string, comment?: string): void;
  /** Something that is already in a calendar, made by nobody the product knows. */
  occupy(mail: string, from: Temporal.Instant, to: Temporal.Instant, subject?: string): void;
  /** Bytes of an attachment or a file in the channel. */
  bytes(blobId: string): Uint8Array | undefined;
  /** Files and folders of a channel, as its Files tab lists them; empty until the folder has been asked for. */
  channelFiles(channelId: string): readonly StoredDriveItem[];
  /** What people and rooms will still do by themselves, soonest first. */
  agenda(): readonly StoredHappening[];
  /** Loses the next notifications and tells `missed` on the life-cycle address instead. */
  loseNotifications(count: number): void;
  /** Makes every subscription disappear, as when Graph removes one. */
  dropSubscriptions(): void;
  setRoomPolicy(mail: string, policy: Partial<RoomPolicy>): void;
  setTemperament(mail: string, temperament: Temperament): void;
  requestLog(): readonly Exchange[];
  uploads(): readonly Transfer[];
  addPeople(people: readonly Person[]): void;
  addRooms(rooms: readonly Room[]): void;
  extendWorld(world: World): void;
}

export function openSwitches(far: FarSide): Switches {
  const { tables, directory } = far;
  return {
    mailbox: (address) => tables.messagesOf(lower(address)).sort((a, b) => a.sentAt - b.sentAt || a.change - b.change),
    calendar: (address) =>
      tables
        .eventsOf(lower(address))
        .filter((event) => event.removedAt === null)
        .sort((a, b) => a.startMs - b.startMs),
    answer(eventId, mail, given, comment) {
      return giveAnswer(far, { iCalUId: eventNamed(far, eventId).iCalUId, mailbox: mail }, given, comment);
    },
    forward(eventId, from, to) {
      const sender = { address: lower(from), name: directory.displayName(lower(from)) };
      forwardMeeting(far, organisers(far, eventId), sender, to);
    },
    write({ from, to, subject, text }) {
      const named = (address: string) => ({ address: lower(address), name: directory.displayName(lower(address)) });
      const letter = {
        kind: 'mail',
        from: named(from),
        to: [named(to)],
        subject,
        body: text,
        bodyType: 'text',
      } as const;
      post(far, letter, { saveToSentItems: false });
    },
    editInOutlook: (eventId, fields) => void changeMeeting(far, organisers(far, eventId), fields),
    cancelInOutlook: (eventId, comment) => cancelMeeting(far, organisers(far, eventId), comment ?? ''),
    occupy(mail, from, to, subject = 'Upptaget') {
      const mailbox = lower(mail);
      const [start, end] = [from, to].map((at) => ({ ms: at.epochMilliseconds, zone: 'UTC' }));
      if (start === undefined || end === undefined) return;
      const place = { mailbox, calendarId: defaultCalendarId(mailbox), transactionId: null };
      createMeeting(far, place, { subject, start, end });
    },
    bytes: (blobId) => far.state.blobs.get(blobId),
    channelFiles(channelId) {
      const folderId = tables.folderWishes.get(channelId)?.folderId;
      return folderId === undefined ? [] : filesBelow(far, folderId);
    },
    agenda: () => tables.happenings.all().sort((a, b) => a.at - b.at),
    loseNotifications: far.notifier.loseNext,
    dropSubscriptions() {
      for (const subscription of tables.subscriptions.all()) {
        tables.subscriptions.delete(subscription.id);
        far.notifier.lifecycle(subscription, 'subscriptionRemoved');
      }
    },
    setRoomPolicy: directory.setRoomPolicy,
    setTemperament: directory.setTemperament,
    requestLog: () => tables.exchanges.all(),
    uploads: () => tables.transfers.all(),
    addPeople: directory.addPeople,
    addRooms: directory.addRooms,
    extendWorld: directory.extend,
  };
}

/** Any mailbox's event by its id, or the organiser's by its `iCalUId`. */
function eventNamed(far: FarSide, id: string): StoredEvent {
  const found = far.tables.events.get(id) ?? far.tables.eventsByUid(id)[0];
  if (found === undefined) throw new Error(`Mötet ${id} finns inte. / There is no event ${id}.`);
  return found;
}

function organisers(far: FarSide, id: string): StoredEvent {
  const event = eventNamed(far, id);
  return organiserEvent(far, event.iCalUId) ?? event;
}

function filesBelow(far: FarSide, folderId: string): StoredDriveItem[] {
  const children = far.tables.childrenOf(folderId).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  return children.flatMap((child) => [child, ...filesBelow(far, child.id)]);
}
