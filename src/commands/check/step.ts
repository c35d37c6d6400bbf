import { spawn } from 'node:child_process';

/** One part of the check: what it found wrong, and what to do about it. */
export interface Step {
  readonly name: string;
  readonly remedy: string;
  /** Lines that say what is wrong; none when all is well. */
  readonly find: () => Promise<readonly string[]>;
}

/** Runs one of the tools in node_modules under the running Node; its output is the finding when it fails. */
export async function tool(program: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, output } = await run(process.execPath, [`node_modules/${program}`, ...args]);
  return code === 0 ? [] : [output.trim() || `${program} ended with ${code} and said nothing`];
}

/** The files that git knows or would take up, as paths from the repository's root. @throws Error outside a repository */
export async function repositoryFiles(): Promise<string[]> {
  const { code, output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  if (code !== 0) throw new Error(`git could not list the files: ${output}`);
  return [...new Set(output.split('\0'))].filter((path) => path !== '').toSorted();
}

function run(program: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
