import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { ConfigError, readConfig, type SandboxConfig } from '../config.ts';
import { sampleAround } from '../features/planning/sample/rules.ts';
import { createLog } from '../log.ts';
import { startSandbox, type RunningSandbox } from '../start.ts';
import { startPlayground } from './playground/process.ts';
import { startRelay } from './playground/relay.ts';
import { playgroundConfig } from './playground/teams.ts';
import { organiserMailboxOf, sandboxClientId, sandboxTeamId, sandboxTenantId, worldOf } from './sandbox-world.ts';
import { seedSample } from './seed.ts';

/** Where the Playground listens unless PLAYGROUND_PORT says otherwise. */
const usualPort = 56150;

/** `npm run playground`: the product in a sandbox of its own, with Microsoft's Playground as the chat. */
async function main(): Promise<void> {
  const config = sandboxConfig();
  const folder = join(config.dataFolder, 'playground');
  mkdirSync(folder, { recursive: true });
  const running = await startProduct({ ...config, dataFolder: folder, databaseUrl: join(folder, 'database'), port: 0 });
  const relay = await startRelay({
    sign: (serviceUrl) => running.sandbox.issueBotToken({ appId: sandboxClientId, serviceUrl }),
    target: `${running.url}/api/messages`,
  });
  const playground = await startPlayground({
    endpoint: relay.endpoint,
    folder,
    config: playgroundConfig({
      tenantId: sandboxTenantId,
      bot: { appId: sandboxClientId, name: 'Lärprojekt' },
      teamId: sandboxTeamId,
      people: running.sandbox.directory
        .people()
        .filter(({ kind }) => kind === 'member' || kind === 'guest')
        .map(({ id, displayName, mail }) => ({ oid: id, name: displayName, mail })),
    }),
    port: Number(process.env['PLAYGROUND_PORT'] ?? usualPort),
    headless: process.env['CI'] !== undefined || (process.platform === 'linux' && process.env['DISPLAY'] === undefined),
  });
  console.log(playground.url);
  console.error(
    'Playground lyssnar på alla nätverkskort. Avsluta med Ctrl+C. / It listens on every interface. End it with Ctrl+C.',
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void playground.stop());
  await playground.ended;
  await relay.close();
  await running.close();
}

function sandboxConfig(): SandboxConfig {
  try {
    const config = readConfig(process.env, process.argv.slice(2));
    if (config.mode === 'sandbox') return config;
    throw new ConfigError(['MODE is tenant, but the Playground only speaks to the sandbox: remove it']);
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    console.error(cause.message);
    process.exit(2);
  }
}

async function startProduct(config: SandboxConfig): Promise<RunningSandbox> {
  const now = Temporal.Now.instant();
  const file = sampleAround(now);
  const running = await startSandbox({
    config,
    world: worldOf(file, { startsAt: now.toString() }),
    organiserMailbox: organiserMailboxOf(file),
    log: createLog('silent'),
    tabFolder: null,
  });
  await seedSample(running, file);
  return running;
}

await main();
