import { Temporal } from 'temporal-polyfill';
import { pino } from 'pino';
import { botAdapter } from '../bot/adapter.ts';
import { createSeal } from '../src/adapters/local/seal.ts';
import { worldOf } from '../src/commands/sandbox-world.ts';
import { composeTools } from '../src/compose-tools.ts';
import type { OpenDatabase } from '../src/database/open.ts';
import { sandboxMode } from '../src/modes.ts';
import { openSandbox, type Sandbox } from '../src/sandbox/sandbox.ts';
import type { RainWish } from '../src/sandbox/rain.ts';
import type { World } from '../src/sandbox/world.ts';
import type { Tools } from '../src/tools.ts';
import { lendDatabase } from './databases.ts';
import type { Engine } from './engines.ts';

export interface TestBench {
  readonly tools: Tools;
  readonly database: OpenDatabase;
  /** The far side, with its clock frozen: `sandbox.clock.advanceTo(…)` moves both. */
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

export interface BenchWish {
  /** A project file: the people, rooms and mailboxes of the world come from it. */
  readonly file: unknown;
  /** Where the clock stands, an ISO instant. */
  readonly now: string;
  readonly publicUrl?: string;
  readonly graceSeconds?: number;
  /** How the far side answers what no document does. */
  readonly answers?: NonNullable<World['answers']>;
  /** The mailboxes that the app may touch; absent: all. */
  readonly appScope?: readonly string[];
  /** How much goes wrong on the far side by itself; absent: nothing. */
  readonly rain?: RainWish;
}

/** Real tools on a real database and a sandbox of their own: nothing is replaced but the network. */
export async function openBench(engine: Engine, wish: BenchWish): Promise<TestBench> {
  const database = await lendDatabase(engine);
  const world = {
    ...worldOf(wish.file, { startsAt: wish.now }),
    ...(wish.answers ? { answers: wish.answers } : {}),
    ...(wish.appScope ? { appScope: wish.appScope } : {}),
  };
  const sandbox = await openSandbox({ file: null, world, frozen: true, ...(wish.rain ? { rain: wish.rain } : {}) });
  const publicUrl = wish.publicUrl ?? 'http://127.0.0.1:9';
  const mode = sandboxMode(
    { fetch: sandbox.fetch, botToken: () => sandbox.issueBotToken({ appId: 'bot', serviceUrl: publicUrl }) },
    publicUrl,
  );
  const adapter = await botAdapter({ credentialsFactory: mode.botCredentials, authentication: mode.issuers.bot });
  const { tools } = composeTools({
    database,
    mode,
    botAdapter: adapter,
    clock: { now: () => Temporal.Instant.from(sandbox.clock.now().toString()) },
    seal: createSeal(Buffer.alloc(32, 1)),
    log: pino({ level: 'silent' }),
    settings: {
      publicUrl,
      homeTenantId: mode.registration.tenantId,
      organiserMailbox: sandbox.directory.mailboxes()[0]?.mail ?? '',
      participantsTeamId: null,
      graceSeconds: wish.graceSeconds ?? 0,
      dietaryTermsRequired: false,
    },
    wake: () => undefined,
  });
  return {
    tools,
    database,
    sandbox,
    close: async () => {
      await database.close();
      await sandbox.close();
    },
  };
}
