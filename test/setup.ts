import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium, type ChromiumChoice } from '../src/commands/chromium.ts';
import { findPostgres, startPostgres, type PostgresPrograms, type PrivatePostgres } from './postgres.ts';
import { prepare } from '../src/commands/prepared-database.ts';
import { buildTab } from '../src/commands/tab-build.ts';
import { quickParent } from '../src/commands/quick-parent.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: ChromiumChoice;
    /** Where a test file asks for a PostgreSQL database, `empty` or `prepared`, or why there is none. */
    postgres: { door: string } | { missing: string };
    /** For what several test files share; removed after the run. */
    runFolder: string;
  }
}

/** Runs once before all test files, in the process that lives as long as the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = mkdtempSync(join(quickParent(), 'larprojekt-run-'));
  project.provide('runFolder', runFolder);
  const emptied = (): void => rmSync(runFolder, { recursive: true, force: true, maxRetries: 3 });
  const chromium = await findChromium();
  project.provide('chromium', chromium);
  // Two files that build it at the same time would be in each other's way.
  if (!('missing' in chromium)) await buildTab();
  const postgres = findPostgres();
  const loud: string[] = [];
  if ('missing' in chromium) loud.push(`SKIPPED: the tests in a browser, because ${chromium.missing}.`);
  if ('missing' in postgres) loud.push(`SKIPPED: the tests on PostgreSQL, because ${postgres.missing}.`);
  for (const line of loud) console.error(`\n${line}`);

  if ('missing' in postgres) {
    project.provide('postgres', postgres);
    return async () => {
      emptied();
      for (const line of loud) console.error(line);
    };
  }
  const { newDatabase, stop } = whenAsked(postgres.found);
  const door = await openDoor(newDatabase);
  project.provide('postgres', { door: door.address });
  return async () => {
    door.server.close();
    await stop();
    emptied();
    for (const line of loud) console.error(line);
  };
}

/** A server that starts when the first file asks, so that a run without database tests costs nothing. */
function whenAsked(programs: PostgresPrograms) {
  let server: Promise<PrivatePostgres> | undefined;
  let template: Promise<string> | undefined;
  const start = () => (server ??= startPostgres(programs));
  const prepared = async () => {
    const url = await (await start()).newDatabase();
    await prepare(url);
    return new URL(url).pathname.slice(1);
  };
  return {
    newDatabase: async (kind: string) =>
      (await start()).newDatabase(kind === '/prepared' ? await (template ??= prepared()) : undefined),
    stop: async () => (await server)?.stop(),
  };
}

async function openDoor(newDatabase: (kind: string) => Promise<string>): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    newDatabase(request.url ?? '').then(
      (address) => response.end(address),
      (fault: unknown) => response.writeHead(500).end(String(fault)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the machine gave no port');
  return { server, address: `http://127.0.0.1:${bound.port}/` };
}
