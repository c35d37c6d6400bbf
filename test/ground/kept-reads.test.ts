import { expect, test } from 'vitest';
import { keepReads, type KeptReads } from '../../src/database/kept-reads.ts';
import type { Db, OpenDatabase } from '../../src/database/open.ts';
import { lendDatabase } from '../databases.ts';
import { onEachEngine, type Engine } from '../engines.ts';

const values = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('installation').select('value').orderBy('key').execute()).map(({ value }) => value);

const write = async (db: Db, key: string, value: string): Promise<void> =>
  void (await db.insertInto('installation').values({ key, value }).execute());

async function stage(engine: Engine): Promise<{ database: OpenDatabase; reads: KeptReads }> {
  const database = await lendDatabase(engine);
  await write(database.db, 'a', 'first');
  const reads = keepReads(database.db);
  await reads.renew();
  return { database, reads };
}

onEachEngine('reads that are kept', (engine) => {
  test('are answered from memory until anybody has written, and then anew', async () => {
    const { database, reads } = await stage(engine);
    expect(await values(reads.db)).toEqual(['first']);
    await write(database.db, 'b', 'second');
    expect(await values(reads.db), 'from memory').toEqual(['first']);
    await reads.renew();
    expect(await values(reads.db)).toEqual(['first', 'second']);
    await reads.renew();
    expect(await values(reads.db)).toEqual(['first', 'second']);
    await database.close();
  });

  test('are forgotten at a write of their own, not at one that found nothing to change', async () => {
    const { database, reads } = await stage(engine);
    expect(await values(reads.db)).toEqual(['first']);
    await write(database.db, 'b', 'second');
    await reads.db.updateTable('installation').set({ value: 'x' }).where('key', '=', 'nobody').execute();
    expect(await values(reads.db), 'nothing was changed').toEqual(['first']);
    await reads.db.updateTable('installation').set({ value: 'changed' }).where('key', '=', 'a').execute();
    expect(await values(reads.db)).toEqual(['changed', 'second']);
    await write(database.db, 'c', 'third');
    reads.forget();
    expect(await values(reads.db)).toEqual(['changed', 'second', 'third']);
    await database.close();
  });

  test('are asked with their values: another value is another question', async () => {
    const { database, reads } = await stage(engine);
    const one = async (key: string) =>
      await reads.db.selectFrom('installation').select('value').where('key', '=', key).executeTakeFirst();
    expect(await one('a')).toEqual({ value: 'first' });
    expect(await one('b')).toBeUndefined();
    await database.close();
  });

  test('take no part in a transaction', async () => {
    const { database, reads } = await stage(engine);
    await expect(reads.db.transaction().execute(async (trx) => await values(trx))).rejects.toThrow('tx');
    await expect(database.tx(async () => await values(reads.db))).rejects.toThrow('outside the open transaction');
    await database.close();
  });

  // The embedded engine has one connection, so nothing can be open there beside a read.
  const besideAnother = engine.name === 'pglite' ? undefined : test;
  besideAnother?.('see what was open when they were last renewed, once it is committed', async () => {
    const { database, reads } = await stage(engine);
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const open = database.tx(async (db) => {
      await write(db, 'b', 'second');
      begun();
      await held;
    });
    await hasBegun;
    await reads.renew();
    expect(await values(reads.db)).toEqual(['first']);
    commit();
    await open;
    await reads.renew();
    expect(await values(reads.db)).toEqual(['first', 'second']);
    await database.close();
  });
});
