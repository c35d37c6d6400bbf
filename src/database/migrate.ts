import { Migrator } from 'kysely/migration';
import type { Db } from './open.ts';
import { migrations } from './migrations.ts';

/** Runs every migration that has not run here, in the order of their numbers. Forward only. */
export async function migrate(db: Db): Promise<readonly string[]> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  // Each stands on the first alone, so a number that was finished after a later one can still be run.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw new Error('the database could not be brought to this version', { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}
