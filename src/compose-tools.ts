import type { CloudAdapter } from 'botbuilder';
import type { Logger } from 'pino';
import { botMessenger } from '../bot/messenger.ts';
import { graphClient, type GraphClient } from './adapters/graph/client.ts';
import { graphDirectory } from './adapters/graph/directory.ts';
import { graphFiles } from './adapters/graph/files.ts';
import { graphMailbox } from './adapters/graph/mailbox.ts';
import { graphMeetings } from './adapters/graph/meetings.ts';
import { graphRooms } from './adapters/graph/rooms.ts';
import { linkLooker } from './adapters/http/links.ts';
import { machineIds } from './adapters/local/machine.ts';
import { requestIdNow } from './adapters/local/request-id.ts';
import { enqueueIn } from './adapters/queue/queue.ts';
import type { OpenDatabase } from './database/open.ts';
import type { Mode } from './modes.ts';
import type { Clock } from './ports/clock.ts';
import type { JobName } from './ports/jobs.ts';
import type { Seal } from './ports/seal.ts';
import type { Settings, Tools } from './tools.ts';

/** What Exchange Online lets one mailbox send. The sandbox leaves the pace to its own clock. */
const EXCHANGE_MAILS_PER_MINUTE = 30;

export interface ToolParts {
  readonly database: OpenDatabase;
  readonly mode: Mode;
  readonly botAdapter: CloudAdapter;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly log: Logger;
  readonly settings: Settings;
  /** Told that a job has been enqueued, so that this process works at once. */
  readonly wake: (name: JobName) => void;
}

/** Every tool from its parts: the one place where ports meet their adapters. */
export function composeTools(parts: ToolParts): { tools: Tools; graph: GraphClient } {
  const { database, mode, log } = parts;
  const { tenantId, clientId, clientSecret, botAppId } = mode.registration;
  const graph = graphClient({
    transport: mode.graphTransport,
    msalTransport: mode.msalTransport,
    tenantId,
    clientId,
    credential: { secret: clientSecret },
    random: machineIds.fraction,
    requestId: requestIdNow,
    onExchange: (exchange) => log.debug(exchange, 'graph'),
  });
  const tools: Tools = {
    db: database.db,
    tx: (work) => database.tx((db, bossDb) => work({ db, enqueue: enqueueIn(database.boss, bossDb, parts.wake) })),
    clock: parts.clock,
    ids: machineIds,
    seal: parts.seal,
    log,
    meetings: graphMeetings(graph),
    rooms: graphRooms(graph),
    mailbox: graphMailbox(graph, {
      perMinute: mode.name === 'tenant' ? EXCHANGE_MAILS_PER_MINUTE : null,
      nowMs: Date.now,
    }),
    files: graphFiles(graph),
    links: linkLooker(mode.linkTransport),
    directory: graphDirectory(graph),
    messenger: botMessenger(parts.botAdapter, { appId: botAppId, random: machineIds.fraction }),
    settings: parts.settings,
  };
  return { tools, graph };
}
