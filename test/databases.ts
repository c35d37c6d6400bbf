import { sql } from 'kysely';
import { startQueues } from '../src/adapters/queue/queue.ts';
import { openDatabase, type OpenDatabase } from '../src/database/open.ts';
import type { Engine } from './engines.ts';

const resting = new Map<Engine['name'], OpenDatabase[]>();

/**
 * A database with tables and queues and nothing in them, for one test. Its `close` empties it for the worker's next
 * test, of whatever file: opening one takes as long as ten tests. It ends with the worker.
 */
export async function lendDatabase(engine: Engine): Promise<OpenDatabase> {
  const database = resting.get(engine.name)?.pop() ?? (await open(engine));
  let isBack = false;
  return {
    ...database,
    close: async () => {
      if (isBack) return;
      isBack = true;
      await empty(database);
      resting.set(engine.name, [...(resting.get(engine.name) ?? []), database]);
    },
  };
}

async function open(engine: Engine): Promise<OpenDatabase> {
  const database = await openDatabase(await engine.preparedUrl(), () => undefined);
  await startQueues(database);
  return database;
}

/** Deleting the few rows of a test is quicker than truncating every table. */
async function empty({ db }: OpenDatabase): Promise<void> {
  await sql`
    do $$ declare one record; begin
      for one in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
        execute format('delete from public.%I', one.tablename);
      end loop;
      delete from pgboss.job;
    end $$`.execute(db);
}
