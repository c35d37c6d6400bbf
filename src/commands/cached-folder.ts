import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/**
 * A prepared folder under node_modules/.cache, made once per version.
 * It is filled aside and renamed when whole, so neither a second worker nor a crash half-way can leave a torn one.
 */
export async function cachedFolder(
  name: string,
  version: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const parent = join(projectRoot, 'node_modules', '.cache', name);
  const folder = join(parent, version);
  const whole = join(folder, '.whole');
  if (existsSync(whole)) return folder;
  mkdirSync(parent, { recursive: true });
  const aside = mkdtempSync(join(parent, 'making-'));
  try {
    await fill(aside);
    writeFileSync(join(aside, '.whole'), version);
    renameSync(aside, folder);
  } catch (fault) {
    if (!existsSync(whole)) throw fault;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}
