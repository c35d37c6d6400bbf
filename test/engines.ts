import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { describe, inject } from 'vitest';
import { cachedFolder, projectRoot } from './cache.ts';
import { temporaryFolder } from './temporary.ts';

/** A database engine that the product runs on; `url` answers the address of a new, empty database. */
export type Engine = { name: 'pglite' | 'postgresql'; missing?: string; url: () => Promise<string> };

const postgres = inject('postgres');

export const engines: readonly Engine[] = [
  { name: 'pglite', url: newEmbedded },
  'missing' in postgres
    ? { name: 'postgresql', missing: postgres.missing, url: () => Promise.reject(new Error(postgres.missing)) }
    : { name: 'postgresql', url: () => newOnServer(postgres.door) },
];

/** Describes the same behaviour on every engine; one that the machine lacks is skipped and counted as skipped. */
export function onEachEngine(title: string, body: (engine: Engine) => void): void {
  for (const engine of engines) {
    describe.skipIf(engine.missing !== undefined)(`${title} (${engine.name})`, () => body(engine));
  }
}

async function newOnServer(door: string): Promise<string> {
  const answer = await fetch(door);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

const folder = temporaryFolder('pglite');
let made = 0;

async function newEmbedded(): Promise<string> {
  made += 1;
  const target = join(folder, `database-${made}`);
  cpSync(await template(), target, { recursive: true, filter: (path) => !path.endsWith('.whole') });
  return target;
}

/** A new embedded database takes seconds to create and a copy of a created one takes none. */
function template(): Promise<string> {
  const text = readFileSync(join(projectRoot, 'node_modules/@electric-sql/pglite/package.json'), 'utf8');
  const version = /"version": *"([^"]+)"/.exec(text)?.[1] ?? 'unknown';
  return cachedFolder('pglite', version, async (aside) => {
    const database = await PGlite.create(aside);
    await database.exec('checkpoint');
    await database.close();
  });
}
