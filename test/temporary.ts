import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterThisFile } from './clean-up.ts';

/** A folder of the calling test file's own, removed when that file is done. */
export function temporaryFolder(name = 'test', parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, `larprojekt-${name}-`));
  afterThisFile(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
