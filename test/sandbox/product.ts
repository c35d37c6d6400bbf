import { pino } from 'pino';
import { guideOf, marksOf } from '../../src/commands/sandbox-guide.ts';
import { oidOf, organiserMailboxOf, planningChatId, worldOf } from '../../src/commands/sandbox-world.ts';
import { seedSample } from '../../src/commands/seed.ts';
import { readConfig, type SandboxConfig } from '../../src/config.ts';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { startSandbox, type RunningSandbox, type SandboxWish } from '../../src/start.ts';

export const project = 'lp-2026-kompetens';
export const lead = oidOf('karin.tunsberg@region-dalarna.example');
export const organiser = 'dalalab@region-dalarna.example';
export { planningChatId };

/** Two days before the sample's registration closes. */
export const start = '2026-08-26T07:00:00Z';

export function configOf(folder: string, databaseUrl: string, more: Record<string, string> = {}): SandboxConfig {
  const config = readConfig({ PORT: '0', DATA_DIR: folder, DATABASE_URL: databaseUrl, GRACE_SECONDS: '0', ...more });
  if (config.mode !== 'sandbox') throw new Error('not the sandbox');
  return config;
}

/** The sample project on a clock that stands still until it is moved. */
export function sampleWish(config: SandboxConfig, more: Partial<SandboxWish> = {}): SandboxWish {
  const file = sampleProject();
  return {
    config,
    world: worldOf(file, { startsAt: start }),
    organiserMailbox: organiserMailboxOf(file),
    log: pino({ level: process.env['SANDBOX_LOG'] ?? 'silent' }),
    tabFolder: null,
    frozen: true,
    marks: ({ tools }) => marksOf(tools),
    guide: ({ tools }, tried) => guideOf(tools, tried),
    seed: (running) => seedSample(running, file),
    ...more,
  };
}

export async function startSample(config: SandboxConfig, more: Partial<SandboxWish> = {}): Promise<RunningSandbox> {
  return await startSandbox(sampleWish(config, more));
}

/** The sandbox's own API, as its pages use it. */
export async function sandboxApi<Value>(running: { url: string }, path: string, body?: unknown): Promise<Value> {
  const answer = await tryApi(running, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Value; // the page's own shapes, named by the test
}

export async function tryApi(
  { url }: { url: string },
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${url}/sandbox/api/${path}`, init);
  return { status: response.status, body: await response.json() };
}
