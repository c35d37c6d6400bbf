import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { ConfigError, readConfig, type SandboxConfig } from '../config.ts';
import type { Language } from '../domain/words.ts';
import { beforeClosing, sampleAround } from '../features/planning/sample/rules.ts';
import { createLog } from '../log.ts';
import { startSandbox } from '../start.ts';
import { openBench, type Setup } from './doctor/bench.ts';
import { checksOf, checksWithout } from './doctor/checks.ts';
import { reportJson, reportText } from './doctor/print.ts';
import { examine, exitCode } from './doctor/run.ts';
import { sandboxSetup, tenantSetup } from './doctor/setups.ts';
import type { Examined } from './doctor/types.ts';
import { registeredPermissions } from './package/handover/permissions.ts';
import { projectRoot } from './project-root.ts';
import { organiserMailboxOf, participantsChannelId, planningChatId, worldOf } from './sandbox-world.ts';
import { seedSample } from './seed.ts';

const usage = `npm run doctor [-- --json] [-- --en]
  Går igenom det som Lärprojekt behöver i en klientorganisation. --json: för program. --en: på engelska.
  Goes through what Lärprojekt needs in a tenant. --json: for programs. --en: in English.`;

const permissions = registeredPermissions(join(projectRoot, 'manifest', 'app-registration.json'));

async function examineAll(): Promise<readonly Examined[]> {
  try {
    const config = readConfig(process.env);
    if (config.mode === 'sandbox') return await examineSandbox(config);
    return await examineSetup(tenantSetup(config, permissions), 'tenant');
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return await examine(checksWithout(cause, permissions));
  }
}

async function examineSetup(setup: Setup, mode: 'sandbox' | 'tenant'): Promise<readonly Examined[]> {
  const bench = openBench(setup);
  return await examine(checksOf({ mode, permissions, bench: () => bench }));
}

/** A sandbox of its own, beside whatever runs: the sample project, with the bot where its people would put it. */
async function examineSandbox(config: SandboxConfig): Promise<readonly Examined[]> {
  console.error('Startar en sandlåda att gå igenom. / Starting a sandbox to go through.');
  const now = Temporal.Now.instant();
  const file = sampleAround(now);
  const dataFolder = mkdtempSync(join(tmpdir(), 'larprojekt-doctor-'));
  const running = await startSandbox({
    config: { ...config, port: 0, dataFolder, databaseUrl: 'memory://' },
    world: worldOf(file, { startsAt: beforeClosing(file, now).toString() }),
    organiserMailbox: organiserMailboxOf(file),
    log: createLog('silent'),
    tabFolder: null,
    frozen: true,
    inMemory: true,
    seed: (url) => seedSample(url, file),
  });
  try {
    await installBot(running);
    return await examineSetup(sandboxSetup(running, permissions), 'sandbox');
  } finally {
    await running.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function installBot({ chats, sandbox }: Awaited<ReturnType<typeof startSandbox>>): Promise<void> {
  const [somebody] = sandbox.directory.people().filter(({ kind }) => kind === 'member');
  if (somebody === undefined) return;
  for (const conversation of [planningChatId, participantsChannelId])
    await chats.client.install(conversation, somebody.id);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--json' && arg !== '--en');
  if (unknown.length > 0) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const language: Language = args.includes('--en') ? 'en' : 'sv';
  const examined = await examineAll();
  console.log(args.includes('--json') ? reportJson(examined) : reportText(examined, language));
  process.exitCode = exitCode(examined);
}

await main();
