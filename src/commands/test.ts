import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sumLine, type Sum } from './sum.ts';
import { readTestReport } from './test-report.ts';

const SHOWN_SKIPS = 20;

/** Runs every test, or those that the arguments select, and ends with the sum alone on a line. */
function runTests(args: readonly string[]): Sum {
  const folder = mkdtempSync(join(tmpdir(), 'larprojekt-report-'));
  const file = join(folder, 'report.json');
  try {
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], { stdio: 'inherit' });
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
    const { sum, skipped } = readTestReport(JSON.parse(readFileSync(file, 'utf8')));
    sayWhatWasSkipped(skipped);
    // An error outside every test fails the run and no test; it is to be seen in the sum all the same.
    return status !== 0 && sum.failed === 0 ? { ...sum, failed: 1 } : sum;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sayWhatWasSkipped(titles: readonly string[]): void {
  if (titles.length === 0) return;
  console.log(`\nHoppade över / skipped: ${titles.length}. The reasons stand above as lines that begin with SKIPPED.`);
  for (const title of titles.slice(0, SHOWN_SKIPS)) console.log(`  - ${title}`);
  if (titles.length > SHOWN_SKIPS) console.log(`  … and ${titles.length - SHOWN_SKIPS} more`);
}

const sum = runTests(process.argv.slice(2));
if (sum.passed + sum.failed === 0) console.error('Inga test kördes. / No tests ran.');
console.log(`\n${sumLine(sum)}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
