import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { startQueues } from '../../src/adapters/queue/queue.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/open.ts';
import { onEachEngine } from '../engines.ts';

onEachEngine('a test database', ({ name, url }) => {
  test('is empty and alone', async () => {
    const [first, second] = [await url(), await url()];
    expect(first).not.toBe(second);
    const tables = "select count(*)::int as count from information_schema.tables where table_schema = 'public'";
    if (name === 'pglite') {
      const database = await PGlite.create(first);
      expect((await database.query(tables)).rows).toEqual([{ count: 0 }]);
      await database.close();
    } else {
      const client = new Client({ connectionString: first });
      await client.connect();
      expect((await client.query(tables)).rows).toEqual([{ count: 0 }]);
      await client.end();
    }
  });
});

onEachEngine('a prepared test database', ({ preparedUrl }) => {
  test('has every table, and migrating it again finds nothing to do', async () => {
    const database = await openDatabase(await preparedUrl(), () => undefined);
    expect(await migrate(database.db)).toEqual([]);
    await startQueues(database);
    await database.close();
  });
});
