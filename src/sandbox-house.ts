import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createSeal, keyInFile } from './adapters/local/seal.ts';
import { sandboxClientId, sandboxTeamId } from './commands/sandbox-world.ts';
import type { SandboxConfig } from './config.ts';
import { sandboxMode } from './modes.ts';
import { createProduct, type Product } from './product.ts';
import { openTeamsChats, type TeamsChats } from './sandbox/chat/teams.ts';
import type { Guide, Mark, Tried } from './sandbox/pages/guide.ts';
import { sandboxRouter } from './sandbox/pages/router.ts';
import type { RainWish } from './sandbox/rain.ts';
import { openSandbox, type Sandbox } from './sandbox/sandbox.ts';
import { stateFile } from './sandbox/state.ts';
import { serveFarSide } from './sandbox/socket.ts';
import type { World } from './sandbox/world.ts';
import { openStamped, settingsOf } from './start-parts.ts';

export interface SandboxWish {
  readonly config: SandboxConfig;
  readonly world: World;
  readonly organiserMailbox: string;
  readonly log: Logger;
  readonly tabFolder: string | null;
  /** Stands still until it is moved; absent: as the sandbox's file says. */
  readonly frozen?: boolean;
  /** Keeps nothing on disk: for demonstrations and tests. */
  readonly inMemory?: boolean;
  /** Other tenants whose people may sign in, as a tenant's configuration can allow. */
  readonly alsoAllowed?: readonly string[];
  /** What goes wrong on the far side by itself; fair weather unless said. */
  readonly rain?: RainWish;
  /** Stands between the product and the far side; tests use it to break things. */
  readonly wire?: (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;
  /** Moments that the sandbox's clock can be wound to. */
  readonly marks?: (product: Product) => Promise<readonly Mark[]>;
  /** What the start page leads a newcomer to. */
  readonly guide?: (product: Product, tried: Tried) => Promise<Guide | null>;
  /** Fills a sandbox that is new; called at every start, when the door is open. */
  readonly seed?: (running: { readonly url: string }) => Promise<void>;
  /** The wish for a sandbox that starts over, such as with a world laid around the new day; absent: this one again. */
  readonly again?: () => SandboxWish;
}

/** One composed sandbox behind the door; starting over builds another. */
export interface House {
  readonly product: Product;
  readonly sandbox: Sandbox;
  readonly chats: TeamsChats;
  close(): Promise<void>;
}

/** In the data folder, for other processes of the same product: where they reach the far side. */
export const farSideFile = 'far-side.url';

/** The product and the far side that it talks to, composed for an address that is already taken. */
export async function openHouse(
  wish: SandboxWish,
  url: string,
  startOver: (() => Promise<void>) | null,
): Promise<House> {
  const { config, log } = wish;
  const kept = wish.inMemory === true ? null : config.dataFolder;
  if (kept !== null) mkdirSync(kept, { recursive: true });
  const database = await openStamped(config.databaseUrl, 'sandbox', log);
  const sandbox = await openSandbox({
    file: kept === null ? null : join(kept, stateFile),
    world: wish.world,
    ...(wish.frozen === undefined ? {} : { frozen: wish.frozen }),
    ...(wish.rain === undefined ? {} : { rain: wish.rain }),
  });
  const bot = { appId: sandboxClientId, name: 'Lärprojekt', serviceUrl: `${url}/sandbox/connector/` };
  const chats = openTeamsChats(sandbox, { bot, botEndpoint: `${url}/api/messages` });
  for (const chat of wish.world.groupChats ?? []) chats.book.addGroupChat(chat);
  const wire = wish.wire ?? ((request, next) => next(request));
  const mode = sandboxMode(
    {
      fetch: (request) => wire(request, (passed) => sandbox.fetch(passed)),
      botToken: chats.botToken,
      keyId: sandbox.keys.botJwks().keys[0]?.kid ?? '',
    },
    url,
    wish.alsoAllowed,
  );
  const late: { product?: Product } = {};
  const product = await createProduct({
    ...{ database, mode, log, tabFolder: wish.tabFolder, timeStandsStill: wish.frozen === true },
    clock: { now: () => sandbox.clock.now() },
    seal: createSeal(keyInFile(join(config.dataFolder, 'vault.key'))),
    settings: settingsOf(mode, config.graceSeconds, {
      organiserMailbox: wish.organiserMailbox,
      participantsTeamId: sandboxTeamId,
    }),
    sandbox: sandboxRouter({
      ...{ sandbox, chats, publicUrl: url, clientId: sandboxClientId, botName: bot.name, startOver },
      marks: async () => (late.product && wish.marks ? await wish.marks(late.product) : []),
      guide: async (tried) => (late.product && wish.guide ? await wish.guide(late.product, tried) : null),
    }),
  });
  late.product = product;
  sandbox.setHooks({ settle: () => product.worker.settle(), nextDue: product.nextDue });
  const socket = await openSocket(wish, sandbox, url);
  if (config.roles.includes('worker') && wish.frozen !== true) product.worker.start();
  return {
    ...{ product, sandbox, chats },
    close: async () => {
      await product.worker.stop();
      await socket?.close();
      await sandbox.close();
      await database.close();
    },
  };
}

/** Another process can share the work only where it can share the database: the embedded one has a single process. */
async function openSocket(
  { config, inMemory }: SandboxWish,
  sandbox: Sandbox,
  publicUrl: string,
): Promise<{ close(): Promise<void> } | undefined> {
  if (inMemory === true || !isServer(config.databaseUrl)) return undefined;
  const socket = await serveFarSide(sandbox, 0, publicUrl);
  writeFileSync(join(config.dataFolder, farSideFile), socket.url, { mode: 0o600 });
  return socket;
}

export const isServer = (databaseUrl: string): boolean => /^postgres(ql)?:/.test(databaseUrl);
