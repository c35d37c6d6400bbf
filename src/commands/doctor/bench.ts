import { decodeJwt } from 'jose';
import { appToken, bearer } from '../../adapters/graph/entra.ts';
import { graphClient } from '../../adapters/graph/client.ts';
import { graphFiles } from '../../adapters/graph/files.ts';
import { graphProbes } from '../../adapters/graph/probes.ts';
import { graphRooms } from '../../adapters/graph/rooms.ts';
import type { GraphTransport } from '../../adapters/graph/middleware.ts';
import type { FilesPort } from '../../ports/files.ts';
import type { ProbesPort } from '../../ports/probes.ts';
import type { RoomCalendarPort, RoomPlace } from '../../ports/rooms.ts';
import type { RegisteredPermission } from '../package/handover/permissions.ts';
import type { Looked } from './database.ts';

/** What is examined: who the product is in the tenant, and how the world around it is reached. */
export interface Setup {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly botAppId: string;
  readonly botAppPassword: string;
  readonly publicUrl: string;
  readonly organiserMailbox: string;
  readonly participantsTeamId: string | null;
  readonly permissions: readonly RegisteredPermission[];
  /** The network towards Graph and Entra. */
  readonly transport: GraphTransport;
  /** The network towards our own public address, and with the bot's token towards Teams. */
  readonly reach: (url: string, token?: string) => Promise<Response>;
  /** Now, an ISO instant. */
  readonly now: () => string;
  /** What the product's own database says; never makes or changes one. */
  readonly look: () => Promise<Looked>;
}

/** What every check works with. Each thing is asked for once, by whichever check comes first. */
export interface Bench {
  readonly setup: Setup;
  readonly probes: ProbesPort;
  readonly rooms: RoomCalendarPort;
  readonly files: FilesPort;
  /** Application permissions that somebody has consented to for the whole tenant. */
  roles(): Promise<readonly string[]>;
  botToken(): Promise<string>;
  places(): Promise<readonly RoomPlace[]>;
  looked(): Promise<Looked>;
}

/** What carries a bot's words: the Bot Framework's own service. */
const botScope = 'https://api.botframework.com/.default';

export function openBench(setup: Setup): Bench {
  const { transport, tenantId } = setup;
  const signIn = {
    msalTransport: transport,
    tenantId,
    clientId: setup.clientId,
    credential: { secret: setup.clientSecret },
  };
  const client = graphClient({ ...signIn, transport });
  const rooms = graphRooms(client);
  const token = bearer(signIn);
  const bot = { ...signIn, clientId: setup.botAppId, credential: { secret: setup.botAppPassword } };
  return {
    setup,
    probes: graphProbes(client),
    rooms,
    files: graphFiles(client),
    roles: once(async () => rolesIn(await token())),
    botToken: once(appToken(bot, botScope)),
    places: once(() => rooms.places()),
    looked: once(setup.look),
  };
}

// Graph calls its tokens its own affair; reading what somebody consented to is what support asks one to do.
function rolesIn(token: string): readonly string[] {
  const { roles } = decodeJwt(token);
  return Array.isArray(roles) ? roles.map(String) : [];
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined;
  return () => (answer ??= ask());
}
