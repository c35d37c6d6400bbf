import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tabFiles } from '../../../src/adapters/http/tab-files.ts';
import { squeeze } from '../../../src/commands/tab-squeeze.ts';
import { temporaryFolder } from '../../temporary.ts';

const script = `console.log(${JSON.stringify('lärprojekt '.repeat(500))});`;
const server = createServer();
let port = 0;

beforeAll(async () => {
  const folder = temporaryFolder('tab-files');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<h1>Fliken</h1>');
  writeFileSync(join(folder, 'assets', 'large.js'), script);
  writeFileSync(join(folder, 'assets', 'small.js'), '1;');
  squeeze(folder);
  server.on('request', express().use('/tab', tabFiles(folder))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => server.close());

/** As it came over the wire. */
async function fetched(path: string, accept: string): Promise<{ headers: IncomingMessage['headers']; body: Buffer }> {
  const request = get({ host: '127.0.0.1', port, path, headers: { 'accept-encoding': accept } });
  const [answer] = (await once(request, 'response')) as [IncomingMessage]; // what Node promises
  return { headers: answer.headers, body: await buffer(answer) };
}

test('who reads brotli gets the squeezed copy, as the script that it is', async () => {
  const { headers, body } = await fetched('/tab/assets/large.js', 'gzip, br');
  expect(headers['content-encoding']).toBe('br');
  expect(headers['content-type']).toContain('text/javascript');
  expect(headers['cache-control']).toContain('immutable');
  expect(body.length).toBeLessThan(script.length / 4);
  expect(brotliDecompressSync(body).toString()).toBe(script);
});

test('who does not gets the file itself, and a store in between keeps the two apart', async () => {
  const { headers, body } = await fetched('/tab/assets/large.js', 'gzip');
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers.vary).toContain('accept-encoding');
  expect(body.toString()).toBe(script);
});

test('a small file, the page itself and an address of a page come as they are', async () => {
  expect((await fetched('/tab/assets/small.js', 'br')).body.toString()).toBe('1;');
  expect((await fetched('/tab/idag', 'br')).body.toString()).toContain('Fliken');
});
