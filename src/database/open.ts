import { resolve } from 'node:path';
import { Kysely, PGliteDialect, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { fromKysely, fromPglite, PgBoss } from 'pg-boss';
import { IN_MEMORY, openEmbedded } from './embedded.ts';
import type { Tables } from './tables.ts';
import { insideTransaction, transactionGuard } from './transaction-guard.ts';
import { serverTypes } from './value-types.ts';

/** A handle for statements: the outer database or an open transaction. */
export type Db = Kysely<Tables>;

export interface OpenDatabase {
  readonly kind: 'embedded' | 'server';
  readonly db: Db;
  readonly boss: PgBoss;
  /** Everything inside commits or rolls back together, jobs included (`{ db: bossDb }`). No network call inside. */
  tx<Value>(work: (db: Transaction<Tables>, bossDb: ReturnType<typeof fromKysely>) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

type Complain = (what: string, cause: unknown) => void;

/** `postgres://…` opens a server, anything else an embedded database in that folder (`memory://` keeps nothing). */
export async function openDatabase(url: string, complain: Complain): Promise<OpenDatabase> {
  return /^postgres(ql)?:/.test(url) ? openServer(url, complain) : await openFolder(url, complain);
}

function openServer(url: string, complain: Complain): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 10, types: serverTypes, options: '-c timezone=UTC' });
  // Without a listener, a restart of the database server ends this process.
  pool.on('error', (cause) => complain('database connection', cause));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const boss = new PgBoss({ connectionString: url, max: 4, useListenNotify: true });
  return assemble('server', { db, boss, complain, closeDb: () => db.destroy() });
}

async function openFolder(url: string, complain: Complain): Promise<OpenDatabase> {
  const embedded = await openEmbedded(url === IN_MEMORY ? url : resolve(url));
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: embedded.lite }) });
  const boss = new PgBoss({ db: fromPglite(embedded.lite), backend: 'pglite', useListenNotify: true });
  return assemble('embedded', { db, boss, complain, closeDb: embedded.close });
}

interface Parts {
  readonly db: Db;
  readonly boss: PgBoss;
  readonly complain: Complain;
  closeDb(): Promise<void>;
}

function assemble(kind: OpenDatabase['kind'], { db, boss, complain, closeDb }: Parts): OpenDatabase {
  boss.on('error', (cause) => complain('job queue', cause));
  return {
    kind,
    boss,
    db: db.withPlugin(transactionGuard),
    tx: (work) => db.transaction().execute((trx) => insideTransaction(() => work(trx, fromKysely(trx)))),
    close: async () => {
      await boss.stop({ graceful: true, timeout: 10_000 });
      await closeDb();
    },
  };
}
