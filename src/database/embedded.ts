import { closeSync, fdatasyncSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { parsers } from './value-types.ts';
import { refuseOutsideTransaction } from './transaction-guard.ts';

const MAINTENANCE_MS = 10 * 60_000;
export const IN_MEMORY = 'memory://';

export interface Embedded {
  readonly lite: PGlite;
  close(): Promise<void>;
}

/** The parts of Emscripten's module that the fsync hook touches. */
interface EmscriptenModule {
  NODEFS: {
    stream_ops: { fsync?: (stream: { nfd?: number | null; node: unknown }) => number };
    realPath(node: unknown): string;
  };
}

let syncs = 0;

/** PGlite's folder file system has no fsync at all, so a power cut could lose what was acknowledged. */
class DurableNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const ready = await super.init(...args);
    const preRun = ready.emscriptenOpts.preRun as unknown as ((module: EmscriptenModule) => void)[]; // untyped internals
    preRun.push((module) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        syncs += 1;
        if (stream.nfd !== undefined && stream.nfd !== null) fdatasyncSync(stream.nfd);
        else syncPath(module.NODEFS.realPath(stream.node));
        return 0;
      };
    });
    return ready;
  }
}

function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** An operating-system lock that dies with its process, so it is never stale. PGlite itself has none. */
function lockFolder(folder: string): DatabaseSync {
  const lock = new DatabaseSync(`${folder}.lock`);
  try {
    lock.exec('pragma busy_timeout=0; pragma locking_mode=exclusive; begin exclusive; commit');
    lock.exec('pragma user_version=1');
    return lock;
  } catch (cause) {
    lock.close();
    throw new Error(
      `${folder} används av en annan process. Stoppa den, eller välj en annan DATA_DIR. / ${folder} is in use by another process. Stop it, or choose another DATA_DIR.`,
      {
        cause,
      },
    );
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** PGlite settles its promises as microtasks: without a turn after each call, timers and HTTP starve. */
function yieldAfterEachCall(lite: PGlite): PGlite {
  const query = lite.query.bind(lite);
  const exec = lite.exec.bind(lite);
  const transaction = lite.transaction.bind(lite);
  lite.query = async (...args) => {
    refuseOutsideTransaction();
    const result = await query(...args);
    await nextTurn();
    return result as never; // the generic row type is the caller's
  };
  lite.exec = async (...args) => {
    refuseOutsideTransaction();
    const result = await exec(...args);
    await nextTurn();
    return result;
  };
  lite.transaction = (work) =>
    transaction(async (inner) => {
      const innerQuery = inner.query.bind(inner);
      inner.query = async (...args) => {
        const result = await innerQuery(...args);
        await nextTurn();
        return result as never; // the generic row type is the caller's
      };
      return await work(inner);
    });
  return lite;
}

/** PostgreSQL's number for bytea. PGlite's own readers make a string of every byte, a second or more for a large file. */
const BYTEA = 17;
const HEX = '\\x';

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text.slice(HEX.length), 'hex');
}

function hexOf(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw new TypeError('a bytea column takes bytes');
  return HEX + Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex');
}

const settings = ['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=16MB', 'max_connections=5', 'timezone=UTC'];

function options(): PGliteOptions {
  const withoutNoSync = PGlite.defaultStartParams.filter((param) => param !== '-F');
  return {
    parsers: { ...parsers, [BYTEA]: bytesOf },
    serializers: { [BYTEA]: hexOf },
    startParams: [...withoutNoSync, ...settings.flatMap((s) => ['-c', s])],
  };
}

/** Opens the embedded database with the guards that bare PGlite lacks: fsync, one process, upkeep, a fair event loop. */
export async function openEmbedded(folder: string): Promise<Embedded> {
  if (folder === IN_MEMORY) {
    const lite = await PGlite.create(options());
    return { lite: yieldAfterEachCall(lite), close: () => lite.close() };
  }
  mkdirSync(dirname(folder), { recursive: true });
  const lock = lockFolder(folder);
  try {
    const lite = await PGlite.create({ ...options(), fs: new DurableNodeFS(folder) });
    await proveDurable(lite);
    const exec = lite.exec.bind(lite);
    // Single-user mode has neither autovacuum nor WAL-size checkpoints.
    const upkeep = setInterval(
      () =>
        void exec('vacuum (analyze)')
          .then(() => exec('checkpoint'))
          .catch(() => undefined),
      MAINTENANCE_MS,
    );
    upkeep.unref();
    yieldAfterEachCall(lite);
    return {
      lite,
      close: async () => {
        clearInterval(upkeep);
        if (!lite.closed) await lite.close();
        lock.close();
      },
    };
  } catch (cause) {
    lock.close();
    throw cause;
  }
}

async function proveDurable(lite: PGlite): Promise<void> {
  const before = syncs;
  await lite.exec('checkpoint');
  if (syncs === before) throw new Error('the fsync hook is not reached: refusing to run without durability');
}
