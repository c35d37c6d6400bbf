import { mkdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { closeServer, listen } from './adapters/http/server.ts';
import { machineClock } from './adapters/local/machine.ts';
import { createSeal, keyInFile } from './adapters/local/seal.ts';
import { planningChatId, sandboxBotId, sandboxClientId, sandboxTeamId } from './commands/sandbox-world.ts';
import type { SandboxConfig, TenantConfig } from './config.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase, type OpenDatabase } from './database/open.ts';
import { stampMode } from './database/stamp.ts';
import { sandboxMode, tenantMode, type Mode } from './modes.ts';
import { createProduct, type Product, type ProductParts } from './product.ts';
import { openTeamsChats, type TeamsChats } from './sandbox/chat/teams.ts';
import type { Mark } from './sandbox/pages/api.ts';
import { sandboxRouter } from './sandbox/pages/router.ts';
import { openSandbox, type Sandbox } from './sandbox/sandbox.ts';
import type { World } from './sandbox/world.ts';

/** A product that listens. */
export interface Running {
  readonly url: string;
  readonly busyPorts: readonly number[];
  readonly product: Product;
  /** Finishes what has begun, then lets go of everything. */
  close(): Promise<void>;
}

export interface RunningSandbox extends Running {
  readonly sandbox: Sandbox;
  readonly chats: TeamsChats;
}

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
  /** Stands between the product and the far side; tests use it to break things. */
  readonly wire?: (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;
  /** Moments that the sandbox's clock can be wound to. */
  readonly marks?: (product: Product) => Promise<readonly Mark[]>;
}

const LOOPBACK = '127.0.0.1';

/** Everything in one process, on the loopback address: the product and the far side that it talks to. */
export async function startSandbox(wish: SandboxWish): Promise<RunningSandbox> {
  const { config, log } = wish;
  if (config.fresh) rmSync(config.dataFolder, { recursive: true, force: true });
  const kept = wish.inMemory === true ? null : config.dataFolder;
  if (kept !== null) mkdirSync(kept, { recursive: true });
  const database = await openStamped(config.databaseUrl, 'sandbox', log);
  const sandbox = await openSandbox({
    file: kept === null ? null : join(kept, 'sandbox.sqlite'),
    world: wish.world,
    ...(wish.frozen === undefined ? {} : { frozen: wish.frozen }),
  });
  const door = await openDoor({ port: config.port, host: LOOPBACK });
  const url = `http://${LOOPBACK}:${door.port}`;
  const bot = { appId: sandboxBotId, name: 'Lärprojekt', serviceUrl: `${url}/sandbox/connector/` };
  const chats = openTeamsChats(sandbox, { bot, botEndpoint: `${url}/api/messages` });
  chats.book.addGroupChat({
    id: planningChatId,
    title: 'Planeringsgruppen',
    memberIds: sandbox.directory
      .people()
      .filter(({ kind }) => kind === 'member' || kind === 'guest')
      .map(({ id }) => id),
  });
  const wire = wish.wire ?? ((request, next) => next(request));
  const mode = sandboxMode(
    { fetch: (request) => wire(request, (passed) => sandbox.fetch(passed)), botToken: chats.botToken },
    url,
    wish.alsoAllowed,
  );
  const late: { product?: Product } = {};
  const marks = async (): Promise<readonly Mark[]> =>
    late.product && wish.marks ? await wish.marks(late.product) : [];
  const product = await createProduct({
    ...{ database, mode, log, tabFolder: wish.tabFolder },
    clock: { now: () => sandbox.clock.now() },
    seal: createSeal(keyInFile(join(config.dataFolder, 'vault.key'))),
    settings: settingsOf(mode, config.graceSeconds, {
      organiserMailbox: wish.organiserMailbox,
      participantsTeamId: sandboxTeamId,
    }),
    sandbox: sandboxRouter({ sandbox, chats, publicUrl: url, clientId: sandboxClientId, botName: bot.name, marks }),
  });
  late.product = product;
  sandbox.setHooks({ settle: () => product.worker.settle(), nextDue: product.nextDue });
  door.open(product.app);
  if (config.roles.includes('worker') && wish.frozen !== true) product.worker.start();
  return {
    ...{ url, product, sandbox, chats, busyPorts: door.busy },
    close: async () => {
      await closeServer(door.server);
      await product.worker.stop();
      await sandbox.close();
      await database.close();
    },
  };
}

/** With a tenant: the real network, the machine's clock, and none of the sandbox. */
export async function startTenant(config: TenantConfig, log: Logger, tabFolder: string | null): Promise<Running> {
  const database = await openStamped(config.databaseUrl, 'tenant', log);
  const mode = tenantMode(config);
  const parts: ProductParts = {
    ...{ database, mode, log, tabFolder, clock: machineClock, sandbox: null },
    seal: createSeal(Buffer.from(config.vaultKey, 'base64')),
    settings: settingsOf(mode, config.graceSeconds, config),
  };
  const product = await createProduct(parts);
  const door = await openDoor({ port: config.port, host: '0.0.0.0' });
  if (config.roles.includes('web')) door.open(product.app);
  if (config.roles.includes('worker')) product.worker.start();
  return {
    ...{ url: config.publicUrl, product, busyPorts: door.busy },
    close: async () => {
      await closeServer(door.server);
      await product.worker.stop();
      await database.close();
    },
  };
}

async function openStamped(url: string, mode: Mode['name'], log: Logger): Promise<OpenDatabase> {
  const database = await openDatabase(url, (what, cause) => log.error({ err: cause }, what));
  try {
    await migrate(database.db);
    await stampMode(database.db, mode);
    return database;
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

function settingsOf(
  mode: Mode,
  graceSeconds: number,
  own: { organiserMailbox: string; participantsTeamId: string | null },
): ProductParts['settings'] {
  return {
    publicUrl: mode.publicUrl,
    homeTenantId: mode.registration.tenantId,
    organiserMailbox: own.organiserMailbox,
    participantsTeamId: own.participantsTeamId,
    graceSeconds,
  };
}

/** A port is taken before the product is composed, because its own address is part of what is composed. */
async function openDoor(at: {
  port: number;
  host: string;
}): Promise<{ server: Server; port: number; busy: number[]; open(app: Express): void }> {
  const front = express();
  const inside: { app?: Express } = {};
  front.disable('x-powered-by');
  front.use((request, response, next) =>
    inside.app ? inside.app(request, response, next) : void response.status(503).set('retry-after', '1').end(),
  );
  const { server, port, busy } = await listen(front, at);
  return { server, port, busy, open: (app) => void (inside.app = app) };
}
