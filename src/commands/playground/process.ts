import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PlaygroundProcess {
  /** The page where one can be the people of the chat. */
  readonly url: string;
  /** Ends when the Playground does. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface PlaygroundWish {
  /** Where it sends its activities. */
  readonly endpoint: string;
  /** A folder for its configuration and log. */
  readonly folder: string;
  readonly config: string;
  readonly port: number;
  /** Opens no browser: it ends at once where there is none to open. */
  readonly headless: boolean;
}

const startSeconds = 30;

/** Starts the Microsoft 365 Agents Playground with its telemetry off. It listens on every interface of the machine. */
export async function startPlayground(wish: PlaygroundWish): Promise<PlaygroundProcess> {
  const configPath = join(wish.folder, 'playground.yml');
  writeFileSync(configPath, wish.config);
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
  const args = ['start', '-e', wish.endpoint, '-c', 'msteams', '--port', String(wish.port), '--disable-telemetry'];
  const child = spawn(process.execPath, [join(dirname(manifest), 'cli.js'), ...args], {
    cwd: wish.folder,
    stdio: 'ignore',
    env: {
      ...process.env,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configPath,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(wish.folder, 'playground.log'),
      ...(wish.headless ? { TEAMSAPPTESTER_BROWSER: 'none' } : {}),
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://localhost:${wish.port}`;
  await answering(url, child, wish.folder);
  return {
    url,
    ended,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

async function answering(url: string, child: ChildProcess, folder: string): Promise<void> {
  for (let waited = 0; waited < startSeconds * 10; waited += 1) {
    if (child.exitCode !== null) break;
    const response = await fetch(`${url}/_debug/ping`).catch(() => undefined);
    if (response?.ok === true) return;
    await sleep(100);
  }
  child.kill();
  throw new Error(
    `Playground startade inte, se ${folder}/playground.log. / The Playground did not start, see ${folder}/playground.log.`,
  );
}
