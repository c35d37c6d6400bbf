import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];

// Registered when the test file imports this: inside a running test it would be too late.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A folder of the calling test file's own, removed when that file is done. */
export function temporaryFolder(name = 'test', parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, `larprojekt-${name}-`));
  folders.push(folder);
  return folder;
}
