import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkExchanges } from './graph-contract.ts';
import { mostRain } from '../sandbox/rain.ts';
import { isInUse, stateFile } from '../sandbox/state.ts';
import { openProgress } from './demo/progress.ts';
import type { DemoWish } from './demo/run.ts';
import { readInput } from './demo/input.ts';
import { ScriptProblem } from './demo/script.ts';
import { stepLines } from './demo/step-lines.ts';
import { ProductRefused } from './demo/web.ts';

const sample = fileURLToPath(new URL('../features/planning/sample/sample-project.json', import.meta.url));
const usage = `npm run demo -- [--input FILE] [--out DIR] [--seed N] [--edges] [--by-hand] [--faults RATE] [--data DIR]
  --input  projektfilen, annars exemplet / the project file, else the sample
  --out    mappen för rapporten och allt som skickades, annars dist/demo / the folder for the report and all that was sent
  --seed   heltal som styr slumpen, annars 1 / a whole number that rules chance, else 1
  --edges  lev också filens särfall / also live the file's edge cases
  --by-hand  lägg upp planen fönster för fönster och räkna människans steg / enter the plan window by window and count human steps
  --faults  så stor andel av anropen till Microsoft möter ett fel, 0–0.5 / this share of the calls to Microsoft meets a fault
  --data   lev i mappen: avbryt när som helst och kör samma kommando igen / live in the folder: stop at any time and run the same command again
Kod 0: allt stämmer med filen. 1: något skiljer. 2: det gick inte att köra.
Code 0: all agrees with the file. 1: something differs. 2: it could not run.`;

interface Wish {
  readonly input: string;
  readonly out: string;
  readonly seed: number;
  readonly edges: boolean;
  readonly byHand: boolean;
  readonly faults?: number;
  readonly data?: string;
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
  if (values.data !== undefined && (values.edges === true || values['by-hand'] === true))
    throw new ScriptProblem(
      `--data går inte ihop med --edges eller --by-hand. / --data does not go with --edges or --by-hand.\n${usage}`,
    );
  return {
    input: values.input ?? sample,
    out: values.out ?? 'dist/demo',
    seed,
    edges: values.edges === true,
    byHand: values['by-hand'] === true,
    ...(faults === undefined ? {} : { faults }),
    ...(values.data === undefined ? {} : { data: values.data }),
  };
}

function readWords(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const options = {
      input: text,
      out: text,
      seed: text,
      edges: flag,
      'by-hand': flag,
      faults: text,
      data: text,
      help: flag,
    };
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
  const file = readInput(wish.input);
  if (wish.data === undefined) return await lived(wish, { file, tell: (line) => console.log(line) });
  await freeFolder(wish.data);
  const name = JSON.stringify([file.project.id, wish.seed, wish.faults ?? 0]);
  const book = openProgress(wish.data, name);
  const before = book.read();
  if (before?.ended) {
    console.log(`Projektet är redan levt till slut i ${wish.data}. / The project has been lived to its end there.`);
    for (const line of before.ended.lines) console.log(line);
    return before.ended.code;
  }
  const lines: string[] = [];
  const tell = (line: string): void => {
    lines.push(line);
    console.log(line);
  };
  const code = await lived(wish, { file, tell, data: { folder: wish.data, name, book } });
  const now = book.read();
  if (now !== null) book.write({ ...now, ended: { lines, code } });
  return code;
}

const LOOK_AGAIN_MS = 500;

/** What was started by a command that was killed may live on behind it: its life is waited for rather than lived twice. */
async function freeFolder(folder: string): Promise<void> {
  const file = join(folder, stateFile);
  if (!isInUse(file)) return;
  console.log(`En körning pågår i ${folder}, väntar på den. / A run goes on in ${folder}, waiting for it.`);
  while (isInUse(file)) await sleep(LOOK_AGAIN_MS);
}

/** Lives, writes the report, and tells what a person wants to know of it at the end. */
async function lived(
  wish: Wish,
  { tell, ...life }: Pick<DemoWish, 'file' | 'data'> & { readonly tell: (line: string) => void },
): Promise<number> {
  const started = performance.now();
  mkdirSync(wish.out, { recursive: true });
  // Loaded only here: it is the whole product, and what is wrong with the file is told without it.
  const { runDemo } = await import('./demo/run.ts');
  const { input: _input, data: _data, ...rest } = wish;
  const { report, differences, steps } = await runDemo({ ...rest, ...life, print: (line) => console.log(line) });
  const path = join(wish.out, 'report.json');
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tell(
    `\n${report.participants} deltagare, ${report.sessions.length} träffar, ${report.graph.httpRequests} anrop till Graph, ${report.dietaryLeaks} läckor. ${seconds} s. ${path}`,
  );
  if (report.injected !== undefined) tell(`Fel som lades in / faults injected: ${listed(report.injected)}`);
  if (wish.byHand) for (const line of stepLines(steps)) tell(line);
  const refused = contractFaults(wish.out, tell);
  for (const line of [...differences, ...refused]) tell(`SKILJER: ${line}`);
  if (differences.length === 0) tell('Allt stämmer med projektfilen.');
  return differences.length + refused.length === 0 ? 0 : 1;
}

/** What the run asked of Graph, against the contract of a validator program that somebody has named. */
function contractFaults(out: string, tell: (line: string) => void): readonly string[] {
  const validator = process.env['GRAPH_VALIDATOR'];
  if (validator === undefined) return [];
  const { checked, faults } = checkExchanges(validator, resolve(out, 'graph.jsonl'));
  tell(`${checked} anrop till Graph prövade mot kontraktet, ${faults.length} fel. / checked against the contract.`);
  return faults.map((line) => `kontraktet: ${line.slice(0, 300)}`);
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
