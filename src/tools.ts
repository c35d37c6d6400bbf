import type { Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from './database/open.ts';
import type { Tables } from './database/tables.ts';
import type { Clock } from './ports/clock.ts';
import type { DirectoryPort } from './ports/directory.ts';
import type { FilesPort } from './ports/files.ts';
import type { Ids } from './ports/ids.ts';
import type { Enqueue } from './ports/jobs.ts';
import type { LinksPort } from './ports/links.ts';
import type { MailboxPort } from './ports/mailbox.ts';
import type { MeetingsPort } from './ports/meetings.ts';
import type { MessengerPort } from './ports/messenger.ts';
import type { RoomCalendarPort } from './ports/rooms.ts';
import type { Seal } from './ports/seal.ts';

/** What is open inside a transaction: its handle, and jobs that commit with it. No network call in here. */
export interface Work {
  readonly db: Transaction<Tables>;
  readonly enqueue: Enqueue;
}

/** Everything an action may reach, passed as its first argument. Composed in `main.ts`, for tests in `test/builders.ts`. */
export interface Tools {
  readonly db: Db;
  tx<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seal: Seal;
  readonly log: Logger;
  readonly meetings: MeetingsPort;
  readonly rooms: RoomCalendarPort;
  readonly mailbox: MailboxPort;
  readonly files: FilesPort;
  readonly links: LinksPort;
  readonly directory: DirectoryPort;
  readonly messenger: MessengerPort;
  readonly settings: Settings;
}

/** What actions need to know of the configuration. */
export interface Settings {
  /** The one address that outsiders see, without a final slash: `https://dalalab.example`. */
  readonly publicUrl: string;
  /** The tenant that hosts the product; projects of others are allowed when they sign in with a token of theirs. */
  readonly homeTenantId: string;
  /** Organises the meetings and sends the mails of projects that name no mailbox of their own. */
  readonly organiserMailbox: string;
  /** The team and channels that documentation goes to, when a project has linked none. */
  readonly participantsTeamId: string | null;
  /** How long something that goes to outsiders can be stopped, in seconds. */
  readonly graceSeconds: number;
  /** Nobody is asked what they eat before it is decided why, how long and by whose decision it is kept. False in the sandbox. */
  readonly dietaryTermsRequired: boolean;
}
