import type { Express, Router } from 'express';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { botAdapter, botEndpoint } from '../bot/adapter.ts';
import { createApp } from './adapters/http/app.ts';
import { startQueues } from './adapters/queue/queue.ts';
import { createWorker, giveBackJobs, type Worker } from './adapters/queue/worker.ts';
import { composeTools } from './compose-tools.ts';
import type { OpenDatabase } from './database/open.ts';
import { keepReads, type KeptReads } from './database/kept-reads.ts';
import { outsideTransaction } from './database/transaction-guard.ts';
import { assembleFeatures, type Features } from './features.ts';
import { giveBackClaims } from './features/notices/store.ts';
import type { Mode } from './modes.ts';
import type { Clock } from './ports/clock.ts';
import type { JobName } from './ports/jobs.ts';
import type { Seal } from './ports/seal.ts';
import type { Settings, Tools } from './tools.ts';

export interface ProductParts {
  readonly database: OpenDatabase;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly log: Logger;
  readonly settings: Settings;
  readonly tabFolder: string | null;
  /** The sandbox's entrances; null with a tenant, where they cannot exist. */
  readonly sandbox: Router | null;
  /** The clock is only moved by hand: nothing is worth waiting for in real time. */
  readonly timeStandsStill?: boolean;
}

/** The composed product: what answers, what works, and what the clock asks. */
export interface Product {
  readonly app: Express;
  readonly tools: Tools;
  readonly worker: Worker;
  /** The tab's API, for whoever checks that every entrance is guarded. */
  readonly projectApis: readonly Router[];
  /** The earliest moment at which something becomes due by itself. */
  nextDue(): Promise<Temporal.Instant | null>;
}

/** Composes web, bot and worker on one set of tools. Nothing runs until the worker is started or settled. */
export async function createProduct(parts: ProductParts): Promise<Product> {
  const { database, mode, log } = parts;
  await startQueues(database);
  if (database.kind === 'embedded') {
    await giveBackJobs(database.db);
    await giveBackClaims(database.db);
  }
  const adapter = await botAdapter({ credentialsFactory: mode.botCredentials, authentication: mode.issuers.bot });
  const late: { worker?: Worker } = {};
  const { tools } = composeTools({
    ...{ database, mode, log, clock: parts.clock, seal: parts.seal, settings: parts.settings },
    botAdapter: adapter,
    wake: (name: JobName) => outsideTransaction(() => late.worker?.wake(name)),
  });
  const reads = keepReads(database.db);
  const features = assembleFeatures(tools, mode.registration.allowedTenants, clockToolsOf(tools, reads));
  const worker = createWorker({
    boss: database.boss,
    db: database.db,
    log,
    handlers: features.handlers,
    tick: async () => {
      await reads.renew();
      await tickAll(features, log);
    },
    timeStandsStill: parts.timeStandsStill ?? false,
  });
  late.worker = worker;
  const app = createApp({
    log,
    signIn: {
      clientId: mode.registration.clientId,
      allowedTenants: mode.registration.allowedTenants,
      fetch: mode.issuers.fetchKeys,
    },
    actorFor: features.actorFor,
    projectsApi: features.projectsApi,
    projectApis: features.projectApis,
    pages: features.pages,
    botEndpoint: botEndpoint(adapter, features.bot, log),
    tabFolder: parts.tabFolder,
    ready: async () => void (await database.db.selectFrom('installation').select('key').execute()),
    sandbox: parts.sandbox,
  });
  return {
    app,
    tools,
    worker,
    projectApis: features.projectApis,
    nextDue: async () => {
      await reads.renew();
      return await earliest(features);
    },
  };
}

/** The clock asks everything anew at every tick, and mostly nothing has happened: what it has read is kept until then. */
function clockToolsOf(tools: Tools, { db, forget }: KeptReads): Tools {
  return { ...tools, db, tx: (work) => tools.tx(work).finally(forget) };
}

/** One feature's broken tick does not keep the others from theirs. */
async function tickAll(features: Features, log: Logger): Promise<void> {
  for (const { name, runDue } of features.timed) {
    try {
      await runDue();
    } catch (cause) {
      log.error({ err: cause, feature: name }, 'tick failed');
    }
  }
}

async function earliest(features: Features): Promise<Temporal.Instant | null> {
  const moments = await Promise.all(features.timed.map(({ nextDueAt }) => nextDueAt()));
  const known = moments.filter((moment) => moment !== undefined);
  return known.toSorted(Temporal.Instant.compare)[0] ?? null;
}
