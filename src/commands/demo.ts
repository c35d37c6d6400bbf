import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ProjectFile } from '../features/planning/file/types.ts';
import { projectFile } from '../features/planning/file/schema.ts';
import { ProductRefused } from './demo/web.ts';
import { ScriptProblem } from './demo/script.ts';
import { runDemo } from './demo/run.ts';

const sample = fileURLToPath(new URL('../features/planning/sample/sample-project.json', import.meta.url));
const usage = 'npm run demo -- [--input FILE] [--out DIR] [--seed N] [--edges]';

/** Lives a whole project and says what differs from the file. Exit code 1 when something does, 2 when it cannot run. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      input: { type: 'string' },
      out: { type: 'string' },
      seed: { type: 'string' },
      edges: { type: 'boolean' },
    },
  });
  const seed = Number(values.seed ?? '1');
  if (!Number.isInteger(seed)) throw new ScriptProblem(`--seed är ett heltal. / --seed is a whole number.\n${usage}`);
  const started = performance.now();
  const file = readFile(values.input ?? sample);
  const out = values.out ?? 'dist/demo';
  const { report, differences } = await runDemo({
    file,
    out,
    seed,
    edges: values.edges === true,
    print: (line) => console.log(line),
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(
    `\n${report.participants} deltagare, ${report.sessions.length} träffar, ${report.graph.httpRequests} anrop till Graph, ${report.dietaryLeaks} läckor. ${((performance.now() - started) / 1000).toFixed(1)} s. ${join(out, 'report.json')}`,
  );
  for (const line of differences) console.log(`SKILJER: ${line}`);
  return differences.length === 0 ? 0 : 1;
}

function readFile(path: string): ProjectFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new ScriptProblem(`${path} går inte att läsa som JSON. / cannot be read as JSON.`, { cause });
  }
  const read = projectFile.safeParse(content);
  if (read.success) return read.data;
  throw new ScriptProblem(read.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('\n'));
}

try {
  process.exitCode = await main();
} catch (cause) {
  if (!(cause instanceof ScriptProblem) && !(cause instanceof ProductRefused)) throw cause;
  console.error(cause.message);
  process.exitCode = 2;
}
