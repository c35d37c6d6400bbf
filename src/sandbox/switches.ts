import type { FarSide } from './far-side.ts';
import type { Exchange, StoredEvent, StoredMessage, Transfer } from './rows.ts';
import type { Person, Room, World } from './world.ts';
import { lower } from './directory.ts';

/** What no tenant offers: looking behind the wire and moving its people by hand, for tests, the demonstration and the pages. */
export interface Switches {
  /** Every mail in a mailbox, oldest first, whether in Sent Items or the inbox. Any address has one. */
  mailbox(address: string): readonly StoredMessage[];
  /** Live and cancelled events in a mailbox's calendars, by start. */
  calendar(address: string): readonly StoredEvent[];
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
    requestLog: () => tables.exchanges.all(),
    uploads: () => tables.transfers.all(),
    addPeople: directory.addPeople,
    addRooms: directory.addRooms,
    extendWorld: directory.extend,
  };
}
