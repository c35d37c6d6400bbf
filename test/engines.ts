import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { describe, inject } from 'vitest';
import { cachedFolder } from '../src/commands/cached-folder.ts';
import { projectRoot } from '../src/commands/project-root.ts';
import { copyPreparedDatabase } from '../src/commands/prepared-database.ts';

/** A database engine that the product runs on. */
export type Engine = {
  name: 'pglite' | 'postgresql';
  /** Why this machine lacks it. */
  missing?: string;
  /** The address of a new, empty database. */
  url: () => Promise<string>;
  /** The address of a new database with tables and queues: migrating it again finds nothing to do. */
  preparedUrl: () => Promise<string>;
};

const postgres = inject('postgres');

export const embedded: Engine = {
  name: 'pglite',
  url: async () => {
    const target = newFolder();
    cpSync(await emptyTemplate(), target, { recursive: true, filter: (path) => !path.endsWith('.whole') });
    return target;
  },
  preparedUrl: async () => {
    const target = newFolder();
    await copyPreparedDatabase(target);
    return target;
  },
};

const server: Engine =
  'missing' in postgres
    ? {
        name: 'postgresql',
        missing: postgres.missing,
        url: () => Promise.reject(new Error(postgres.missing)),
        preparedUrl: () => Promise.reject(new Error(postgres.missing)),
      }
    : {
        name: 'postgresql',
        url: () => askDoor(new URL('empty', postgres.door)),
        preparedUrl: () => askDoor(new URL('prepared', postgres.door)),
      };

export const engines: readonly Engine[] = [embedded, server];

/** For tests that any database would do for: a server answers many times as fast, so it is taken where there is one. */
export const quickest: Engine = server.missing === undefined ? server : embedded;

/** Describes the same behaviour on every engine; one that the machine lacks is skipped and counted as skipped. */
export function onEachEngine(title: string, body: (engine: Engine) => void): void {
  for (const engine of engines) {
    describe.skipIf(engine.missing !== undefined)(`${title} (${engine.name})`, () => body(engine));
  }
}

async function askDoor(door: URL): Promise<string> {
  const answer = await fetch(door);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

const newFolder = (): string => join(mkdtempSync(join(inject('runFolder'), 'pglite-')), 'database');

/** A new embedded database takes seconds to create and a copy of a created one takes none. */
function emptyTemplate(): Promise<string> {
  const text = readFileSync(join(projectRoot, 'node_modules/@electric-sql/pglite/package.json'), 'utf8');
  const version = /"version": *"([^"]+)"/.exec(text)?.[1] ?? 'unknown';
  return cachedFolder('pglite', version, async (aside) => {
    const database = await PGlite.create(aside);
    await database.exec('checkpoint');
    await database.close();
  });
}
