import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mostRain } from '../sandbox/rain.ts';
import { readInput } from './demo/input.ts';
import { ScriptProblem } from './demo/script.ts';
import { stepLines } from './demo/step-lines.ts';
import { ProductRefused } from './demo/web.ts';

const sample = fileURLToPath(new URL('../features/planning/sample/sample-project.json', import.meta.url));
const usage = `npm run demo -- [--input FILE] [--out DIR] [--seed N] [--edges] [--by-hand] [--faults RATE]
  --input  projektfilen, annars exemplet / the project file, else the sample
  --out    mappen för rapporten och allt som skickades, annars dist/demo / the folder for the report and all that was sent
  --seed   heltal som styr slumpen, annars 1 / a whole number that rules chance, else 1
  --edges  lev också filens särfall / also live the file's edge cases
  --by-hand  lägg upp planen fönster för fönster och räkna människans steg / enter the plan window by window and count human steps
  --faults  så stor andel av anropen till Microsoft möter ett fel, 0–0.5 / this share of the calls to Microsoft meets a fault
Kod 0: allt stämmer med filen. 1: något skiljer. 2: det gick inte att köra.
Code 0: all agrees with the file. 1: something differs. 2: it could not run.`;

interface Wish {
  readonly input: string;
  readonly out: string;
  readonly seed: number;
  readonly edges: boolean;
  readonly byHand: boolean;
  readonly faults?: number;
}

/** @throws ScriptProblem with how to write it, when the words are others */
function wishOf(words: readonly string[]): Wish | 'help' {
  const values = readWords(words);
  const seed = Number(values.seed ?? '1');
  if (!Number.isSafeInteger(seed))
    throw new ScriptProblem(`--seed är ett heltal. / --seed is a whole number.\n${usage}`);
  if (values.help === true) return 'help';
  const faults = values.faults === undefined ? undefined : Number(values.faults);
  if (faults !== undefined && !(faults >= 0 && faults <= mostRain))
    throw new ScriptProblem(
      `--faults är ett tal från 0 till ${mostRain}. / --faults is a number from 0 to ${mostRain}.\n${usage}`,
    );
  return {
    input: values.input ?? sample,
    out: values.out ?? 'dist/demo',
    seed,
    edges: values.edges === true,
    byHand: values['by-hand'] === true,
    ...(faults === undefined ? {} : { faults }),
  };
}

function readWords(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const options = { input: text, out: text, seed: text, edges: flag, 'by-hand': flag, faults: text, help: flag };
    return parseArgs({ args: [...words], options }).values;
  } catch (cause) {
    throw new ScriptProblem(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`, { cause });
  }
}

/** Lives a whole project and says what differs from the file. */
async function main(): Promise<number> {
  const wish = wishOf(process.argv.slice(2));
  if (wish === 'help') {
    console.log(usage);
    return 0;
  }
  const started = performance.now();
  const file = readInput(wish.input);
  mkdirSync(wish.out, { recursive: true });
  // Loaded only here: it is the whole product, and what is wrong with the file is told without it.
  const { runDemo } = await import('./demo/run.ts');
  const { report, differences, steps } = await runDemo({ ...wish, file, print: (line) => console.log(line) });
  const path = join(wish.out, 'report.json');
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `\n${report.participants} deltagare, ${report.sessions.length} träffar, ${report.graph.httpRequests} anrop till Graph, ${report.dietaryLeaks} läckor. ${seconds} s. ${path}`,
  );
  if (report.injected !== undefined) console.log(`Fel som lades in / faults injected: ${listed(report.injected)}`);
  if (wish.byHand) for (const line of stepLines(steps)) console.log(line);
  for (const line of differences) console.log(`SKILJER: ${line}`);
  if (differences.length === 0) console.log('Allt stämmer med projektfilen.');
  return differences.length === 0 ? 0 : 1;
}

function listed(counts: Readonly<Record<string, number>>): string {
  return (
    Object.entries(counts)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ') || '0'
  );
}

try {
  process.exitCode = await main();
} catch (cause) {
  if (!(cause instanceof ScriptProblem) && !(cause instanceof ProductRefused)) throw cause;
  console.error(cause.message);
  process.exitCode = 2;
}
