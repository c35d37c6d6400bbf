import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { quickParent } from '../src/commands/quick-parent.ts';

export type PostgresPrograms = { initdb: string; postgres: string; account: Account | undefined };
type Account = { name: string; uid: number; gid: number };
export type PostgresChoice = { found: PostgresPrograms } | { missing: string };

/** A server of our own. */
export type PrivatePostgres = {
  /** The address of a new database: an empty one, or a copy of the database with that name. */
  newDatabase: (copyOf?: string) => Promise<string>;
  /** Ends the server and removes its files. */
  stop: () => Promise<void>;
};

export function findPostgres(): PostgresChoice {
  const folder = programFolders().find(
    (place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')),
  );
  if (folder === undefined) {
    return { missing: 'no PostgreSQL server programs (initdb, postgres) in PATH or /usr/lib/postgresql' };
  }
  const programs = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  if (process.getuid?.() !== 0) return { found: { ...programs, account: undefined } };
  const account = postgresAccount();
  if (account === undefined) return { missing: 'PostgreSQL refuses to run as root and there is no OS user "postgres"' };
  return { found: { ...programs, account } };
}

function programFolders(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  return [...(process.env['PATH'] ?? '').split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))];
}

function postgresAccount(): Account | undefined {
  const ask = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { name: 'postgres', uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

// The shell holds a pipe from us: when the pipe closes, also because we were killed, it stops the server and
// removes the files. Speed before safety: nothing here outlives the test run.
const keeper = `
  "$INITDB" -D "$FOLDER/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$FOLDER/log" 2>&1 || exit 3
  "$POSTGRES" -D "$FOLDER/data" -p "$PORT" -k "$FOLDER" -h 127.0.0.1 -c fsync=off -c synchronous_commit=off \\
    -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c jit=off \\
    -c shared_buffers=32MB -c max_connections=200 >>"$FOLDER/log" 2>&1 </dev/null &
  server=$!
  read -r _
  kill -INT $server
  wait $server
  rm -rf "$FOLDER"
`;

export async function startPostgres({ initdb, postgres, account }: PostgresPrograms): Promise<PrivatePostgres> {
  const folder = mkdtempSync(join(quickParent(), 'larprojekt-postgres-'));
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const port = await freePort();
  const child = spawn('sh', ['-c', keeper], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      INITDB: initdb,
      POSTGRES: postgres,
      FOLDER: folder,
      PORT: String(port),
      LC_ALL: 'C',
    },
    stdio: ['pipe', 'ignore', 'ignore'],
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
    // Ctrl+C reaches the whole group; the server is to end through the pipe, after the tests have let go of it.
    detached: true,
  });
  // Through a socket in the folder rather than the network: each statement costs a fourth less.
  const address = (database: string) => `postgres://postgres@localhost:${port}/${database}?host=${folder}`;
  await answering(child, address('postgres'), folder);
  let made = 0;
  return {
    newDatabase: async (copyOf = 'template1') => {
      made += 1;
      const name = `test_${made}`;
      await withClient(address('postgres'), (client) => client.query(`create database ${name} template ${copyOf}`));
      return address(name);
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(child: ChildProcess, address: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null)
      throw new Error(`PostgreSQL did not start:\n${readFileSync(join(folder, 'log'), 'utf8')}`);
    try {
      await withClient(address, (client) => client.query('select 1'));
      return;
    } catch {
      await sleep(100);
    }
  }
  child.stdin?.end();
  throw new Error('PostgreSQL did not answer within 30 seconds');
}

async function withClient<T>(address: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  await once(server, 'close');
  if (bound === null || typeof bound === 'string') throw new Error('the machine gave no port');
  return bound.port;
}
