import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { guideOf, marksOf } from './commands/sandbox-guide.ts';
import { organiserMailboxOf, worldOf } from './commands/sandbox-world.ts';
import { seedSample } from './commands/seed.ts';
import { buildTab } from './commands/tab-build.ts';
import { ConfigError, readConfig, type Config, type SandboxConfig } from './config.ts';
import { beforeClosing, sampleAround } from './features/planning/sample/rules.ts';
import { createLog } from './log.ts';
import { whyNotStarted } from './start-parts.ts';
import { startSandbox, startSandboxWorker, startTenant, type Running, type SandboxWish } from './start.ts';

/** Runs the product: reads the configuration, starts, prints one address, and stops cleanly. */
async function main(): Promise<void> {
  const config = configOrExit();
  if (config.mode === 'sandbox' && !config.roles.includes('web')) return await runWorker(config);
  const running =
    config.mode === 'sandbox'
      ? await runSandbox(config)
      : await startTenant(config, createLog(config.logLevel), await buildTab());
  for (const port of running.busyPorts)
    console.error(`Port ${port} används redan, tar nästa. / Port ${port} is in use, taking the next.`);
  console.log(config.mode === 'sandbox' ? `${running.url}/sandbox` : running.url);
  stopOnSignal(running);
}

function configOrExit(): Config {
  try {
    return readConfig(process.env, process.argv.slice(2));
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    console.error(cause.message);
    process.exit(2);
  }
}

/** The sample project laid around today, in a sandbox of its own. The log goes to a file, so that the address stands alone. */
async function runSandbox(config: SandboxConfig): Promise<Running> {
  const log = createLog(config.logLevel, logFile(config.dataFolder));
  // Beside the address, which stands alone: a first start builds the tab and lives through the sample's first days.
  console.error('Startar. Första gången tar det en stund. / Starting. The first time takes a while.');
  const tabFolder = await buildTab();
  const wish = (): SandboxWish => {
    const now = Temporal.Now.instant();
    const file = sampleAround(now);
    return {
      ...{ config, log, tabFolder },
      world: worldOf(file, { startsAt: beforeClosing(file, now).toString() }),
      organiserMailbox: organiserMailboxOf(file),
      marks: ({ tools }) => marksOf(tools),
      guide: ({ tools }, tried) => guideOf(tools, tried),
      seed: (running) => seedSample(running, file),
      again: wish,
    };
  };
  return await startSandbox(wish());
}

/** Works jobs beside a sandbox that another process serves, and serves nothing itself. */
async function runWorker(config: SandboxConfig): Promise<void> {
  const organiserMailbox = organiserMailboxOf(sampleAround(Temporal.Now.instant()));
  stopOnSignal(await startSandboxWorker({ config, organiserMailbox, log: createLog(config.logLevel) }));
}

/** Opened at the first line, after `--fresh` has emptied the folder. */
function logFile(folder: string): { write(line: string): void } {
  let stream: ReturnType<typeof createWriteStream> | undefined;
  return {
    write(line) {
      if (stream === undefined) mkdirSync(folder, { recursive: true });
      stream ??= createWriteStream(join(folder, 'log.jsonl'), { flags: 'a' });
      stream.write(line);
    },
  };
}

function stopOnSignal(running: Pick<Running, 'close'>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void running.close().then(() => process.exit(0));
    });
  }
}

try {
  await main();
} catch (cause) {
  const why = whyNotStarted(cause);
  if (why === undefined) throw cause;
  console.error(why);
  process.exit(1);
}
