import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { median } from './median.ts';
import type { SectionReport } from './types.ts';

const rounds = 5;
const MEGABYTE = 1024;

interface Started {
  readonly ms: number;
  /** Null where the system does not tell, as outside Linux. */
  readonly megabytes: number | null;
}

/** A process that says something when it is ready, and then stays. */
const empty = ['-e', 'console.log("ready"); setInterval(() => {}, 1000)'];
const product = [join(projectRoot, 'src', 'main.ts')];

/** A start with the sample in place, beside a Node process that does nothing, in turn. */
export async function startSection(): Promise<SectionReport> {
  const folder = mkdtempSync(join(tmpdir(), 'larprojekt-bench-start-'));
  const env = { ...process.env, MODE: 'sandbox', PORT: '0', DATA_DIR: folder, DATABASE_URL: join(folder, 'db') };
  try {
    await started(product, env);
    const ours: Started[] = [];
    const bare: Started[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await started(empty, env));
      ours.push(await started(product, env));
    }
    const [ourMs, bareMs] = [ours, bare].map((all) => median(all.map(({ ms }) => ms))) as [number, number]; // two in, two out
    const [ourMb, bareMb] = [ours, bare].map((all) => median(all.map(({ megabytes }) => megabytes ?? 0))) as [
      number,
      number,
    ]; // as above
    return {
      name: 'start',
      figures: [
        {
          what: 'andra starten, till adressen',
          figure: `${Math.round(ourMs)} ms mot ${Math.round(bareMs)} ms`,
          ratio: ourMs / bareMs,
          goal: null,
        },
        {
          what: 'minne när den är klar',
          figure: bareMb === 0 ? 'visas bara på Linux' : `${Math.round(ourMb)} MB mot ${Math.round(bareMb)} MB`,
          ratio: bareMb === 0 ? null : ourMb / bareMb,
          goal: null,
        },
      ],
      notes: [
        `Median av ${rounds} starter, varannan vår och varannan en tom Node-process.`,
        'Vår är allt i en process: webb, bot, jobb, PostgreSQL i WebAssembly och sandlådan.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function started(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'ignore'] });
  await firstLine(child);
  const result = { ms: performance.now() - begun, megabytes: residentMegabytes(child.pid) };
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return result;
}

function firstLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it was ready`)));
  });
}

function residentMegabytes(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / MEGABYTE;
}
