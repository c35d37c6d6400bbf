import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { projectRoot } from './project-root.ts';

/** What a validator of recorded exchanges said of a file. */
export interface ContractCheck {
  readonly checked: number;
  /** One line each. */
  readonly faults: readonly string[];
}

/**
 * Runs a validator program on recorded exchanges with Graph, one JSON object a line. It prints a line for each exchange
 * that begins with `ok` or `FAIL`, and a list of its errors. Its packages are the project's.
 */
export function checkExchanges(validator: string, file: string): ContractCheck {
  // Into a file: a program that ends by itself loses what a pipe has not taken yet.
  const told = `${file}.checked`;
  const output = openSync(told, 'w');
  const { stderr, status } = spawnSync(process.execPath, [validator, file], {
    cwd: projectRoot,
    encoding: 'utf8',
    stdio: ['ignore', output, 'pipe'],
  });
  closeSync(output);
  const lines = readFileSync(told, 'utf8')
    .split('\n')
    .filter((line) => /^(ok|FAIL)\b/.test(line));
  rmSync(told);
  const faults = lines.filter((line) => line.startsWith('FAIL'));
  // One that stopped half-way has checked nothing that can be relied on.
  if (status !== 0 && faults.length === 0)
    return { checked: lines.length, faults: [`the validator ended with ${status}: ${stderr.slice(0, 500)}`] };
  const sent = readFileSync(file, 'utf8').split('\n').filter(Boolean).length;
  const missing = sent === lines.length ? [] : [`the validator checked ${lines.length} of ${sent} exchanges`];
  return { checked: lines.length, faults: [...faults, ...missing] };
}

const errors = z.array(z.looseObject({ where: z.string() }));

/**
 * The same for exchanges that Graph refused because of what was sent (400, 405): the request need not be right then, but
 * the refusal has to be.
 */
export function checkRefusals(validator: string, file: string): ContractCheck {
  const { checked, faults } = checkExchanges(validator, file);
  return { checked, faults: faults.filter((line) => !isAboutRequest(line)) };
}

function isAboutRequest(line: string): boolean {
  const listed = /(\[\{"where".*\}\])/.exec(line)?.[1];
  if (listed === undefined) return false;
  const found = errors.safeParse(JSON.parse(listed));
  return found.success && found.data.every(({ where }) => ['request', 'path', 'method'].includes(where));
}
