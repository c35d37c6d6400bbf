import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startQueues } from '../src/adapters/queue/queue.ts';
import { migrate } from '../src/database/migrate.ts';
import { openDatabase } from '../src/database/open.ts';
import { projectRoot } from '../src/commands/project-root.ts';

/** Gives an empty database the product's tables and queues. */
export async function prepare(url: string): Promise<void> {
  const database = await openDatabase(url, () => undefined);
  await migrate(database.db);
  await startQueues(database.boss);
  await database.close();
}

/** Changes when anything that `prepare` does can have changed. */
export function preparationKey(): string {
  const hash = createHash('sha256').update(readFileSync(join(projectRoot, 'package-lock.json')));
  for (const folder of ['src/database', 'src/adapters/queue', 'src/ports']) {
    const files = readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile()))
      hash.update(readFileSync(join(file.parentPath, file.name)));
  }
  return hash.digest('hex').slice(0, 16);
}
