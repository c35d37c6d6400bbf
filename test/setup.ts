import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { TestProject } from 'vitest/node';
import { findChromium, type ChromiumChoice } from './chromium.ts';
import { findPostgres, startPostgres, type PrivatePostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: ChromiumChoice;
    /** Where a test file asks for an empty PostgreSQL database, or why there is none. */
    postgres: { door: string } | { missing: string };
  }
}

/** Runs once before all test files, in the process that lives as long as the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  project.provide('chromium', chromium);
  const postgres = findPostgres();
  const loud: string[] = [];
  if ('missing' in chromium) loud.push(`SKIPPED: the tests in a browser, because ${chromium.missing}.`);
  if ('missing' in postgres) loud.push(`SKIPPED: the tests on PostgreSQL, because ${postgres.missing}.`);
  for (const line of loud) console.error(`\n${line}`);

  if ('missing' in postgres) {
    project.provide('postgres', postgres);
    return async () => loud.forEach((line) => console.error(line));
  }
  // The server starts when the first file asks, so that a run without database tests costs nothing.
  let server: Promise<PrivatePostgres> | undefined;
  const door = await openDoor(async () => (await (server ??= startPostgres(postgres.found))).newDatabase());
  project.provide('postgres', { door: door.address });
  return async () => {
    door.server.close();
    await (await server)?.stop();
    for (const line of loud) console.error(line);
  };
}

async function openDoor(newDatabase: () => Promise<string>): Promise<{ server: Server; address: string }> {
  const server = createServer((_request, response) => {
    newDatabase().then(
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
