import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { refuseUnreadable } from '../../../src/adapters/http/readable.ts';

test('a text that no database keeps is refused in words, and other texts pass', async () => {
  const app = express().use('/api', express.json(), refuseUnreadable, (_request, response) => void response.json(null));
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  const put = async (body: unknown, path = '/api/projects/lp/project') => {
    const headers = { 'content-type': 'application/json', 'accept-language': 'sv' };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
  for (const body of [{ title: 'a\u0000b' }, { targetGroups: ['\ud800'] }, { keyDates: { 'a\u0000': null } }])
    expect(await put(body)).toMatchObject({ status: 400, text: expect.stringContaining('går att läsa') as string });
  expect((await put({ title: 'Åsa 😀\n', maxTotal: 3, on: null })).status).toBe(200);
  expect((await put({ project: { title: '\u0000' } }, '/api/projects/import')).status).toBe(200);
});
