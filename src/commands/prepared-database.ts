import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startQueues } from '../adapters/queue/queue.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { cachedFolder } from './cached-folder.ts';
import { projectRoot } from './project-root.ts';
import { quickParent } from './quick-parent.ts';

/** Gives an empty database the product's tables and queues. */
export async function prepare(url: string): Promise<void> {
  const database = await openDatabase(url, () => undefined);
  await migrate(database.db);
  await startQueues(database);
  await database.close();
}

/** A copy of the embedded database with tables and queues, made once: making one anew takes many seconds. */
export async function copyPreparedDatabase(target: string): Promise<void> {
  const source = await cachedFolder('pglite-prepared', preparationKey(), async (aside) => {
    // Made elsewhere, because its lock lies beside it.
    const parent = mkdtempSync(join(quickParent(), 'larprojekt-prepared-'));
    try {
      await prepare(join(parent, 'database'));
      cpSync(join(parent, 'database'), aside, { recursive: true });
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  });
  cpSync(source, target, { recursive: true, filter: (path) => !path.endsWith('.whole') });
}

/** Changes when anything that `prepare` does can have changed. */
function preparationKey(): string {
  const hash = createHash('sha256').update(readFileSync(join(projectRoot, 'package-lock.json')));
  for (const folder of ['src/database', 'src/adapters/queue', 'src/ports']) {
    const files = readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile()))
      hash.update(readFileSync(join(file.parentPath, file.name)));
  }
  return hash.digest('hex').slice(0, 16);
}
