import type {
  Exchange,
  StoredCalendar,
  StoredCategory,
  StoredDriveItem,
  StoredEvent,
  StoredFolderWish,
  StoredHappening,
  StoredMessage,
  StoredSubscription,
  StoredUploadSession,
  Transfer,
} from './rows.ts';
import type { State } from './state.ts';

export type Tables = ReturnType<typeof openTables>;

/** The tables of the sandbox's core. The chat opens its own, under names that begin with `chat.`. */
export function openTables(state: State) {
  const events = state.table<StoredEvent>('event');
  const messages = state.table<StoredMessage>('message');
  const calendars = state.table<StoredCalendar>('calendar');
  const categories = state.table<StoredCategory>('category');
  const driveItems = state.table<StoredDriveItem>('driveItem');
  return {
    events,
    eventsOf: events.index((event) => event.mailbox),
    eventsByUid: events.index((event) => event.iCalUId),
    eventsByTransaction: events.index((event) => `${event.mailbox} ${event.transactionId ?? ''}`),
    messages,
    messagesOf: messages.index((message) => message.mailbox),
    messagesByMovingId: messages.index((message) => message.movingId),
    calendars,
    calendarsOf: calendars.index((calendar) => calendar.mailbox),
    categories,
    categoriesOf: categories.index((category) => category.mailbox),
    driveItems,
    childrenOf: driveItems.index((item) => item.parentId ?? ''),
    folderWishes: state.table<StoredFolderWish>('folderWish'),
    uploadSessions: state.table<StoredUploadSession>('uploadSession'),
    subscriptions: state.table<StoredSubscription>('subscription'),
    happenings: state.table<StoredHappening>('happening'),
    exchanges: state.table<Exchange>('exchange'),
    transfers: state.table<Transfer>('transfer'),
  };
}
