import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkExchanges, checkRefusals } from './graph-contract.ts';
import { sumLine, type Sum } from './sum.ts';
import { readTestReport } from './test-report.ts';

const SHOWN_SKIPS = 20;
const SHOWN_FAULTS = 20;

/** Runs every test, or those that the arguments select, and ends with the sum alone on a line. */
function runTests(args: readonly string[]): Sum {
  const folder = mkdtempSync(join(tmpdir(), 'larprojekt-report-'));
  const file = join(folder, 'report.json');
  try {
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const env = { ...process.env, ...(validator === undefined ? {} : { GRAPH_RECORD: folder }) };
    const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], { stdio: 'inherit', env });
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
    const { sum, skipped } = readTestReport(JSON.parse(readFileSync(file, 'utf8')));
    sayWhatWasSkipped(skipped);
    // An error outside every test fails the run and no test; it is to be seen in the sum all the same.
    const tested = status !== 0 && sum.failed === 0 ? { ...sum, failed: 1 } : sum;
    return validator === undefined ? tested : added(tested, checkedByContract(validator, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the tests' sandboxes were asked and answered, against Graph's contract. It counts as one test. */
function checkedByContract(validator: string, folder: string): Sum {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const checks = files.map((name) =>
    (name.startsWith('refused') ? checkRefusals : checkExchanges)(validator, join(folder, name)),
  );
  const checked = checks.reduce((all, one) => all + one.checked, 0);
  const faults = [...new Set(checks.flatMap((one) => one.faults))];
  console.log(
    `\n${checked} anrop till Graph prövade mot kontraktet / exchanges with Graph checked against the contract.`,
  );
  for (const line of faults.slice(0, SHOWN_FAULTS)) console.log(`  - ${line.slice(0, 400)}`);
  if (faults.length > SHOWN_FAULTS) console.log(`  … and ${faults.length - SHOWN_FAULTS} more`);
  return faults.length === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function added(one: Sum, other: Sum): Sum {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped };
}

function sayWhatWasSkipped(titles: readonly string[]): void {
  if (titles.length === 0) return;
  console.log(`\nHoppade över / skipped: ${titles.length}. The reasons stand above as lines that begin with SKIPPED.`);
  for (const title of titles.slice(0, SHOWN_SKIPS)) console.log(`  - ${title}`);
  if (titles.length > SHOWN_SKIPS) console.log(`  … and ${titles.length - SHOWN_SKIPS} more`);
}

const validator = process.env['GRAPH_VALIDATOR'];
const sum = runTests(process.argv.slice(2));
if (sum.passed + sum.failed === 0) console.error('Inga test kördes. / No tests ran.');
if (validator === undefined)
  console.log(
    '\nGRAPH_VALIDATOR är inte satt: anropen till Graph prövades inte mot något kontrakt. / is not set: not checked.',
  );
console.log(`\n${sumLine(sum)}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
