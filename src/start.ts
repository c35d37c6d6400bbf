import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { closeServer } from './adapters/http/server.ts';
import { machineClock } from './adapters/local/machine.ts';
import { createSeal, keyInFile } from './adapters/local/seal.ts';
import { sandboxClientId, sandboxClientSecret, sandboxTeamId } from './commands/sandbox-world.ts';
import type { SandboxConfig, TenantConfig } from './config.ts';
import { openDoor } from './door.ts';
import { sandboxMode, tenantMode } from './modes.ts';
import { createProduct, type Product, type ProductParts } from './product.ts';
import { farSideFile, isServer, openHouse, type House, type SandboxWish } from './sandbox-house.ts';
import { botTokenOver, farSideOverSocket, followClock } from './sandbox/socket.ts';
import { isInUse, stateFile } from './sandbox/state.ts';
import { openStamped, settingsOf } from './start-parts.ts';

/** A product that listens. */
export interface Running {
  /** The one address that people are given. */
  readonly url: string;
  /** Where this process listens. */
  readonly port: number;
  readonly busyPorts: readonly number[];
  readonly product: Product;
  /** Finishes what has begun, then lets go of everything. */
  close(): Promise<void>;
}

/** After starting over, `product`, `sandbox` and `chats` are the new ones. */
export interface RunningSandbox extends Running, House {}

export type { SandboxWish } from './sandbox-house.ts';

const LOOPBACK = '127.0.0.1';

/** Everything in one process, on the loopback address: the product and the far side that it talks to. */
export async function startSandbox(first: SandboxWish): Promise<RunningSandbox> {
  if (first.config.fresh) emptyUnused(first.config.dataFolder);
  const door = await openDoor({ port: first.config.port, host: LOOPBACK });
  const url = `http://${LOOPBACK}:${door.port}`;
  let wish = first;

  const open = (): Promise<House> => openHouse(wish, url, canStartOver(wish) ? startOver : null);
  const moveIn = async (): Promise<void> => {
    door.open(house.product.app);
    await wish.seed?.({ url });
  };
  const startOver = async (): Promise<void> => {
    door.shut();
    await house.close();
    emptyFolder(wish);
    wish = wish.again?.() ?? wish;
    house = await open();
    await moveIn();
  };
  let house = await open();
  await moveIn();
  return {
    ...{ url, port: door.port, busyPorts: door.busy },
    get product() {
      return house.product;
    },
    get sandbox() {
      return house.sandbox;
    },
    get chats() {
      return house.chats;
    },
    close: async () => {
      await closeServer(door.server);
      await house.close();
    },
  };
}

/** `--fresh`: what another sandbox is living in is not pulled away under it. */
function emptyUnused(folder: string): void {
  if (isInUse(join(folder, stateFile)))
    throw new Error(
      `${folder} används av en sandlåda som är i gång. Stoppa den med Ctrl+C, eller välj Börja om på dess sida. / ${folder} is in use by a running sandbox. Stop it with Ctrl+C, or choose Start over on its page.`,
    );
  rmSync(folder, { recursive: true, force: true });
}

/** A database elsewhere is not ours to empty. */
function canStartOver({ config, inMemory }: SandboxWish): boolean {
  if (inMemory === true) return config.databaseUrl === 'memory://';
  return !isServer(config.databaseUrl) && !relative(config.dataFolder, config.databaseUrl).startsWith('..');
}

/** All but the log, which stays open. */
function emptyFolder({ config, inMemory }: SandboxWish): void {
  if (inMemory === true) return;
  for (const name of readdirSync(config.dataFolder))
    if (name !== 'log.jsonl') rmSync(join(config.dataFolder, name), { recursive: true, force: true });
}

/**
 * A process that only works jobs, beside the sandbox that another process serves: same database, same data folder,
 * and the far side over a loopback socket through the same last middleware.
 */
export async function startSandboxWorker(wish: {
  readonly config: SandboxConfig;
  readonly organiserMailbox: string;
  readonly log: Logger;
}): Promise<Pick<Running, 'product' | 'close'>> {
  const { config, log } = wish;
  const far = farSideOverSocket(config.sandboxUrl ?? readFileSync(join(config.dataFolder, farSideFile), 'utf8').trim());
  const clock = await followClock(far);
  const bot = { appId: sandboxClientId, secret: sandboxClientSecret };
  const mode = sandboxMode({ fetch: far.fetch, botToken: botTokenOver(far, bot), keyId: '' }, clock.publicUrl);
  const database = await openStamped(config.databaseUrl, 'sandbox', log);
  const product = await createProduct({
    ...{ database, mode, log, tabFolder: null, sandbox: null },
    clock: { now: () => Temporal.Instant.fromEpochMilliseconds(clock.nowMs()) },
    seal: createSeal(keyInFile(join(config.dataFolder, 'vault.key'))),
    settings: settingsOf(mode, config.graceSeconds, {
      organiserMailbox: wish.organiserMailbox,
      participantsTeamId: sandboxTeamId,
    }),
  });
  product.worker.start();
  return {
    product,
    close: async () => {
      await product.worker.stop();
      clock.stop();
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
    ...{ url: config.publicUrl, port: door.port, product, busyPorts: door.busy },
    close: async () => {
      await closeServer(door.server);
      await product.worker.stop();
      await database.close();
    },
  };
}
