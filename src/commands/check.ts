import { existsSync } from 'node:fs';
import { repositoryFiles, type Step } from './check/step.ts';
import { checkSteps } from './check/steps.ts';
import { sumLine } from './sum.ts';

/** Runs one step and says how it went; a step that breaks has failed. */
async function passes(step: Step): Promise<boolean> {
  const found = await step.find().catch((fault: unknown) => [String(fault)]);
  if (found.length === 0) {
    console.log(`ok    ${step.name}`);
    return true;
  }
  console.log([`FAIL  ${step.name}`, ...found.map((line) => `      ${line}`), `      → ${step.remedy}`].join('\n'));
  return false;
}

const paths = (await repositoryFiles()).filter((path) => existsSync(path));
const results = await Promise.all(checkSteps(paths).map(passes));
const passed = results.filter(Boolean).length;
console.log(`\n${sumLine({ passed, failed: results.length - passed, skipped: 0 })}`);
process.exitCode = passed === results.length ? 0 : 1;
