import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTab } from './tab-build.ts';

const out = 'dist/server';

/** Plain JavaScript for production: no types to strip at every start. */
function buildServer(): void {
  rmSync(out, { recursive: true, force: true });
  mkdirSync('dist', { recursive: true });
  const settings = join('dist', 'tsconfig.json');
  writeFileSync(
    settings,
    JSON.stringify({
      extends: '../tsconfig.json',
      compilerOptions: { noEmit: false, rootDir: '..', outDir: './server', sourceMap: true },
      include: ['../src', '../bot'],
    }),
  );
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', settings], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The server could not be built: mend the types that tsc names.');
  for (const folder of ['src', 'bot']) copyOtherFiles(folder);
}

function copyOtherFiles(folder: string): void {
  cpSync(folder, join(out, folder), { recursive: true, filter: (path) => !/\.(ts|tsx|md)$/.test(path) });
}

buildServer();
await buildTab();
console.log(`Byggt / built: ${out}, dist/tab`);
